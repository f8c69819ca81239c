import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** From where a request came, for audit, limits and the list of own sign-ins. */
export interface RequestOrigin {
  /** The client's address as the trusted proxies tell it; never from a header of the client's own. */
  readonly address: string;
  readonly userAgent: string;
  readonly correlationId: string;
  readonly cookieHeader: string | undefined;
}

export function correlationIdOf(request: { id?: unknown }): string {
  return typeof request.id === 'string' ? request.id : '';
}

export function originOf(request: Request): RequestOrigin {
  return {
    address: request.ip ?? '',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
    correlationId: correlationIdOf(request),
    cookieHeader: request.headers.cookie,
  };
}

/** Gives a handler the `RequestOrigin`. */
export const Origin = createParamDecorator((_: unknown, context: ExecutionContext) =>
  originOf(context.switchToHttp().getRequest<Request>()),
);
