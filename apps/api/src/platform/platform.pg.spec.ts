import { afterEach, describe, expect, it } from '@jest/globals';
import { endpoints, logoLimits, problemSchema, type EndpointCall } from '@kring/contracts';
import sharp from 'sharp';
import type { Settings } from '../config/settings.ts';
import { lastMailTo } from '../testing/mail.ts';
import { createSignedInPerson, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('the settings of the platform', () => {
  let closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.reverse()) await close();
    closing = [];
  });

  async function start(settings: Partial<Settings> = {}) {
    const server = await startTestApp(settings);
    closing.push(() => server.close());
    const administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    const read = async () => (await callEndpoint(server.url, endpoints.getSettings, {}, administrator)).value;
    type Changes = EndpointCall<typeof endpoints.updateSettings>['body'];
    const update = async (changes: Omit<Changes, 'version'>, by: SignedInTestPerson = administrator) =>
      callEndpoint(
        server.url,
        endpoints.updateSettings,
        { body: { version: (await read()).version, ...changes } },
        by,
      );
    const state = async () => (await callEndpoint(server.url, endpoints.getAppState, {})).value;
    return { server, administrator, read, update, state };
  }
  const sendLogo = (server: TestApp, bytes: Uint8Array, by: SignedInTestPerson) =>
    fetch(`${server.url}/api/settings/logo`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', cookie: by.cookie, origin: server.url },
      body: new Uint8Array(bytes),
    });

  it('hold at once, in the state of pages and in mails', async () => {
    const { server, update, state, administrator } = await start();
    expect(await state()).toMatchObject({ name: 'Kring', languages: ['nl', 'en'], logoPath: null });
    const changed = await update({ name: 'Samenhuis', networkName: 'Net', contactEmail: 'hulp@example.nl' });
    expect(changed.value).toMatchObject({ name: 'Samenhuis', fixed: [] });
    expect(await state()).toMatchObject({
      name: 'Samenhuis',
      networkName: 'Net',
      contactEmail: 'hulp@example.nl',
    });
    await callEndpoint(server.url, endpoints.requestSignInLink, { body: { email: administrator.email } });
    const { subject, body } = await lastMailTo(server.app, administrator.email);
    expect(subject).toContain('Samenhuis');
    expect(body).toContain('Samenhuis\n\nVragen? Mail naar hulp@example.nl');
  });

  it('say who runs the platform and where its statements stand, and take web addresses alone', async () => {
    const { update, state } = await start();
    const about = {
      operator: 'Hogeschool Zeeland',
      privacyUrl: 'https://www.example.nl/privacy',
      accessibilityUrl: 'https://www.example.nl/toegankelijkheid',
    };
    expect((await update(about)).value).toMatchObject(about);
    expect(await state()).toMatchObject(about);
    for (const hostile of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.nl',
      'https://a b',
      'ftp://a.nl',
    ])
      expect((await update({ privacyUrl: hostile })).code).toBe('invalid-input');
    expect((await update({ operator: null, privacyUrl: null })).value).toMatchObject({ operator: null });
    expect(await state()).toMatchObject({ privacyUrl: null, accessibilityUrl: about.accessibilityUrl });
  });

  it('of the environment win, say so, and cannot be changed', async () => {
    const { update, read } = await start({ fixedName: 'Vast' });
    expect(await read()).toMatchObject({ name: 'Vast', fixed: ['name'] });
    expect((await update({ name: 'Anders' })).code).toBe('setting-fixed');
    expect((await update({ networkName: 'Wel' })).value).toMatchObject({ name: 'Vast', networkName: 'Wel' });
  });

  it('of somebody who looked before another change are refused, and nothing of them is kept', async () => {
    const { server, administrator, read, update } = await start();
    const { version } = await read();
    await update({ name: 'Eerst' });
    const body = { version, name: 'Daarna' };
    const late = await callEndpoint(server.url, endpoints.updateSettings, { body }, administrator);
    expect([late.code, (await read()).name]).toEqual(['changed-meanwhile', 'Eerst']);
  });

  it('are seen and changed by administrators only, and each change is in the audit trail', async () => {
    const { server, update } = await start();
    const member = await createSignedInPerson(server.app);
    expect((await callEndpoint(server.url, endpoints.getSettings, {}, member)).code).toBe('not-allowed');
    expect((await update({ name: 'X' }, member)).code).toBe('not-allowed');
    expect((await update({ name: 'X' })).code).toBeNull();
    const audit = `SELECT 1 FROM audit_events WHERE action = 'settings.update' AND result = 'done'`;
    expect(await server.query(audit)).toHaveLength(1);
  });

  it('refuse a colour that cannot be read in its theme, by name, and give the rest to every page', async () => {
    const { server, update } = await start();
    const css = async () => (await fetch(`${server.url}/api/appearance.css`)).text();
    const wrong = await update({ accent: { light: '#ffdd00', dark: '#6fc7bf' } });
    expect(wrong.body).toMatchObject({ errors: [{ path: 'accent.light', code: 'contrast-light' }] });
    expect(await css()).toBe('');
    expect((await update({ accent: { light: '#7a1f5c', dark: '#e6a1cf' } })).code).toBeNull();
    expect(await css()).toContain('--primary: light-dark(#7a1f5c, #e6a1cf);');
    await update({ accent: null });
    expect(await css()).toBe('');
  });

  it('keep the first language among those that can be chosen, and give it to new people', async () => {
    const { server, update } = await start();
    const wrong = await update({ languages: ['en'] });
    expect(wrong.body).toMatchObject({ errors: [{ path: 'defaultLanguage', code: 'not-offered' }] });
    expect((await update({ languages: ['en'], defaultLanguage: 'en' })).code).toBeNull();
    const newcomer = await createSignedInPerson(server.app);
    const language = async () =>
      (await callEndpoint(server.url, endpoints.getMe, {}, newcomer)).value.language;
    expect(await language()).toBe('en');
    const body = { language: 'nl' } as const;
    const other = await callEndpoint(server.url, endpoints.updateMe, { body }, newcomer);
    expect(other.body).toMatchObject({ errors: [{ path: 'language', code: 'not-offered' }] });
  });

  it.each(['jpeg', 'webp', 'png'] as const)(
    'take a %s logo by its bytes, written anew, small and as PNG, for pages and mails',
    async (format) => {
      const { server, administrator, state } = await start();
      const picture = sharp({ create: { width: 1200, height: 600, channels: 3, background: '#7a1f5c' } });
      const photo = await picture
        .toFormat(format)
        .withExif({ IFD0: { Copyright: 'geheim adres' } })
        .toBuffer();
      expect((await sendLogo(server, photo, administrator)).status).toBe(200);
      const { logoPath } = await state();
      const answer = await fetch(`${server.url}${logoPath ?? ''}`);
      const kept = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(kept.includes('geheim adres')).toBe(false);
      expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 320, height: 160 });
      const removed = await callEndpoint(server.url, endpoints.removeLogo, {}, administrator);
      expect(removed.value.logoPath).toBeNull();
      expect((await fetch(`${server.url}${logoPath ?? ''}`)).status).toBe(404);
    },
  );

  it('refuse a logo that could run, is no image, is too large, or is from a member', async () => {
    const { server, administrator, state } = await start();
    const member = await createSignedInPerson(server.app);
    const text = (content: string) => new TextEncoder().encode(content);
    const code = async (bytes: Uint8Array, by = administrator) =>
      problemSchema.parse(await (await sendLogo(server, bytes, by)).json()).code;
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expect(await code(svg)).toBe('file-not-allowed');
    expect(await code(text('%PDF-1.7'))).toBe('file-not-allowed');
    expect(await code(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(99)]))).toBe(
      'image-unreadable',
    );
    expect(await code(new Uint8Array(logoLimits.bytes + 1))).toBe('payload-too-large');
    const good = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await code(good, member)).toBe('not-allowed');
    expect((await state()).logoPath).toBeNull();
    expect((await sendLogo(server, good, administrator)).status).toBe(200);
  });
});
