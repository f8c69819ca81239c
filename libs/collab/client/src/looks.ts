type LookListener = (topic: string | null) => void;

/** Who on this page wants to know that something beside the text changed. */
export class Looks {
  readonly #listeners = new Set<LookListener>();

  listen(listener: LookListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(topic: string | null): void {
    for (const listener of [...this.#listeners]) listener(topic);
  }
}
