import type { DemoNode } from '../demo-content.ts';

/** How a text said something before, for a version of the past: what it says now, and what it said then. */
export type Replacement = readonly [now: string, then: string];

/**
 * Earlier forms of an analysis: up to a section, which is not yet there, with words as they were then. Throws at words
 * that the analysis does not have, so that a past never silently says what the present says.
 */
export function earlierFormsOf(analysis: DemoNode) {
  const blocks = analysis.content ?? [];
  return (key: string | null, ...replacements: Replacement[]): DemoNode => {
    const end = key === null ? blocks.length : blocks.findIndex(({ attrs }) => attrs?.['key'] === key);
    if (end === -1) throw new Error(`The analysis has no section "${key ?? ''}"`);
    const json = replacements.reduce(
      (text, [now, then]) => {
        if (!text.includes(now))
          throw new Error(`The analysis does not say "${now}" before "${key ?? 'its end'}"`);
        return text.replace(now, then);
      },
      JSON.stringify(blocks.slice(0, end)),
    );
    return { type: 'doc', content: JSON.parse(json) as DemoNode[] };
  };
}
