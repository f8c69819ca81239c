import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { endpoints, type Endpoint, type EndpointCall, type EndpointResponse } from '@kring/contracts';
import { Installation } from '../../tools/installation.ts';
// eslint-disable-next-line @nx/enforce-module-boundaries -- one way to wait for the product, for all test projects
import { until } from '../collab/harness/until.ts';

jest.setTimeout(240_000);

/** One person's HTTP client: keeps the cookie, as a browser does. */
class Visitor {
  readonly #address: string;
  #cookie = '';

  constructor(address: string) {
    this.#address = address;
  }

  async call<E extends Endpoint>(
    endpoint: E,
    call: EndpointCall<E>,
  ): Promise<EndpointResponse<E> & { code?: string }> {
    const params = (call.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    const answer = await fetch(`${this.#address}/api${path}`, {
      method: endpoint.method,
      headers: {
        cookie: this.#cookie,
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
    return (await answer.json()) as EndpointResponse<E> & { code?: string };
  }
}

describe('from an invite to a case and out again, over HTTP', () => {
  let product: Installation;
  beforeAll(async () => {
    product = await Installation.start({ env: { KRING_DEMO: 'true' } });
    // It prints its links once it listens.
    await until(
      () => product.output,
      () => /Administrator: .*\n.*#token=\S{43}/.test(product.output),
    );
  });
  afterAll(async () => {
    await product.stop();
  });

  /** Signs in by the link that the start of the demo printed. */
  async function signIn(role: string): Promise<Visitor> {
    const printed = new RegExp(`  ${role}: .*\\n  \\S+#token=([\\w-]{43})`);
    const token = printed.exec(product.output)?.[1] ?? '';
    const visitor = new Visitor(product.address);
    expect((await visitor.call(endpoints.useSignInLink, { body: { token } })).code).toBeUndefined();
    return visitor;
  }

  it('works as the product promises', async () => {
    const [facilitator, observer, administrator] = [
      await signIn('Facilitator'),
      await signIn('Observer'),
      await signIn('Administrator'),
    ];
    const cop = await facilitator.call(endpoints.getCop, { params: { slug: 'gebiedsgericht-werken' } });
    const params = { copId: cop.id };
    const email = 'nieuw@voorbeeld.nl';
    await facilitator.call(endpoints.createInvite, { params, body: { email, role: 'participant' } });

    const { items: mails } = await administrator.call(endpoints.listOutbox, { query: {} });
    const [mail] = mails;
    expect([mail?.to, mail?.state]).toEqual([email, 'kept']);
    const token = /\/invite#token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    const newcomer = new Visitor(product.address);
    const joined = await newcomer.call(endpoints.acceptInvite, { body: { token, name: 'Noor Nieuwenhuis' } });
    expect(joined.copSlug).toBe(cop.slug);

    const body = { title: 'Wonen bij het water', holderId: joined.me.id, visibility: 'cop' } as const;
    const opened = await newcomer.call(endpoints.createCase, { params, body });
    expect(opened.notes.map(({ title }) => title)).toEqual(['Casusanalyse']);
    const note = { noteId: opened.notes[0]?.id ?? '' };
    expect((await observer.call(endpoints.getNote, { params: note })).readOnlyReason).toBe('role-observer');
    const caseParams = { caseId: opened.id };
    expect((await observer.call(endpoints.archiveCase, { params: caseParams })).code).toBe('not-allowed');
    expect((await administrator.call(endpoints.getCase, { params: caseParams })).code).toBe('not-found');
    const early = { params: caseParams, body: { status: 'active' } } as const;
    expect((await newcomer.call(endpoints.changeCaseStatus, early)).code).toBe('question-missing');

    const removal = { params: { ...params, personId: joined.me.id } };
    expect(await facilitator.call(endpoints.removeMember, removal)).toEqual({ done: true });
    expect((await newcomer.call(endpoints.getNote, { params: note })).code).toBe('not-found');
    expect((await facilitator.call(endpoints.getNote, { params: note })).abilities).toContain('note.write');

    const { items: trail } = await administrator.call(endpoints.listAuditEvents, { query: {} });
    const acts = trail.map(({ action, result }) => `${action} ${result}`);
    expect(acts).toEqual(
      expect.arrayContaining([
        'cop.invite done',
        'cop.accept-invite done',
        'cop.remove-member done',
        'case.archive refused',
      ]),
    );
  });
});
