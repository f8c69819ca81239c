const prefix = 'kring.draft.';

/** Something that a person is still writing, kept on this device until it is sent. Forgotten at sign-out. */
export function readDraft(personId: string, name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`${prefix}${personId}.${name}`) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keepDraft(personId: string, name: string, draft: unknown): void {
  try {
    const key = `${prefix}${personId}.${name}`;
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

export function forgetDrafts(personId: string): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${personId}.`));
    for (const key of own) localStorage.removeItem(key);
  } catch {
    // There was nothing to forget.
  }
}
