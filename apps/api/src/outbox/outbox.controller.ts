import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { OutboxRetryService } from './outbox-retry.service.ts';
import { OutboxService } from './outbox.service.ts';

@Controller()
export class OutboxController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly retries: OutboxRetryService,
  ) {}

  @Route(endpoints.listOutbox)
  list(@Input() { query }: EndpointInput<typeof endpoints.listOutbox>) {
    return this.outbox.list(query.cursor);
  }

  @Route(endpoints.retryMail)
  retry(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.retryMail>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.retries.retry(actor, params.mailId, origin);
  }

  @Route(endpoints.retryMails)
  retryAll(@CurrentActor() actor: Actor, @Origin() origin: RequestOrigin) {
    return this.retries.retryAll(actor, origin);
  }
}
