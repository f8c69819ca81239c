/** Which sections of a note somebody has folded: their own affair, kept on this device. */
export class FoldedSections {
  readonly #name: string;
  readonly #keys: Set<string>;

  constructor(noteId: string) {
    this.#name = `kring.folded.${noteId}`;
    this.#keys = new Set(read(this.#name));
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  set(key: string, isFolded: boolean): void {
    if (isFolded) this.#keys.add(key);
    else this.#keys.delete(key);
    try {
      if (this.#keys.size === 0) localStorage.removeItem(this.#name);
      else localStorage.setItem(this.#name, JSON.stringify([...this.#keys].slice(0, most)));
    } catch {
      // It then lasts as long as the page.
    }
  }
}

const most = 200;

function read(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
