import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { environmentKeys, readSettings, SettingsError } from './settings.ts';

const database = { DATABASE_URL: 'postgres://kring@localhost/kring' };
const secret = 'nWq3pKx8vTz5rLb2mYc7dHf4gJs9aEu6';
const forReal = { ...database, PUBLIC_URL: 'https://kring.example.nl', KRING_SECRET: secret };

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
}

describe('settings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kring-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('need nothing but a database to try Kring out', () => {
    const settings = readSettings({ ...database, KRING_DATA_DIR: folder });
    expect(settings).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      isProduction: false,
      isDemo: false,
      logLevel: 'warn',
    });
  });

  it('keep the secret of a try-out in its data folder', () => {
    const read = () => readSettings({ ...database, KRING_DATA_DIR: folder }).secret;
    expect(read()).toMatch(/^[\w-]{43}$/);
    expect(read()).toBe(read());
  });

  it('treat an empty value as not set', () => {
    expect(readSettings({ ...forReal, SMTP_URL: '', PORT: '' })).toMatchObject({
      smtpUrl: undefined,
      port: 3000,
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/kring'],
    ['SMTP_URL', 'https://mail.example.nl'],
    ['MAIL_FROM', 'nobody'],
    ['PUBLIC_URL', 'https://kring.example.nl/path'],
    ['PUBLIC_URL', 'ftp://kring.example.nl'],
    ['KRING_DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_IDLE_MINUTES', 'soon'],
  ])('name %s when it is %s, in one line that does not repeat it', (name, value) => {
    const faults = faultsOf({ ...forReal, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name}: `));
    expect(faults[0]).not.toContain(value);
  });

  it('that others can reach are refused without https or a strong secret', () => {
    expect(faultsOf(forReal)).toEqual([]);
    expect(faultsOf({ ...forReal, PUBLIC_URL: 'http://kring.example.nl' })).toHaveLength(1);
    expect(faultsOf({ ...forReal, KRING_SECRET: '' })).toHaveLength(1);
    expect(faultsOf({ ...forReal, KRING_SECRET: 'a'.repeat(40) })).toHaveLength(1);
    expect(faultsOf({ ...forReal, KRING_SECRET: secret.slice(1) })).toHaveLength(1);
  });

  it('all stand in .env.example, and nothing else does', () => {
    const example = readFileSync(path.join(import.meta.dirname, '../../../../.env.example'), 'utf8');
    const documented = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual([...environmentKeys].sort());
  });
});
