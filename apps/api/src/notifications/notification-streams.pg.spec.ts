import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { NotificationsService } from './notifications.service.ts';

describe('the stream of notifications', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let noteId: string;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    noteId = await community.addNote(
      await community.addCase(copId, { holderId: ada.personId }),
      ada.personId,
    );
  });
  afterAll(async () => {
    await server.close();
  });

  /** An open stream; `next` waits for the next event, null when the server has ended it. */
  async function open(person: SignedInTestPerson) {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/api/notifications/stream`, {
      headers: { cookie: person.cookie },
      signal: stop.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let buffer = '';
    const next = async (): Promise<string | null> => {
      for (;;) {
        const end = buffer.indexOf('\n\n');
        if (end >= 0) {
          const event = buffer.slice(0, end);
          buffer = buffer.slice(end + 2);
          if (event.startsWith('event:')) return event;
          continue;
        }
        const part = await reader?.read();
        if (!part || part.done) return null;
        buffer += part.value;
      }
    };
    return { status: response.status, type: response.headers.get('content-type'), next, stop };
  }
  const look = 'event: changed\ndata: look';
  const tell = () =>
    server.app.get(TransactionRunner).run((tx) =>
      server.app.get(NotificationsService).tell(tx, {
        kind: 'mention',
        actor: ada,
        recipients: [jan.personId],
        about: { noteId },
      }),
    );

  it('needs a sign-in', async () => {
    expect((await open({ ...jan, cookie: '' })).status).toBe(401);
  });

  it('says "look" at once and when something is told, within a second, and never what', async () => {
    const stream = await open(jan);
    expect(stream.type).toBe('text/event-stream');
    expect(await stream.next()).toBe(look);
    const before = Date.now();
    await tell();
    expect(await stream.next()).toBe(look);
    expect(Date.now() - before).toBeLessThan(1_000);
    stream.stop.abort();
  });

  it('says "look" to whoever lost access, whose count then no longer shows it', async () => {
    const member = await community.addMember(copId, 'participant');
    await server.app.get(TransactionRunner).run((tx) =>
      server.app.get(NotificationsService).tell(tx, {
        kind: 'mention',
        actor: ada,
        recipients: [member.personId],
        about: { noteId },
      }),
    );
    const count = async () => (await callEndpoint(server.url, endpoints.countUnread, {}, member)).value.forMe;
    expect(await count()).toBe(1);
    const stream = await open(member);
    await stream.next();
    const params = { copId, personId: member.personId };
    await callEndpoint(server.url, endpoints.removeMember, { params }, ada);
    expect(await stream.next()).toBe(look);
    expect(await count()).toBe(0);
    stream.stop.abort();
  });

  it('ends with the sign-in', async () => {
    const person = await community.addPerson();
    const stream = await open(person);
    await stream.next();
    await callEndpoint(server.url, endpoints.signOut, {}, person);
    expect(await stream.next()).toBeNull();
  });

  it('gives way to a newer one when somebody has very many open', async () => {
    const person = await community.addPerson();
    const streams = [];
    for (let count = 0; count < 13; count++) streams.push(await open(person));
    await streams[0]?.next();
    expect(await streams[0]?.next()).toBeNull();
    for (const { stop } of streams) stop.abort();
  });
});
