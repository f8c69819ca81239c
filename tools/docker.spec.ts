import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker-compose.yml')) as Compose;
const dockerfile = read('docker/api.Dockerfile');
const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the product as shipped', () => {
  it('builds from files that exist and mounts only these and declared volumes', () => {
    for (const { build, volumes = [] } of Object.values(compose.services)) {
      if (build !== undefined) expect(existsSync(path.join(root, build.dockerfile))).toBe(true);
      for (const source of volumes.map((volume) => volume.split(':')[0] ?? '')) {
        const isThere = source.startsWith('./')
          ? existsSync(path.join(root, source))
          : source in compose.volumes;
        expect([source, isThere]).toEqual([source, true]);
      }
    }
  });

  it('connects services only to services and networks that exist', () => {
    for (const { networks, depends_on: needs = {} } of Object.values(compose.services)) {
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...networks]));
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(needs)));
    }
    expect(compose.services['postgres']?.networks).toEqual(['back']);
  });

  it('asks in its example for every setting that it will not start without, and for no other', () => {
    const example = named(read('docker/.env.example'), /^(\w+)=/gm);
    const used = named(read('docker-compose.yml'), /\$\{(\w+)/g);
    const demanded = named(read('docker-compose.yml'), /\$\{(\w+):\?/g);
    expect(example).toEqual(expect.arrayContaining(demanded));
    expect(used).toEqual(expect.arrayContaining(example));
  });

  it('gives the API only settings that it knows', () => {
    const settings = read('apps/api/src/config/settings.ts');
    const given = [
      ...Object.keys(compose.services['api-1']?.environment ?? {}),
      ...named(dockerfile, /^ENV (.+)$/gm).flatMap((line) => named(line, /(\w+)=/g)),
    ];
    // NODE_ENV is read by Express itself: with `production` it shows nobody a stack.
    const unknown = given.filter((name) => name !== 'NODE_ENV' && !new RegExp(`\\b${name}:`).test(settings));
    expect(unknown).toEqual([]);
  });

  it('copies and starts what the build makes, as another user than root', () => {
    const entry = /^CMD .*"(apps\/api\/dist\/(\w+)\.js)"\]$/m.exec(dockerfile);
    expect(existsSync(path.join(root, 'apps/api/src', `${entry?.[2]}.ts`))).toBe(true);
    const copied = named(dockerfile, /^COPY --from=build \/kring\/(\S+)/gm).filter(
      (file) => !file.endsWith('/dist'),
    );
    expect(copied.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    expect(dockerfile.indexOf('USER node')).toBeGreaterThan(0);
    expect(dockerfile.indexOf('USER node')).toBeLessThan(dockerfile.indexOf('\nCMD'));
  });

  it('lets the proxy speak to the port on which the API listens', () => {
    const port = /PORT=(\d+)/.exec(dockerfile)?.[1];
    const upstreams = /reverse_proxy (.+) \{/.exec(read('docker/Caddyfile'))?.[1]?.split(' ');
    const processes = Object.keys(compose.services).filter((name) => name.startsWith('api-'));
    expect(processes.length).toBeGreaterThan(1);
    expect(upstreams).toEqual(processes.map((name) => `${name}:${port}`));
    expect(dockerfile).toContain(`http://127.0.0.1:${port}/health/ready`);
  });
});
