import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const components = path.join(import.meta.dirname, '../../components');
const read = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

const files = read(components);
const page = read(import.meta.dirname);

/** Components that are drawn by others or by the app itself; what stands for them on the page. */
const standIns: Readonly<Record<string, string>> = {
  FollowButton: '<FollowToggle',
  Toasts: 'showToast(',
};

const exported = files.flatMap(({ name, text }) =>
  [
    ...text.matchAll(/^export function ([A-Z]\w*)\(/gm),
    ...text.matchAll(/^export function ([A-Z]\w*)</gm),
  ].map(([, component = '']) => ({ name, component })),
);

/** What the page draws, and what that draws in turn. */
function drawn(): Set<string> {
  const found = new Set<string>();
  const visit = (text: string) => {
    for (const { component, name } of exported) {
      const isDrawn = new RegExp(`<${component}\\b`).test(text);
      if (!isDrawn || found.has(component)) continue;
      found.add(component);
      visit(files.find((file) => file.name === name)?.text ?? '');
    }
  };
  const all = page.map(({ text }) => text).join('\n');
  visit(all);
  for (const [component, words] of Object.entries(standIns)) if (all.includes(words)) found.add(component);
  return found;
}

describe('the page of building blocks', () => {
  it('finds the components of the folder', () => {
    expect(exported.length).toBeGreaterThan(30);
    expect(exported.map(({ component }) => component)).toEqual(
      expect.arrayContaining(['Button', 'ChecksField']),
    );
  });

  it('shows every component', () => {
    const seen = drawn();
    expect(exported.filter(({ component }) => !seen.has(component))).toEqual([]);
  });

  it('has a part for every file, but for those that others draw', () => {
    const specimens = page.flatMap(({ text }) =>
      [...text.matchAll(/file: '([\w-]+)'/g)].map(([, file]) => file),
    );
    const byOthers = ['aria-locale', 'dialog-window', 'menu-popover'];
    const all = files.map(({ name }) => name.replace('.tsx', '')).filter((name) => !byOthers.includes(name));
    expect([...new Set(specimens)].sort()).toEqual(all.sort());
    expect(specimens).toHaveLength(new Set(specimens).size);
  });
});
