import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { commentAnchorSchema, threadKindSchema } from '@kring/contracts';
import { useMe } from '../../../lib/app-state.tsx';
import { keepDraft, readDraft } from '../../../lib/drafts.ts';

const draftSchema = z.object({
  /** The same at each attempt to send it, so that nothing is said twice. */
  requestId: z.string(),
  text: z.string(),
  mentions: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  kind: threadKindSchema.default('remark'),
  anchor: commentAnchorSchema.nullable().default(null),
});
export type Draft = z.infer<typeof draftSchema>;

function emptyDraft(): Draft {
  return { requestId: newRequestId(), text: '', mentions: [], kind: 'remark', anchor: null };
}

/** What is being written, kept on this device: it survives a reload, and an attempt to send that failed. */
export function useDraft(name: string): {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  clear: () => void;
} {
  const { id } = useMe();
  const [draft, setDraft] = useState<Draft>(
    () => draftSchema.safeParse(readDraft(id, name)).data ?? emptyDraft(),
  );
  useEffect(() => keepDraft(id, name, draft.text.trim() === '' ? null : draft), [id, name, draft]);
  const change = useCallback((changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes })), []);
  const clear = useCallback(() => {
    keepDraft(id, name, null);
    setDraft(emptyDraft());
  }, [id, name]);
  return { draft, change, clear };
}

/** A draft that was left behind, such as by a reload. */
export function hasDraft(personId: string, name: string): boolean {
  const found = draftSchema.safeParse(readDraft(personId, name));
  return found.success && found.data.text.trim() !== '';
}

// `crypto.randomUUID` is only there on https and localhost, and Kring may be tried elsewhere.
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
