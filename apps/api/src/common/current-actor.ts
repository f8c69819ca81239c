import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../identity/actor.ts';

const actors = new WeakMap<object, Actor>();

/** Ties the actor to the request; only the guard that authenticated may call it. */
export function rememberActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}

export function actorOf(request: object): Actor | null {
  return actors.get(request) ?? null;
}

/** Gives a handler the `Actor`; null is possible on public endpoints only. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<Request>()),
);
