import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { PeopleModule } from '../identity/people.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { NotificationHousekeeping } from './notification-housekeeping.ts';
import { NotificationListsRepository } from './notification-lists.repository.ts';
import { NotificationLists } from './notification-lists.service.ts';
import { NotificationMailComposer } from './notification-mail-composer.service.ts';
import { NotificationMailer } from './notification-mailer.service.ts';
import { NotificationMailsRepository } from './notification-mails.repository.ts';
import { NotificationMailSelection } from './notification-mail-selection.service.ts';
import { NotificationPreferencesRepository } from './notification-preferences.repository.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';
import { NotificationSignals } from './notification-signals.service.ts';
import { NotificationStreams } from './notification-streams.service.ts';
import { NotificationsController } from './notifications.controller.ts';
import { TellingModule } from './telling.module.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { UnsubscribeService } from './unsubscribe.service.ts';
import { UnsubscribeTokensRepository } from './unsubscribe-tokens.repository.ts';

/** What people are told. Offers `NotificationsService`, which knows no other feature, so that each can tell. */
@Module({
  imports: [AuditModule, OutboxModule, PeopleModule, TellingModule],
  controllers: [NotificationsController, UnsubscribeController],
  providers: [
    NotificationHousekeeping,
    NotificationLists,
    NotificationListsRepository,
    NotificationMailComposer,
    NotificationMailer,
    NotificationMailSelection,
    NotificationMailsRepository,
    NotificationPreferencesRepository,
    NotificationPreferencesService,
    NotificationSignals,
    NotificationStreams,
    UnsubscribeService,
    UnsubscribeTokensRepository,
  ],
  exports: [NotificationLists, TellingModule],
})
export class NotificationsModule {}
