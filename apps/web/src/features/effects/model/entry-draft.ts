import { effectEntrySchema, type EffectDirection, type EffectEntry } from '@kring/contracts';
import { isReasonMissing } from '@kring/domain';
import { z } from 'zod';

/** An entry while somebody is filling it in: the direction may be missing still. */
export type EntryDraft = Omit<EffectEntry, 'direction'> & { readonly direction: EffectDirection | null };

export const emptyDraft: EntryDraft = {
  direction: null,
  why: '',
  certainty: null,
  basis: [],
  who: '',
  distribution: null,
  elsewhereScope: null,
  horizon: '',
};

/** What an entry lacks before it can be kept; null when it is complete. */
export function missingIn(draft: EntryDraft): 'empty' | 'direction' | 'why' | 'horizon' | null {
  const { direction, ...rest } = draft;
  if (direction === null) return sameEntry(draft, emptyDraft) ? 'empty' : 'direction';
  if (isReasonMissing(rest)) return 'why';
  return effectEntrySchema.shape.horizon.safeParse(rest.horizon).success ? null : 'horizon';
}

/** Null for a draft that is not complete, or holds something that the contract refuses. */
export function toEntry(draft: EntryDraft): EffectEntry | null {
  const parsed = effectEntrySchema.safeParse(draft);
  return parsed.success && missingIn(draft) === null ? parsed.data : null;
}

export function sameEntry(one: EntryDraft, other: EntryDraft): boolean {
  const ordered = (entry: EntryDraft) =>
    JSON.stringify([
      entry.direction,
      entry.why.trim(),
      entry.certainty,
      [...entry.basis].sort(),
      entry.who.trim(),
      entry.distribution,
      entry.elsewhereScope,
      entry.horizon.trim(),
    ]);
  return ordered(one) === ordered(other);
}

const draftSchema = effectEntrySchema.extend({
  direction: effectEntrySchema.shape.direction.nullable(),
  // A year of which two digits have been typed is no reason to forget the rest.
  horizon: z.string(),
});

/** A draft as it stood on this device; null for anything else. */
export function readEntryDraft(stored: unknown): EntryDraft | null {
  const parsed = draftSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
