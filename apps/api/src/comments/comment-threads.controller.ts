import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CommentThreadsService } from './comment-threads.service.ts';

@Controller()
export class CommentThreadsController {
  constructor(private readonly threads: CommentThreadsService) {}

  @Route(endpoints.listThreads)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.listThreads>,
  ) {
    return this.threads.list(actor, params.noteId, query);
  }

  @Route(endpoints.countThreads)
  count(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.countThreads>) {
    return this.threads.count(actor, params.noteId);
  }

  @Route(endpoints.listMentionable)
  listMentionable(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.listMentionable>,
  ) {
    return this.threads.listMentionable(actor, params.noteId);
  }

  @Route(endpoints.createThread)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createThread>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.threads.create(actor, params.noteId, body, origin);
  }

  @Route(endpoints.getThread)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getThread>) {
    return this.threads.get(actor, params.threadId);
  }

  @Route(endpoints.resolveThread)
  resolve(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.resolveThread>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.threads.resolve(actor, params.threadId, origin);
  }

  @Route(endpoints.reopenThread)
  reopen(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.reopenThread>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.threads.reopen(actor, params.threadId, origin);
  }
}
