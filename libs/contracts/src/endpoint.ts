import type { z } from 'zod';
import type { Action } from './actions.ts';
import type { ErrorCode } from './errors.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call: `public` (nobody needs to be signed in), `signed-in` (about oneself only), or the action
 * that the policy decides on for the object in the path.
 */
export type EndpointAccess = 'public' | 'signed-in' | Action;

/**
 * One HTTP endpoint, written once: the API routes, checks and documents by it, the web calls by it.
 * `path` starts behind `/api` and names its parameters as `:name`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  readonly path: `/${string}`;
  readonly access: EndpointAccess;
  /** One sentence for the API document. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /**
   * Set for what is downloaded. For `text/markdown` the `response` is a `fileSchema`, and its text goes out as a file of
   * this kind; bytes go out as they are, with their own type.
   */
  readonly media?: 'text/markdown' | 'application/octet-stream';
  /** Set for what takes a file: its bytes are the body, which the handler takes in itself. */
  readonly upload?: 'application/octet-stream';
  /** Codes beyond the general ones (`invalid-input`, `not-signed-in`, `not-found`, `internal-error`). */
  readonly errors?: readonly ErrorCode[];
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler gets: each part parsed. */
export interface EndpointInput<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
}
/** What a caller gives. Parts that the endpoint does not have are left out. */
export type EndpointCall<E extends Endpoint> = (E extends { params: z.ZodType }
  ? { params: Given<E['params']> }
  : { params?: undefined }) &
  (E extends { query: z.ZodType } ? { query: Given<E['query']> } : { query?: undefined }) &
  (E extends { body: z.ZodType } ? { body: Given<E['body']> } : { body?: undefined });
export type EndpointResponse<E extends Endpoint> = z.output<E['response']>;

/** Keeps the literal types of one endpoint. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
