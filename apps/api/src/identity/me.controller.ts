import { Controller } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from './actor.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { PasswordChangeService } from './password-change.service.ts';
import { ProfileService } from './profile.service.ts';

const done: Done = { done: true };

@Controller()
export class MeController {
  constructor(
    private readonly profile: ProfileService,
    private readonly passwords: PasswordChangeService,
    private readonly loginSessions: LoginSessionsService,
  ) {}

  @Route(endpoints.getMe)
  getMe(@CurrentActor() actor: Actor) {
    return this.profile.get(actor);
  }

  @Route(endpoints.updateMe)
  updateMe(@CurrentActor() actor: Actor, @Input() { body }: EndpointInput<typeof endpoints.updateMe>) {
    return this.profile.update(actor, body);
  }

  @Route(endpoints.setPassword)
  async setPassword(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof endpoints.setPassword>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.passwords.set(actor, body, origin);
    return done;
  }

  @Route(endpoints.listLoginSessions)
  listLoginSessions(@CurrentActor() actor: Actor) {
    return this.loginSessions.list(actor);
  }

  @Route(endpoints.endLoginSession)
  async endLoginSession(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.endLoginSession>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.loginSessions.end(actor, params.loginSessionId, origin);
    return done;
  }
}
