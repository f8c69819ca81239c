import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { TimelineService } from './timeline.service.ts';

@Controller()
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Route(endpoints.getTimeline)
  getPublic() {
    return this.timeline.listPublic();
  }

  @Route(endpoints.listCopDates)
  list(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.listCopDates>) {
    return this.timeline.list(actor, params.copId);
  }

  @Route(endpoints.createCopDate)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createCopDate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.timeline.create(actor, params.copId, body, origin);
  }

  @Route(endpoints.updateCopDate)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateCopDate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.timeline.update(actor, params, body, origin);
  }

  @Route(endpoints.removeCopDate)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.removeCopDate>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.timeline.remove(actor, params, origin);
  }
}
