import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeNode {
  readonly element: Element | null;
  readonly html: string;
  readonly target: readonly string[];
  readonly failureSummary?: string;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly AxeNode[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs in the page. Inside a text that one writes in, the caret scrolls what is too wide: no focus of its own is needed.
 * And initials in the place of a portrait, hidden from screen readers, are a picture and no label. Null when what was
 * looked at has been drawn anew meanwhile, as a text is when its tools come: nobody can say any more where it stood.
 */
function withoutFalseAlarms({ violations }: AxeResult): AxeResult | null {
  const isFalseAlarm = (id: string, element: Element | null) => {
    if (element === null) return false;
    if (id === 'scrollable-region-focusable') return element.closest('[contenteditable="true"]') !== null;
    if (id !== 'label-content-name-mismatch') return false;
    const said = element.cloneNode(true) as Element;
    said.querySelectorAll('[aria-hidden="true"]').forEach((hidden) => hidden.remove());
    return (said.textContent ?? '').trim() === '';
  };
  if (violations.some(({ nodes }) => nodes.some(({ element }) => element?.isConnected === false)))
    return null;
  return {
    violations: violations
      .map((one) => ({
        ...one,
        nodes: one.nodes
          .filter(({ element }) => !isFalseAlarm(one.id, element))
          .map((node) => ({ ...node, element: null })),
      }))
      .filter(({ nodes }) => nodes.length > 0),
  };
}

/** What axe says of the page as it stands. */
async function runAxe(page: Page): Promise<AxeResult> {
  const run = "window.axe.run(document, { resultTypes: ['violations'], elementRef: true })";
  for (;;) {
    const result = await page.evaluate<AxeResult | null>(`${run}.then(${String(withoutFalseAlarms)})`);
    if (result !== null) return result;
  }
}

/** Colours fade from one theme to the other, an inherited one level by level: what is measured halfway is neither. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const later = () => new Promise((resolve) => setTimeout(resolve, 1_000));
  const end = Date.now() + 120_000;
  for (let quiet = 0; quiet < 3;) {
    await frame();
    const ending = document
      .getAnimations()
      .filter(
        (one) => one.playState !== 'finished' && Number.isFinite(one.effect?.getComputedTiming().endTime),
      );
    quiet = ending.length === 0 ? quiet + 1 : 0;
    await Promise.race([Promise.allSettled(ending.map((one) => one.finished)), later()]);
    if (Date.now() < end) continue;
    const named = ending.map(({ effect, playState, currentTime }) => {
      const target = effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 200) : '';
      return `${playState} at ${String(currentTime)}: ${target}`;
    });
    throw new Error(`Still moving: ${named.join(' | ')}`);
  }
}

interface Finding {
  /** Where, what, and how to mend it. */
  readonly text: string;
  /** The element, as a selector. */
  readonly target: string;
}

/** What axe finds serious or critical on this page, in the light and in the dark theme; empty when all is well. */
export async function seriousFindings(page: Page): Promise<string[]> {
  return (await seriousElements(page)).map(({ text }) => text);
}

/** The same, with the element that each finding is about. */
export async function seriousElements(page: Page): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(settle);
    await page.evaluate(`if (!window.axe) { ${axeSource} }`);
    const result = await runAxe(page);
    for (const { id, impact, nodes } of result.violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      const where = `${new URL(page.url()).pathname} (${colorScheme}) ${impact}: ${id}`;
      for (const { html, failureSummary = '', target } of nodes)
        findings.push({ text: `${where}\n    ${html}\n    ${failureSummary}`, target: target[0] ?? '' });
    }
  }
  return findings;
}
