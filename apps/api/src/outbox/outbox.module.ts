import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { MailComposers } from './mail-composers.service.ts';
import { MailDispatcher } from './mail-dispatcher.service.ts';
import { MailLinks } from './mail-links.service.ts';
import { MailProbe } from './mail-probe.service.ts';
import { MailTransport } from './mail-transport.service.ts';
import { OutboxRetryService } from './outbox-retry.service.ts';
import { OutboxController } from './outbox.controller.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { OutboxService } from './outbox.service.ts';

/**
 * Mails, stored with the act that they tell about and sent afterwards. Offers `OutboxService`, and `MailComposers` and
 * `MailLinks` to features that write mails and put links in them.
 */
@Module({
  imports: [AuditModule, PlatformModule],
  controllers: [OutboxController],
  providers: [
    MailComposers,
    MailDispatcher,
    MailLinks,
    MailProbe,
    MailTransport,
    OutboxRetryService,
    OutboxService,
    OutboxRepository,
  ],
  exports: [MailComposers, MailLinks, MailProbe, OutboxService],
})
export class OutboxModule {}
