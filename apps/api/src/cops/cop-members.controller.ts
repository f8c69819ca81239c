import { Controller } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CopMembersService } from './cop-members.service.ts';

const done: Done = { done: true };

@Controller()
export class CopMembersController {
  constructor(private readonly members: CopMembersService) {}

  @Route(endpoints.listMembers)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.listMembers>,
  ) {
    return this.members.list(actor, params.copId, query.cursor);
  }

  @Route(endpoints.changeMemberRole)
  changeRole(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.changeMemberRole>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.members.changeRole(actor, { ...params, ...body }, origin);
  }

  @Route(endpoints.removeMember)
  async remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.removeMember>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.members.remove(actor, params, origin);
    return done;
  }

  @Route(endpoints.leaveCop)
  async leave(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.leaveCop>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.members.leave(actor, params.copId, origin);
    return done;
  }

  @Route(endpoints.dismissWelcome)
  async dismissWelcome(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.dismissWelcome>,
  ) {
    await this.members.dismissWelcome(actor, params.copId);
    return done;
  }
}
