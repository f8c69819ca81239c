import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { announce } from '../announce.ts';
import { readSettings } from '../config/settings.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('setting up', () => {
  let server: TestApp;
  beforeEach(async () => {
    server = await startTestApp();
  });
  afterEach(async () => {
    await server.close();
  });

  async function printedCode(): Promise<string> {
    const lines: string[] = [];
    const settings = readSettings({ DATABASE_URL: server.databaseUrl, KRING_SECRET: 'x' });
    await announce(server.app, settings, (line) => lines.push(line));
    return /^ {2}([A-Z0-9]{5}(?:-[A-Z0-9]{5}){3})$/m.exec(lines.join('\n'))?.[1] ?? '';
  }

  function setUp(code: string, email = 'first@example.nl') {
    return callEndpoint(server.url, endpoints.setUp, {
      body: { code, name: 'First', email, language: 'nl' },
    });
  }

  it('makes the first administrator with the printed code, typed in any way, and signs in', async () => {
    const code = await printedCode();
    const answer = await setUp(code.toLowerCase().replaceAll('-', ' '));
    expect(answer.value.me).toMatchObject({ email: 'first@example.nl', platformRole: 'administrator' });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    const state = await callEndpoint(server.url, endpoints.getAppState, {}, { cookie });
    expect(state.value).toMatchObject({ needsSetup: false, me: { name: 'First' } });
  });

  it('refuses a code that was not printed, and stops whoever keeps guessing', async () => {
    await printedCode();
    const codes = [];
    for (let attempt = 0; attempt < 11; attempt++) codes.push((await setUp('AAAAA-BBBBB-CCCCC-DDDDD')).code);
    expect(codes).toEqual([...Array<string>(10).fill('wrong-credentials'), 'too-many-attempts']);
  });

  it('happens once, also when two do it at once, and prints no code afterwards', async () => {
    const [one, two] = [await printedCode(), await printedCode()];
    const answers = await Promise.all([setUp(one, 'one@example.nl'), setUp(two, 'two@example.nl')]);
    expect(answers.map(({ code }) => code).sort()).toEqual([null, 'setup-done'].sort());
    expect(await printedCode()).toBe('');
  });
});
