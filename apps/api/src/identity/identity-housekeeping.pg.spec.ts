import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSignedInPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { IdentityHousekeeping } from './identity-housekeeping.ts';

describe('housekeeping', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  it('removes sign-ins that ended long ago, and no others', async () => {
    const alive = await createSignedInPerson(server.app);
    const endedLately = await createSignedInPerson(server.app);
    const endedLongAgo = await createSignedInPerson(server.app);
    const end = (id: string, days: number) =>
      server.query(
        'UPDATE login_sessions SET ended_at = now() - make_interval(days => $2::int) WHERE id = $1',
        [id, days],
      );
    await end(endedLately.loginSessionId, 29);
    await end(endedLongAgo.loginSessionId, 31);
    await server.app.get(IdentityHousekeeping).tidy();
    const left = await server.query<{ id: string }>('SELECT id FROM login_sessions');
    expect(new Set(left.map(({ id }) => id))).toEqual(
      new Set([alive.loginSessionId, endedLately.loginSessionId]),
    );
  });
});
