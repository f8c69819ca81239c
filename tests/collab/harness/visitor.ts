import { type Endpoint, type EndpointCall, type EndpointResponse, endpoints } from '@kring/contracts';
import { randomInt } from 'node:crypto';

/** What the product answered instead of what was asked for. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, what: string) {
    super(`${what}: ${status} ${code}`);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** Somebody with a browser: calls endpoints, and keeps the cookie that came back. */
export class Visitor {
  readonly address: string;
  /** Each visitor comes from a network of their own, as people do. */
  readonly #network = [10, randomInt(256), randomInt(256), randomInt(1, 255)].join('.');
  cookie = '';
  personId = '';
  name = '';

  constructor(address: string) {
    this.address = address;
  }

  async call<E extends Endpoint>(endpoint: E, call: EndpointCall<E>): Promise<EndpointResponse<E>> {
    const {
      params = {},
      query = {},
      body,
    } = call as {
      params?: Record<string, string>;
      query?: Record<string, string>;
      body?: unknown;
    };
    const filled = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(query).toString();
    const answer = await fetch(`${this.address}/api${filled}${search && `?${search}`}`, {
      method: endpoint.method,
      headers: {
        origin: this.address,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': this.#network,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await answer.text();
    if (!answer.ok) throw new Refused(answer.status, codeOf(text), `${endpoint.method} ${endpoint.path}`);
    return endpoint.response.parse(text ? JSON.parse(text) : undefined) as EndpointResponse<E>;
  }

  async signOut(): Promise<void> {
    await this.call(endpoints.signOut, {});
  }
}

function codeOf(text: string): string {
  try {
    const problem: unknown = JSON.parse(text);
    const hasCode = typeof problem === 'object' && problem !== null && 'code' in problem;
    return hasCode ? String(problem.code) : '';
  } catch {
    return '';
  }
}
