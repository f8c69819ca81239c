import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { RefusalsService } from '../audit/refusals.service.ts';
import { AppError } from '../common/app-error.ts';
import { rememberActor } from '../common/current-actor.ts';
import { isOpenRoute } from '../common/open-route.ts';
import { endpointOf } from '../common/route.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { isPlatformAction, mayOnPlatform } from './platform-access.ts';

/**
 * Recognises the actor of each request and refuses who may not call its endpoint: here for what concerns Kring as a
 * whole, in the feature's own door for what concerns an object. Without a declared endpoint nobody gets in.
 */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly loginSessions: LoginSessionsService,
    private readonly refusals: RefusalsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (isOpenRoute(handler)) return true;
    const endpoint = endpointOf(handler);
    if (!endpoint) throw new AppError('not-found');
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.loginSessions.authenticate(request.headers.cookie);
    if (actor) rememberActor(request, actor);
    else if (endpoint.access !== 'public') throw new AppError('not-signed-in');
    if (!actor || !isPlatformAction(endpoint.access) || mayOnPlatform(actor.principal, endpoint.access))
      return true;
    await this.refusals.record(request, endpoint);
    throw new AppError('not-allowed');
  }
}
