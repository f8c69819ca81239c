import { TestEnvironment } from 'jest-environment-node';
import type { Page } from 'playwright-core';
import { openPages } from './open-pages.ts';

/** Adds to the error of a story what everybody in it had before them: a story that fails once must be understood at once. */
export default class TellingEnvironment extends TestEnvironment {
  async handleTestEvent({ name, error }: { readonly name: string; readonly error?: unknown }): Promise<void> {
    if (name !== 'test_fn_failure' && name !== 'hook_failure') return;
    // Errors of a story are made in its own realm, where `instanceof` of this one does not hold.
    if (typeof error !== 'object' || error === null || !('stack' in error)) return;
    const seen = await Promise.all([...openPages(this.global)].map(whatStandsThere));
    error.stack = `${String(error.stack)}\n\n${seen.join('\n\n')}`;
  }
}

/** Characters of a page that are shown: its beginning, and its end, where windows over it stand. */
const shown = { first: 1_500, last: 2_500 };

async function whatStandsThere(page: Page): Promise<string> {
  try {
    const focus = await page.evaluate(() => {
      const { activeElement: element } = document;
      return `${element?.tagName} "${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 60)}"`;
    });
    const tree = await page.locator('body').ariaSnapshot({ timeout: 2_000 });
    return `At ${page.url()}, focus on ${focus}:\n${cutInTheMiddle(tree)}`;
  } catch (problem) {
    return `At ${page.url()}: ${String(problem)}`;
  }
}

function cutInTheMiddle(text: string): string {
  if (text.length <= shown.first + shown.last) return text;
  return `${text.slice(0, shown.first)}\n  […]\n${text.slice(-shown.last)}`;
}
