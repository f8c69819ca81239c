type Take = (by: number) => void;

/**
 * Steps from one thread to the next that were asked for by key. What can take them loads after the text: until then
 * they wait, so that no press is lost.
 */
export class AskedSteps {
  #waiting = 0;
  #take: Take | null = null;

  ask(by: number): void {
    this.#waiting += by;
    this.#hand();
  }

  /** Takes the steps from now on, those that wait at once; the answer stops it. */
  serve(take: Take): () => void {
    this.#take = take;
    this.#hand();
    return () => {
      if (this.#take === take) this.#take = null;
    };
  }

  #hand(): void {
    const by = this.#waiting;
    if (by === 0 || this.#take === null) return;
    this.#waiting = 0;
    this.#take(by);
  }
}
