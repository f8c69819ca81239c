import { nodeAttributeRules } from '../attribute-rules.ts';
import type { WordsToRedact } from './words-to-redact.ts';

/** Attributes whose allowed values are nobody's words: kinds, states, keys and ids. */
const closed: ReadonlySet<string> = new Set([
  'kind',
  'status',
  'tool',
  'mime',
  'key',
  'id',
  'attachmentId',
  'ownerId',
]);

/**
 * What an attribute of a node holds without the words; the same value where it does not name them. An address or a day
 * goes as a whole. What stands where only a kind or an id may stand, and is none, counts as words.
 */
export function redactAttribute(node: string, name: string, value: unknown, words: WordsToRedact): unknown {
  const redacted = words.redactIn(value);
  const rule = nodeAttributeRules.get(node)?.[name];
  if (redacted === value || rule === undefined) return redacted;
  if (closed.has(name) && rule(value) === value) return value;
  return rule(name === 'href' ? null : redacted);
}
