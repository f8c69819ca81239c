import { Module } from '@nestjs/common';
import { FollowsRepository } from './follows.repository.ts';
import { FollowsService } from './follows.service.ts';
import { NotificationAccess } from './notification-access.ts';
import { NotificationClock } from './notification-clock.ts';
import { NotificationTexts } from './notification-texts.service.ts';
import { NotificationsRepository } from './notifications.repository.ts';
import { NotificationsService } from './notifications.service.ts';

/** Who is told what, and who follows what: what the lists and mails of notifications are built on. */
@Module({
  providers: [
    FollowsRepository,
    FollowsService,
    NotificationAccess,
    NotificationClock,
    NotificationTexts,
    NotificationsRepository,
    NotificationsService,
  ],
  exports: [
    FollowsService,
    NotificationAccess,
    NotificationClock,
    NotificationTexts,
    NotificationsRepository,
    NotificationsService,
  ],
})
export class TellingModule {}
