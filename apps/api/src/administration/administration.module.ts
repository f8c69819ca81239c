import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { PeopleModule } from '../identity/people.module.ts';
import { OutboxModule } from '../outbox/outbox.module.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { AdministrationController } from './administration.controller.ts';
import { MailTestService } from './mail-test.service.ts';
import { ReadinessRepository } from './readiness.repository.ts';
import { ReadinessService } from './readiness.service.ts';

/** What administrators look after: whether mail goes out, and what is still missing. */
@Module({
  imports: [AuditModule, OutboxModule, PeopleModule, PlatformModule],
  controllers: [AdministrationController],
  providers: [MailTestService, ReadinessRepository, ReadinessService],
})
export class AdministrationModule {}
