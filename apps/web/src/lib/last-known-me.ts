import { z } from 'zod';
import { languageSchema, type Me } from '@kring/contracts';

const storageKey = 'kring.me';
const lastKnownSchema = z.object({ id: z.string(), name: z.string(), language: languageSchema });
type LastKnownMe = z.infer<typeof lastKnownSchema>;

/** Who was signed in here last, so that a page reloaded without network opens. Forgotten at sign-out. */
export function readLastKnownMe(): LastKnownMe | null {
  try {
    return lastKnownSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? ''));
  } catch {
    return null;
  }
}

export function rememberMe(me: Me): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ id: me.id, name: me.name, language: me.language }));
  } catch {
    // Without storage a reload without network cannot open; nothing is lost.
  }
}

export function forgetMe(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // There was nothing to forget.
  }
}

/** Enough of a profile to write in a local copy; it gives no abilities. */
export function toOfflineMe({ id, name, language }: LastKnownMe): Me {
  return {
    id,
    name,
    language,
    jobTitle: '',
    organisation: null,
    email: '',
    platformRole: 'member',
    hasPassword: false,
    abilities: [],
  };
}
