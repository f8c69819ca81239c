import { problemSchema, type Endpoint, type EndpointCall, type EndpointResponse } from '@kring/contracts';
import { ApiError } from './api-error.ts';

type Listener = () => void;
const signedOutListeners = new Set<Listener>();

/** Called when the server says that the sign-in has ended. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => void signedOutListeners.delete(listener);
}

/** Calls an endpoint of the contract; the answer is parsed with its schema. Throws `ApiError` only. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: EndpointCall<E>,
  signal?: AbortSignal,
): Promise<EndpointResponse<E>> {
  const response = await send(endpoint, input, signal);
  if (!response.ok) throw await problemOf(endpoint, response);
  try {
    return endpoint.response.parse(await response.json()) as EndpointResponse<E>;
  } catch (cause) {
    throw new ApiError('bad-answer', { cause });
  }
}

/** Gets a file of an endpoint that has a `media`. Throws `ApiError` only. */
export async function callFile<E extends Endpoint & { readonly media: string }>(
  endpoint: E,
  input: EndpointCall<E>,
): Promise<{ fileName: string; blob: Blob }> {
  const response = await send(endpoint, input);
  if (!response.ok) throw await problemOf(endpoint, response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  try {
    return { fileName: name ?? 'kring', blob: await response.blob() };
  } catch (cause) {
    throw new ApiError('offline', { cause });
  }
}

async function send(
  endpoint: Endpoint,
  input: { params?: unknown; query?: unknown; body?: unknown },
  signal?: AbortSignal,
): Promise<Response> {
  const init: RequestInit = { method: endpoint.method, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  if (input.body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(input.body);
  }
  try {
    return await fetch(urlOf(endpoint, input), init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline', { cause });
  }
}

/** The path of a call behind the origin, parameters filled in. */
export function urlOf(endpoint: Endpoint, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`;
}

async function problemOf(endpoint: Endpoint, response: Response): Promise<ApiError> {
  return toProblem(endpoint, { status: response.status, body: await response.json().catch(() => null) });
}

/** What an answer that is no success says; tells the listeners when it says that the sign-in has ended. */
export function toProblem(endpoint: Endpoint, { status, body }: { status: number; body: unknown }): ApiError {
  const parsed = problemSchema.safeParse(body);
  if (!parsed.success) {
    // A proxy answers for a server that is away.
    return new ApiError(status >= 502 && status <= 504 ? 'offline' : 'bad-answer');
  }
  const problem = parsed.data;
  if (problem.code === 'not-signed-in' && endpoint.access !== 'public') {
    for (const listener of signedOutListeners) listener();
  }
  return new ApiError(problem.code, {
    fieldErrors: problem.errors ?? [],
    retryAfterSeconds: problem.retryAfterSeconds,
    correlationId: problem.correlationId,
  });
}
