const storageKey = 'kring.drafts';

type Drafts = Record<string, unknown>;

/** What somebody typed and the server does not have yet. Stays on this device, for this person, until sign-out. */
export function readDraft(personId: string, name: string): unknown {
  return readAll()[keyOf(personId, name)] ?? null;
}

/** Null forgets it. */
export function keepDraft(personId: string, name: string, draft: unknown): void {
  const drafts = readAll();
  if (draft === null) delete drafts[keyOf(personId, name)];
  else drafts[keyOf(personId, name)] = draft;
  try {
    localStorage.setItem(storageKey, JSON.stringify(drafts));
  } catch {
    // Without storage the draft lasts as long as the page.
  }
}

export function forgetDrafts(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // There was nothing to forget.
  }
}

function readAll(): Drafts {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Drafts) : {};
  } catch {
    return {};
  }
}

function keyOf(personId: string, name: string): string {
  return `${personId}/${name}`;
}
