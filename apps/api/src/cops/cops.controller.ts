import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CopsService } from './cops.service.ts';

@Controller()
export class CopsController {
  constructor(private readonly cops: CopsService) {}

  @Route(endpoints.listCops)
  list(@CurrentActor() actor: Actor) {
    return this.cops.list(actor);
  }

  @Route(endpoints.createCop)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof endpoints.createCop>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.cops.create(actor, body, origin);
  }

  @Route(endpoints.getCop)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getCop>) {
    return this.cops.getBySlug(actor, params.slug);
  }

  @Route(endpoints.updateCop)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateCop>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.cops.update(actor, params.copId, body, origin);
  }
}
