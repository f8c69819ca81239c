import { Controller, Res } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput, type SignedIn } from '@kring/contracts';
import type { Response } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from './actor.ts';
import { LoginCookie } from './login-cookie.ts';
import { PasswordResetService } from './password-reset.service.ts';
import { SetupService } from './setup.service.ts';
import { SignInLinksService } from './sign-in-links.service.ts';
import { SignInService, type SignedInPerson } from './sign-in.service.ts';

const done: Done = { done: true };

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly links: SignInLinksService,
    private readonly resets: PasswordResetService,
    private readonly setup: SetupService,
    private readonly cookie: LoginCookie,
  ) {}

  @Route(endpoints.setUp)
  async setUp(
    @Input() { body }: EndpointInput<typeof endpoints.setUp>,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.setup.setUp(body, origin));
  }

  @Route(endpoints.requestSignInLink)
  async requestSignInLink(
    @Input() { body }: EndpointInput<typeof endpoints.requestSignInLink>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.links.mailSignInLink(body.email, body.next, origin);
    return done;
  }

  @Route(endpoints.useSignInLink)
  async useSignInLink(
    @Input() { body }: EndpointInput<typeof endpoints.useSignInLink>,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.signIns.useLink(body.token, origin));
  }

  @Route(endpoints.signInWithPassword)
  async signInWithPassword(
    @Input() { body }: EndpointInput<typeof endpoints.signInWithPassword>,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.signIns.signInWithPassword(body, origin));
  }

  @Route(endpoints.signOut)
  async signOut(
    @CurrentActor() actor: Actor,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.signIns.signOut(actor, origin);
    this.cookie.clear(response);
    response.setHeader('Clear-Site-Data', '"cache"');
    return done;
  }

  @Route(endpoints.requestPasswordReset)
  async requestPasswordReset(
    @Input() { body }: EndpointInput<typeof endpoints.requestPasswordReset>,
    @Origin() origin: RequestOrigin,
  ) {
    await this.links.mailPasswordReset(body.email, origin);
    return done;
  }

  @Route(endpoints.resetPassword)
  async resetPassword(
    @Input() { body }: EndpointInput<typeof endpoints.resetPassword>,
    @Origin() origin: RequestOrigin,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.resets.reset(body, origin));
  }

  private answer(response: Response, { me, next, login }: SignedInPerson): SignedIn {
    this.cookie.write(response, login.token, login.expiresAt);
    return { me, next };
  }
}
