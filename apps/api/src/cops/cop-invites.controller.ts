import { Controller, Res } from '@nestjs/common';
import { endpoints, platformEndpoints, type Done, type EndpointInput } from '@kring/contracts';
import type { Response } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { LoginCookie } from '../identity/login-cookie.ts';
import { CopInviteAcceptanceService } from './cop-invite-acceptance.service.ts';
import { CopInvitesService } from './cop-invites.service.ts';

const done: Done = { done: true };

@Controller()
export class CopInvitesController {
  constructor(
    private readonly invites: CopInvitesService,
    private readonly acceptance: CopInviteAcceptanceService,
    private readonly cookie: LoginCookie,
  ) {}

  @Route(endpoints.listInvites)
  list(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.listInvites>) {
    return this.invites.list(actor, params.copId);
  }

  @Route(endpoints.createInvite)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createInvite>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.invites.create(actor, params.copId, body, origin);
  }

  @Route(endpoints.revokeInvite)
  async revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.revokeInvite>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.invites.revoke(actor, params.copId, params.inviteId, origin);
    return done;
  }

  @Route(platformEndpoints.resendInvite)
  resend(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof platformEndpoints.resendInvite>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.invites.resend(actor, params.copId, params.inviteId, origin);
  }

  @Route(platformEndpoints.listOpenInvites)
  listAll(@Input() { query }: EndpointInput<typeof platformEndpoints.listOpenInvites>) {
    return this.invites.listAll(query.cursor);
  }

  @Route(endpoints.viewInvite)
  view(@Input() { body }: EndpointInput<typeof endpoints.viewInvite>, @Origin() origin: RequestOrigin) {
    return this.invites.view(body.token, origin);
  }

  @Route(endpoints.acceptInvite)
  async accept(
    @CurrentActor() actor: Actor | null,
    @Input() { body }: EndpointInput<typeof endpoints.acceptInvite>,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { me, copSlug, login } = await this.acceptance.accept(actor, body, origin);
    this.cookie.write(response, login.token, login.expiresAt);
    return { me, copSlug };
  }
}
