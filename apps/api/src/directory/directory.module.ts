import { Module } from '@nestjs/common';
import { CopsModule } from '../cops/cops.module.ts';
import { DirectoryAccess } from './directory-access.ts';
import { DirectoryController } from './directory.controller.ts';
import { DirectoryRepository } from './directory.repository.ts';
import { DirectoryService } from './directory.service.ts';

/** People as those who share a CoP with them see them. */
@Module({
  imports: [CopsModule],
  controllers: [DirectoryController],
  providers: [DirectoryAccess, DirectoryRepository, DirectoryService],
})
export class DirectoryModule {}
