import { TestEnvironment } from 'jest-environment-node';
import type { Page } from 'playwright-core';
import { evidenceOf } from './evidence.ts';

/** How much is shown: characters of a page's beginning and of its end, where windows over it stand; of what was printed. */
const shown = { first: 1_500, last: 2_500, printed: 1_500, troubles: 8 };

/** Adds to the error of a story what everybody in it had before them: a story that fails once must be understood at once. */
export default class TellingEnvironment extends TestEnvironment {
  async handleTestEvent({ name, error }: { readonly name: string; readonly error?: unknown }): Promise<void> {
    if (name !== 'test_fn_failure' && name !== 'hook_failure') return;
    // Errors of a story are made in its own realm, where `instanceof` of this one does not hold.
    if (typeof error !== 'object' || error === null || !('stack' in error)) return;
    const { pages, outputs } = evidenceOf(this.global);
    const seen = await Promise.all([...pages].map(whatStandsThere));
    const printed = [...outputs].map((output) => `Printed:\n${output().slice(-shown.printed)}`);
    const when = `At ${new Date().toISOString().slice(11, 23)}:`;
    error.stack = [String(error.stack), when, ...seen, ...printed].join('\n\n');
  }
}

async function whatStandsThere([page, troubles]: [Page, string[]]): Promise<string> {
  const network = troubles.slice(-shown.troubles).map((trouble) => `  ${trouble}`);
  try {
    const focus = await page.evaluate(() => {
      const { activeElement: element } = document;
      return `${element?.tagName} "${element?.getAttribute('aria-label') ?? element?.textContent?.slice(0, 60)}"`;
    });
    const tree = await page.locator('body').ariaSnapshot({ timeout: 2_000 });
    return [`At ${page.url()}, focus on ${focus}:`, ...network, cutInTheMiddle(tree)].join('\n');
  } catch (problem) {
    return [`At ${page.url()}: ${String(problem)}`, ...network].join('\n');
  }
}

function cutInTheMiddle(text: string): string {
  if (text.length <= shown.first + shown.last) return text;
  return `${text.slice(0, shown.first)}\n  […]\n${text.slice(-shown.last)}`;
}
