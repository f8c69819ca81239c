import type { Endpoint, EndpointCall, EndpointResponse, TextFile } from '@kring/contracts';

export interface TestAnswer<T> {
  readonly status: number;
  /** The parsed answer of the endpoint. Throws the problem when it failed. */
  readonly value: T;
  /** The code of the problem, or null when it went well. */
  readonly code: string | null;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly cookie?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls an endpoint of the contracts over HTTP, as a client outside does. */
export async function callEndpoint<E extends Endpoint>(
  serverUrl: string,
  endpoint: E,
  call: EndpointCall<E>,
  { cookie, headers }: CallOptions = {},
): Promise<TestAnswer<EndpointResponse<E>>> {
  const params = (call.params ?? {}) as Record<string, string>;
  const query = new URLSearchParams((call.query ?? {}) as Record<string, string>).toString();
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const response = await fetch(`${serverUrl}/api${path}${query && `?${query}`}`, {
    method: endpoint.method,
    redirect: 'manual',
    headers: {
      ...(call.body !== undefined && { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  });
  return toAnswer(endpoint, response);
}

async function toAnswer<E extends Endpoint>(
  endpoint: E,
  response: Response,
): Promise<TestAnswer<EndpointResponse<E>>> {
  const text = await response.text();
  const isFile = response.ok && endpoint.media !== undefined;
  const body: unknown = isFile ? toFile(response, text) : text === '' ? undefined : JSON.parse(text);
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: response.ok ? null : (body as { code: string }).code,
    get value() {
      if (!response.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${text}`);
      return endpoint.response.parse(body) as EndpointResponse<E>;
    },
  };
}

function toFile({ headers }: Response, text: string): TextFile {
  const fileName =
    /^attachment; filename="([^"]+)"$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { fileName, text };
}
