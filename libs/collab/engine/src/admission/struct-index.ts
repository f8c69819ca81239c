import { withOneMore } from '../short-list.ts';

/** Parent of a struct of which nothing is known any more: it was collected as garbage. */
export const UNKNOWN_PARENT = -1;

/**
 * Runs of structs of one client in the same parent, each of them written behind the one before: parallel arrays,
 * sorted by clock.
 */
interface ClientRuns {
  starts: number[];
  parents: number[];
  /** The clock after the last admitted struct. */
  end: number;
  /** The clock up to which all is on disk; what lies between waits for a commit. */
  stored: number;
  /** Index of the type that the item at a clock holds; null: it made none. */
  types: Map<number, number> | null;
}

/** Which run holds this clock. */
function runAt({ starts }: ClientRuns, clock: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What admission must know of a document, in place of a Y.Doc: up to which clock each client's structs exist, in
 * which parent each of them lives, and how deep that parent is.
 */
export class StructIndex {
  readonly #clients = new Map<number, ClientRuns>();
  readonly #roots = new Map<string, number>();
  #depths: number[] = [];
  /** Of a type, where its attributes live. */
  #attributes: Map<number, number> | null = null;
  #areAttributes: Set<number> | null = null;

  admittedClock(client: number): number {
    return this.#clients.get(client)?.end ?? 0;
  }

  storedClock(client: number): number {
    return this.#clients.get(client)?.stored ?? 0;
  }

  has(client: number): boolean {
    return this.#clients.has(client);
  }

  /** Index of the parent in which the struct at this clock lives. */
  parentAt(client: number, clock: number): number {
    const runs = this.#clients.get(client);
    return runs?.parents[runAt(runs, clock)] ?? UNKNOWN_PARENT;
  }

  /** Whether `clock` is known to stand before `other` in the text, or to be the same: both are of one run. */
  isInOrder(client: number, clock: number, other: number): boolean {
    const runs = this.#clients.get(client);
    return runs !== undefined && clock <= other && runAt(runs, clock) === runAt(runs, other);
  }

  /** Index of the type that the item at this id holds. */
  typeAt(client: number, clock: number): number {
    return this.#clients.get(client)?.types?.get(clock) ?? UNKNOWN_PARENT;
  }

  root(name: string): number {
    let index = this.#roots.get(name);
    if (index === undefined) {
      index = this.#depth(0);
      this.#roots.set(name, index);
    }
    return index;
  }

  /** Index of the attributes of a type, a parent of their own: what lies among children cannot become one of them. */
  attributesOf(parent: number): number {
    if (parent === UNKNOWN_PARENT) return parent;
    let index = this.#attributes?.get(parent);
    if (index === undefined) {
      index = this.#depth(this.depth(parent));
      (this.#attributes ??= new Map()).set(parent, index);
      (this.#areAttributes ??= new Set()).add(index);
    }
    return index;
  }

  areAttributes(parent: number): boolean {
    return this.#areAttributes?.has(parent) === true;
  }

  depth(parent: number): number {
    return this.#depths[parent] ?? 0;
  }

  addType(client: number, clock: number, parent: number): void {
    const runs = this.#runs(client);
    (runs.types ??= new Map()).set(clock, this.#depth(this.depth(parent) + 1));
  }

  /** Adds structs directly after the last ones of this client; `follows`: in the text too they follow these. */
  add(client: number, length: number, parent: number, follows: boolean): void {
    const runs = this.#runs(client);
    if (!follows || runs.parents.at(-1) !== parent || runs.starts.length === 0) {
      runs.starts = withOneMore(runs.starts, runs.end);
      runs.parents = withOneMore(runs.parents, parent);
    }
    runs.end += length;
  }

  /** All structs of this client below `clock` are on disk. */
  markStored(client: number, clock: number): void {
    const runs = this.#runs(client);
    if (clock > runs.stored) runs.stored = clock;
  }

  /** Forgets the structs of this client from `clock` on. */
  truncate(client: number, clock: number): void {
    const runs = this.#clients.get(client);
    if (!runs || runs.end <= clock) return;
    while ((runs.starts.at(-1) ?? -1) >= clock) {
      runs.starts.pop();
      runs.parents.pop();
    }
    for (const key of runs.types?.keys() ?? []) if (key >= clock) runs.types?.delete(key);
    runs.end = clock;
    if (clock === 0) this.#clients.delete(client);
  }

  /** For `resetTypes`: how many types there are. */
  typeCount(): number {
    return this.#depths.length;
  }

  /** Takes back the types made since `typeCount` was asked, after their structs were forgotten. */
  resetTypes(count: number): void {
    if (this.#depths.length === count) return;
    this.#depths.length = count;
    for (const [name, index] of this.#roots) if (index >= count) this.#roots.delete(name);
    for (const [parent, index] of this.#attributes ?? [])
      if (index >= count) this.#attributes?.delete(parent);
    for (const index of this.#areAttributes ?? []) if (index >= count) this.#areAttributes?.delete(index);
  }

  clients(): Iterable<number> {
    return this.#clients.keys();
  }

  /** Index of a new type at this depth. */
  #depth(depth: number): number {
    this.#depths = withOneMore(this.#depths, depth);
    return this.#depths.length - 1;
  }

  #runs(client: number): ClientRuns {
    let runs = this.#clients.get(client);
    if (!runs) {
      runs = { starts: [], parents: [], end: 0, stored: 0, types: null };
      this.#clients.set(client, runs);
    }
    return runs;
  }
}
