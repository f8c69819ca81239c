import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { CopsModule } from '../cops/cops.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { TimelineModule } from '../timeline/timeline.module.ts';
import { HomeController } from './home.controller.ts';
import { HomeService } from './home.service.ts';

/** *Mijn werk*. */
@Module({
  imports: [CasesModule, CopsModule, NotesModule, NotificationsModule, TimelineModule],
  controllers: [HomeController],
  providers: [HomeService],
})
export class HomeModule {}
