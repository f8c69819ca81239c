import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type CopRole } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import { lastMailTo, tokenIn } from '../testing/mail.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('CoPs', () => {
  let server: TestApp;
  let community: TestCommunity;
  let cop: { id: string; slug: string };
  let facilitator: SignedInTestPerson;
  let newcomers = 0;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    cop = await community.addCop();
    facilitator = await community.addMember(cop.id, 'facilitator');
  });

  const newAddress = () => `newcomer-${++newcomers}@example.nl`;

  async function invite(
    email: string,
    role: CopRole = 'participant',
    inviter = facilitator,
  ): Promise<string> {
    const call = { params: { copId: cop.id }, body: { email, role, name: 'Nieuw', language: 'nl' as const } };
    const answer = await callEndpoint(server.url, endpoints.createInvite, call, { cookie: inviter.cookie });
    expect(answer.code).toBeNull();
    return tokenIn(await lastMailTo(server.app, email));
  }
  const accept = (token: string, cookie?: string, name?: string) =>
    callEndpoint(server.url, endpoints.acceptInvite, { body: { token, name } }, { cookie });
  const view = (token: string) => callEndpoint(server.url, endpoints.viewInvite, { body: { token } });
  const setRole = (personId: string, role: CopRole, by = facilitator) =>
    callEndpoint(
      server.url,
      endpoints.changeMemberRole,
      { params: { copId: cop.id, personId }, body: { role } },
      { cookie: by.cookie },
    );
  const leave = (person: SignedInTestPerson) =>
    callEndpoint(server.url, endpoints.leaveCop, { params: { copId: cop.id } }, { cookie: person.cookie });
  async function roleOf(personId: string): Promise<string | undefined> {
    const [row] = await server.query<{ role: string }>(
      'SELECT role FROM cop_members WHERE cop_id = $1 AND person_id = $2',
      [cop.id, personId],
    );
    return row?.role;
  }

  describe('an invite', () => {
    it('leads somebody without an account straight into the CoP', async () => {
      const email = newAddress();
      const token = await invite(email);
      expect((await view(token)).value).toMatchObject({ email, role: 'participant', hasAccount: false });
      const nameless = await accept(token);
      expect([nameless.code, nameless.body]).toEqual([
        'invalid-input',
        expect.objectContaining({ errors: [{ path: 'name', code: 'required' }] }),
      ]);
      const answer = await accept(token, undefined, 'Nieuwe Deelnemer');
      expect(answer.value).toMatchObject({ me: { email, name: 'Nieuwe Deelnemer' }, copSlug: cop.slug });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      const home = await callEndpoint(server.url, endpoints.getHome, {}, { cookie });
      expect(home.value.cops.map(({ slug, myRole }) => [slug, myRole])).toEqual([[cop.slug, 'participant']]);
    });

    it('keeps its token out of the database and out of the list', async () => {
      const email = newAddress();
      const token = await invite(email);
      const call = { params: { copId: cop.id } };
      const list = await callEndpoint(server.url, endpoints.listInvites, call, {
        cookie: facilitator.cookie,
      });
      expect(list.value.map((open) => open.email)).toEqual([email]);
      const [rows] = await server.query('SELECT string_agg(i::text, $1) AS text FROM cop_invites i', [' ']);
      expect(JSON.stringify([list.body, rows])).not.toContain(token);
    });

    it('works once, also when it is accepted many times at once', async () => {
      const token = await invite(newAddress());
      const answers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => accept(token, undefined, name)));
      expect(answers.map(({ code }) => code).sort()).toEqual([
        'link-not-valid',
        'link-not-valid',
        'link-not-valid',
        null,
      ]);
    });

    it('makes one account when two CoPs invite the same address and both are accepted at once', async () => {
      const email = newAddress();
      const first = await invite(email);
      cop = await community.addCop();
      facilitator = await community.addMember(cop.id, 'facilitator');
      const second = await invite(email);
      const answers = await Promise.all([first, second].map((token) => accept(token, undefined, 'Een')));
      expect(answers.map(({ code }) => code)).toEqual([null, null]);
      expect(await server.query('SELECT 1 FROM people WHERE email = $1', [email])).toHaveLength(1);
    });

    it('is for its address: somebody else who is signed in is told so', async () => {
      const token = await invite(newAddress());
      const other = await community.addPerson();
      expect((await accept(token, other.cookie, 'Ander')).code).toBe('invite-for-other-address');
      expect((await view(token)).code).toBeNull();
    });

    it('is replaced by a newer one, and can be taken back', async () => {
      const email = newAddress();
      const [first, second] = [await invite(email), await invite(email, 'observer')];
      expect((await view(first)).code).toBe('link-not-valid');
      const call = { params: { copId: cop.id } };
      const list = await callEndpoint(server.url, endpoints.listInvites, call, {
        cookie: facilitator.cookie,
      });
      const params = { copId: cop.id, inviteId: list.value[0]?.id ?? '' };
      await callEndpoint(server.url, endpoints.revokeInvite, { params }, { cookie: facilitator.cookie });
      expect((await accept(second, undefined, 'Te laat')).code).toBe('link-not-valid');
    });

    it('expires', async () => {
      const token = await invite(newAddress());
      await server.query(
        "UPDATE cop_invites SET expires_at = now() - interval '1 second' WHERE cop_id = $1",
        [cop.id],
      );
      expect((await accept(token, undefined, 'Te laat')).code).toBe('link-not-valid');
    });

    it('ends with the role of whoever sent it', async () => {
      const second = await community.addMember(cop.id, 'facilitator');
      const token = await invite(newAddress(), 'participant', second);
      await setRole(second.personId, 'participant');
      expect((await view(token)).code).toBe('link-not-valid');
      await setRole(second.personId, 'facilitator');
      expect((await view(token)).code).toBe('link-not-valid');
    });

    it('ends when whoever sent it is disabled, or is an administrator no longer', async () => {
      const administrator = await community.addPerson('administrator');
      const token = await invite(newAddress(), 'facilitator', administrator);
      expect((await view(token)).code).toBeNull();
      await server.query("UPDATE people SET platform_role = 'member' WHERE id = $1", [
        administrator.personId,
      ]);
      expect((await accept(token, undefined, 'Te laat')).code).toBe('link-not-valid');
    });

    it('never lowers a role, and is not for members', async () => {
      const person = await community.addPerson();
      const token = await invite(person.email, 'observer');
      await community.admit(cop.id, person.personId, 'facilitator');
      expect((await accept(token)).code).toBeNull();
      expect(await roleOf(person.personId)).toBe('facilitator');
      const call = { params: { copId: cop.id }, body: { email: person.email, role: 'observer' as const } };
      const again = await callEndpoint(server.url, endpoints.createInvite, call, {
        cookie: facilitator.cookie,
      });
      expect(again.code).toBe('already-member');
    });
  });

  describe('the last facilitator', () => {
    it('cannot leave, step down or be removed', async () => {
      const params = { copId: cop.id, personId: facilitator.personId };
      const removal = await callEndpoint(
        server.url,
        endpoints.removeMember,
        { params },
        { cookie: facilitator.cookie },
      );
      const codes = [removal, await leave(facilitator), await setRole(facilitator.personId, 'observer')];
      expect(codes.map(({ code }) => code)).toEqual([
        'last-facilitator',
        'last-facilitator',
        'last-facilitator',
      ]);
    });

    it('stays when all leave at once', async () => {
      const others = [
        await community.addMember(cop.id, 'facilitator'),
        await community.addMember(cop.id, 'facilitator'),
      ];
      const answers = await Promise.all([facilitator, ...others].map(leave));
      expect(answers.map(({ code }) => code).sort()).toEqual(['last-facilitator', null, null]);
    });

    it('stays when two remove each other at once', async () => {
      const second = await community.addMember(cop.id, 'facilitator');
      const remove = (by: SignedInTestPerson, personId: string) =>
        callEndpoint(
          server.url,
          endpoints.removeMember,
          { params: { copId: cop.id, personId } },
          { cookie: by.cookie },
        );
      const answers = await Promise.all([
        remove(facilitator, second.personId),
        remove(second, facilitator.personId),
      ]);
      expect(answers.filter(({ code }) => code === null)).toHaveLength(1);
    });
  });

  describe('a request to join', () => {
    const ask = (person: SignedInTestPerson) =>
      callEndpoint(
        server.url,
        endpoints.createJoinRequest,
        { params: { copId: cop.id }, body: { motivation: 'Graag!' } },
        { cookie: person.cookie },
      );
    const unreadOf = async ({ cookie }: SignedInTestPerson) =>
      (await callEndpoint(server.url, endpoints.countUnread, {}, { cookie })).value.forMe;
    const list = () =>
      callEndpoint(
        server.url,
        endpoints.listJoinRequests,
        { params: { copId: cop.id } },
        { cookie: facilitator.cookie },
      );

    it('waits for the facilitator, who is told until it is decided, and lets in whoever is accepted', async () => {
      const person = await community.addPerson();
      expect((await ask(person)).code).toBeNull();
      expect((await ask(person)).code).toBe('already-requested');
      expect(await unreadOf(facilitator)).toBe(1);
      const home = await callEndpoint(server.url, endpoints.getHome, {}, { cookie: facilitator.cookie });
      expect(home.value.joinRequests.map(({ cop: { slug } }) => slug)).toEqual([cop.slug]);
      const joinRequestId = (await list()).value[0]?.id ?? '';
      const decide = (decision: { decision: 'accept'; role: CopRole } | { decision: 'decline' }) =>
        callEndpoint(
          server.url,
          endpoints.decideJoinRequest,
          { params: { copId: cop.id, joinRequestId }, body: decision },
          { cookie: facilitator.cookie },
        );
      expect((await decide({ decision: 'accept', role: 'observer' })).code).toBeNull();
      expect(await unreadOf(facilitator)).toBe(0);
      expect((await decide({ decision: 'decline' })).code).toBe('already-decided');
      expect(await roleOf(person.personId)).toBe('observer');
      expect((await lastMailTo(server.app, person.email)).template).toBe('join-request-accepted');
      expect((await ask(person)).code).toBe('already-member');
    });

    it('waits a fortnight after a refusal, so that facilitators are not asked again and again', async () => {
      const person = await community.addPerson();
      expect((await ask(person)).code).toBeNull();
      await server.query(
        `UPDATE cop_join_requests SET decision = 'decline', decided_at = now() - interval '13 days',
                decided_by_id = $2 WHERE cop_id = $1`,
        [cop.id, facilitator.personId],
      );
      expect((await ask(person)).code).toBe('declined-recently');
      await server.query(
        `UPDATE cop_join_requests SET decided_at = now() - interval '15 days' WHERE cop_id = $1`,
        [cop.id],
      );
      expect((await ask(person)).code).toBeNull();
    });
  });

  it('a new CoP gets its first facilitator, by invitation when there is no account yet', async () => {
    const administrator = await community.addPerson('administrator');
    const create = (facilitatorEmail: string) =>
      callEndpoint(
        server.url,
        endpoints.createCop,
        { body: { name: 'Oog voor de toekomst', question: 'Hoe?', facilitatorEmail } },
        { cookie: administrator.cookie },
      );
    const known = await community.addPerson();
    const first = await create(known.email);
    const second = await create('onbekend@example.nl');
    expect([first.value.slug, second.value.slug]).toEqual(['oog-voor-de-toekomst', 'oog-voor-de-toekomst-2']);
    expect((await lastMailTo(server.app, known.email)).template).toBe('join-request-accepted');
    const token = tokenIn(await lastMailTo(server.app, 'onbekend@example.nl'));
    expect((await view(token)).value.role).toBe('facilitator');
  });

  it('an update that knows less than there is now is refused', async () => {
    const update = (name: string) =>
      callEndpoint(
        server.url,
        endpoints.updateCop,
        { params: { copId: cop.id }, body: { version: 1, name } },
        { cookie: facilitator.cookie },
      );
    const answers = await Promise.all([update('Een'), update('Twee')]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['changed-meanwhile', null]);
  });
});
