import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { CopDateAccess } from './cop-date-access.ts';
import { CopDatesRepository } from './cop-dates.repository.ts';
import { TimelineController } from './timeline.controller.ts';
import { TimelineService } from './timeline.service.ts';

/** The dates of CoPs. Offers `TimelineService`. */
@Module({
  imports: [AuditModule, CopsModule],
  controllers: [TimelineController],
  providers: [CopDateAccess, CopDatesRepository, TimelineService],
  exports: [TimelineService],
})
export class TimelineModule {}
