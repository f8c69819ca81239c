import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { RedactionsService } from './redactions.service.ts';

@Controller()
export class RedactionsController {
  constructor(private readonly redactions: RedactionsService) {}

  @Route(endpoints.redactNote)
  redact(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.redactNote>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.redactions.redact(actor, params.noteId, body, origin);
  }
}
