/** A stretch of two sequences: the same in both, or what stands only in the first or only in the second. */
export interface Stretch {
  readonly kind: 'same' | 'deleted' | 'inserted';
  /** Where it begins in the first and in the second sequence. */
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** What a comparison may still cost; shared by all parts of one comparison. */
export interface Budget {
  steps: number;
}

/**
 * The shortest way from one sequence of numbers to another (Myers, greedy). Once the budget is used up the rest is
 * taken as replaced, so that no input takes longer than that.
 */
export function diffSequences(a: readonly number[], b: readonly number[], budget: Budget): Stretch[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const stretches: Stretch[] = [];
  push(stretches, { kind: 'same', a: 0, b: 0, length: start });
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  for (const stretch of middle(middleA, middleB, budget)) {
    push(stretches, { ...stretch, a: stretch.a + start, b: stretch.b + start });
  }
  push(stretches, { kind: 'same', a: a.length - end, b: b.length - end, length: end });
  return stretches;
}

function middle(a: readonly number[], b: readonly number[], budget: Budget): Stretch[] {
  const trace = a.length === 0 || b.length === 0 ? null : search(a, b, budget);
  return trace === null ? replaced(a, b) : walkBack(a, b, trace);
}

function replaced(a: readonly number[], b: readonly number[]): Stretch[] {
  return [
    { kind: 'deleted', a: 0, b: 0, length: a.length },
    { kind: 'inserted', a: a.length, b: 0, length: b.length },
  ];
}

/** How far each diagonal came after each number of edits; null when that would cost too much. */
function search(a: readonly number[], b: readonly number[], budget: Budget): Int32Array[] | null {
  const most = a.length + b.length;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    budget.steps -= edits + 1;
    if (budget.steps < 0) return null;
    trace.push(furthest.slice(most + 1 - edits - 1, most + 1 + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + 1 + k;
      const [left, right] = [furthest[at - 1] ?? 0, furthest[at + 1] ?? 0];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) {
        x += 1;
        budget.steps -= 1;
      }
      furthest[at] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return trace;
}

function walkBack(a: readonly number[], b: readonly number[], trace: readonly Int32Array[]): Stretch[] {
  const found: Stretch[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const before = trace[edits] ?? new Int32Array();
    const k = x - y;
    const value = (diagonal: number) => before[diagonal + edits + 1] ?? 0;
    const isInsertion = k === -edits || (k !== edits && value(k - 1) < value(k + 1));
    const fromX = edits === 0 ? 0 : isInsertion ? value(k + 1) : value(k - 1);
    const fromY = edits === 0 ? 0 : isInsertion ? fromX - k - 1 : fromX - k + 1;
    const afterEdit = edits === 0 ? 0 : isInsertion ? fromX : fromX + 1;
    if (x > afterEdit) found.push({ kind: 'same', a: afterEdit, b: afterEdit - k, length: x - afterEdit });
    if (edits > 0) found.push({ kind: isInsertion ? 'inserted' : 'deleted', a: fromX, b: fromY, length: 1 });
    [x, y] = [fromX, fromY];
  }
  const joined: Stretch[] = [];
  for (const stretch of found.reverse()) push(joined, stretch);
  return joined;
}

function push(stretches: Stretch[], stretch: Stretch): void {
  if (stretch.length === 0) return;
  const last = stretches.at(-1);
  if (last?.kind === stretch.kind)
    stretches[stretches.length - 1] = { ...last, length: last.length + stretch.length };
  else stretches.push(stretch);
}
