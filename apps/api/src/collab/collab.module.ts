import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { BusModule } from '../bus/bus.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MetricsModule } from '../metrics/metrics.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { CollabAuthorizer } from './collab-authorizer.ts';
import { CollabService } from './collab.service.ts';
import { CutOffRecorder } from './cut-off-recorder.ts';

/** Live texts over sockets: thin adapters around the collaboration engine. Offers nothing; it listens to events. */
@Module({
  imports: [AuditModule, BusModule, IdentityModule, MetricsModule, NotesModule],
  providers: [CollabAuthorizer, CollabService, CutOffRecorder],
})
export class CollabModule {}
