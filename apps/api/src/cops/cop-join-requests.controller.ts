import { Controller } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CopJoinRequestsService } from './cop-join-requests.service.ts';

const done: Done = { done: true };

@Controller()
export class CopJoinRequestsController {
  constructor(private readonly requests: CopJoinRequestsService) {}

  @Route(endpoints.listJoinRequests)
  list(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.listJoinRequests>) {
    return this.requests.list(actor, params.copId);
  }

  @Route(endpoints.createJoinRequest)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createJoinRequest>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.requests.create(actor, params.copId, body.motivation, origin);
    return done;
  }

  @Route(endpoints.decideJoinRequest)
  async decide(
    @CurrentActor() actor: Actor,
    @Input() input: EndpointInput<typeof endpoints.decideJoinRequest>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.requests.decide(actor, input, origin);
    return done;
  }
}
