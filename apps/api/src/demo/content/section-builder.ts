import { orderStep, type SectionStatus } from '@kring/live-documents';
import { caseAnalysisNl } from '../../database/migrations/1764300000000-case-analysis-nl.ts';
import type { DemoNode } from '../demo-content.ts';

interface DemoSectionFacts {
  readonly status: SectionStatus;
  /** Of the person who sees to it; the loader makes it their id. */
  readonly ownerKey?: string;
}

/** A section of the network's case analysis, with the guidance of its template. */
export function section(
  key: string,
  { status, ownerKey }: DemoSectionFacts,
  ...content: DemoNode[]
): DemoNode {
  const at = caseAnalysisNl.sections.findIndex((one) => one.key === key);
  const template = caseAnalysisNl.sections[at];
  if (template === undefined) throw new Error(`The case analysis has no section "${key}"`);
  const { title, guidance, isRequired } = template;
  const tool = 'tool' in template ? template.tool : null;
  const order = (at + 1) * orderStep;
  const attrs = { key, title, guidance, isRequired, tool, status, order, ...(ownerKey && { ownerKey }) };
  return { type: 'section', attrs, content };
}
