import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** npm forgets optional packages of other platforms when it cannot reach them, and `npm ci` then refuses the lock file. */
it('the lock file names the packages of every platform', () => {
  const file = path.resolve(import.meta.dirname, '..', 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${place}/node_modules/${name}` in packages) && !isAbove(place, name, packages),
    ),
  );
  expect(missing).toEqual([]);
});

function isAbove(place: string, name: string, packages: Record<string, LockedPackage>): boolean {
  const folders = place.split('/node_modules/');
  return folders.some((_, depth) => {
    const above = folders.slice(0, depth).join('/node_modules/');
    return `${above === '' ? '' : `${above}/`}node_modules/${name}` in packages;
  });
}
