import type { FrameworkId } from '@kring/contracts';
import type { Framework } from './framework.ts';
import { cbs14, dialoog8x3 } from './frameworks-cbs.ts';
import { klavervier4, planbureaus8, telos3 } from './frameworks-others.ts';

/** Every version of every framework that a matrix may have; the first is what is proposed. */
export const frameworks: readonly Framework[] = [dialoog8x3, cbs14, planbureaus8, klavervier4, telos3];

/** The version of a framework that new matrices get. */
export function newestFramework(id: FrameworkId): Framework {
  const versions = frameworks.filter((framework) => framework.id === id);
  return pick(
    versions.reduce<Framework | undefined>(
      (newest, next) => (newest && newest.version > next.version ? newest : next),
      undefined,
    ),
    id,
  );
}

/** A framework as it was when a matrix was started. */
export function frameworkOf({
  id,
  version,
}: {
  readonly id: FrameworkId;
  readonly version: number;
}): Framework {
  return pick(
    frameworks.find((framework) => framework.id === id && framework.version === version),
    `${id} ${version}`,
  );
}

function pick(found: Framework | undefined, name: string): Framework {
  if (!found) throw new Error(`There is no framework ${name}`);
  return found;
}
