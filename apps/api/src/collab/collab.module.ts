import { Module } from '@nestjs/common';
import { BusModule } from '../bus/bus.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MetricsModule } from '../metrics/metrics.module.ts';
import { NotesModule } from '../notes/notes.module.ts';
import { CollabAuthorizer } from './collab-authorizer.ts';
import { CollabService } from './collab.service.ts';

/** Live texts over sockets: thin adapters around the collaboration engine. Offers nothing; it listens to events. */
@Module({
  imports: [BusModule, IdentityModule, MetricsModule, NotesModule],
  providers: [CollabAuthorizer, CollabService],
})
export class CollabModule {}
