import { nodeAttributeRules } from './attribute-rules.ts';

/** Where an attachment is to be had, or null for what is no id of one. */
export function attachmentAddress(id: unknown): string | null {
  const checked = nodeAttributeRules.get('file')?.['attachmentId']?.(id);
  return typeof checked === 'string' ? `/api/attachments/${checked}` : null;
}
