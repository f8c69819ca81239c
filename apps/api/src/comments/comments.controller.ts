import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CommentsService } from './comments.service.ts';

@Controller()
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  @Route(endpoints.createComment)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createComment>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.comments.create(actor, params.threadId, body, origin);
  }

  @Route(endpoints.updateComment)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateComment>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.comments.update(actor, params.commentId, body, origin);
  }

  @Route(endpoints.removeComment)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.removeComment>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.comments.remove(actor, params.commentId, origin);
  }

  @Route(endpoints.restoreComment)
  restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.restoreComment>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.comments.restore(actor, params.commentId, origin);
  }

  @Route(endpoints.reactToComment)
  react(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.reactToComment>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.comments.react(actor, params.commentId, body, origin);
  }
}
