import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Endpoint, EndpointInput, FieldError } from '@kring/contracts';
import type { Request } from 'express';
import type { z } from 'zod';
import { AppError } from './app-error.ts';

export const ENDPOINT = 'kring:endpoint';

/** Makes a controller method the handler of one endpoint of the contracts: its method, path, access and shapes. */
export function Route(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    SetMetadata(ENDPOINT, endpoint),
    RequestMapping({ method: RequestMethod[endpoint.method], path: endpoint.path }),
    HttpCode(200),
  );
}

/** The endpoint that a handler answers, or undefined for the few routes that stand outside the contracts. */
export function endpointOf(handler: object): Endpoint | undefined {
  return Reflect.getMetadata(ENDPOINT, handler) as Endpoint | undefined;
}

/** Gives a handler its `EndpointInput`, parsed strictly by the endpoint's schemas. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext): EndpointInput<Endpoint> => {
    const endpoint = endpointOf(context.getHandler());
    if (!endpoint) throw new Error('@Input() needs a handler with @Route()');
    return readInput(endpoint, context.switchToHttp().getRequest<Request>());
  },
);

export function readInput(
  endpoint: Endpoint,
  request: Pick<Request, 'params' | 'query' | 'body'>,
): EndpointInput<Endpoint> {
  return {
    params: readParams(endpoint.params, request.params),
    query: readPart(endpoint.query, request.query, 'query'),
    body: readPart(endpoint.body, request.body as unknown, 'body'),
  };
}

/** An id that cannot exist is answered like one that does not. */
function readParams(schema: z.ZodType | undefined, given: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new AppError('not-found');
  return parsed.data;
}

function readPart(schema: z.ZodType | undefined, given: unknown, name: string): unknown {
  if (!schema) {
    if (isEmpty(given)) return undefined;
    throw new AppError('invalid-input', { errors: [{ path: name, code: 'unrecognized_keys' }] });
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new AppError('invalid-input', { errors: toFieldErrors(parsed.error) });
  return parsed.data;
}

function isEmpty(given: unknown): boolean {
  return (
    given === undefined || (typeof given === 'object' && given !== null && Object.keys(given).length === 0)
  );
}

const reportedFieldErrors = 20;

/** Zod's issues without their messages: those can repeat what was sent. */
export function toFieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, reportedFieldErrors).map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
    ...('minimum' in issue && { minimum: Number(issue.minimum) }),
    ...('maximum' in issue && { maximum: Number(issue.maximum) }),
  }));
}
