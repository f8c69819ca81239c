import { commentLimits, type CommentAnchor } from '@kring/contracts';
import * as Y from 'yjs';
import { cut, TextIndex, type AnchorSpan } from './text-index.ts';

/** Where an anchor stands now. */
export interface AnchorPlace {
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
  /** All of its words are there. */
  readonly isWhole: boolean;
}

/** Of an anchor at least this share of its characters must be left to say that it still stands. */
const leastLeft = 0.25;
/** Words that are found again count when this much around them is the same, or when they are this long. */
const leastContext = 8;
const tellingLength = 12;
const mostOccurrences = 50;

/**
 * An anchor at the characters between two places of a shared text; null when there are no words between them. It holds
 * the ids of these characters, so it stands at them whatever others write, and their words for when they are gone.
 */
export function anchorAt(
  doc: Y.Doc,
  start: Y.RelativePosition,
  end: Y.RelativePosition,
): CommentAnchor | null {
  const index = new TextIndex(doc);
  const [one, other] = [offsetOf(doc, index, start), offsetOf(doc, index, end)];
  if (one === null || other === null) return null;
  return anchorIn(index, one, other);
}

/** An anchor at words that stand in a shared text once; null when they stand there more often, or not at all. */
export function anchorAtWords(doc: Y.Doc, words: string): CommentAnchor | null {
  const index = new TextIndex(doc);
  const [at, another] = occurrencesOf(words, index.text);
  return at === undefined || another !== undefined ? null : anchorIn(index, at, at + words.length);
}

function anchorIn(index: TextIndex, one: number, other: number): CommentAnchor | null {
  const selected = index.text.slice(Math.min(one, other), Math.max(one, other));
  const from = Math.min(one, other) + (selected.length - selected.trimStart().length);
  const to = from + selected.trim().length;
  if (from >= to) return null;
  const { text } = index;
  const spans = index.spansOf(from, to);
  const half = commentLimits.spans / 2;
  return {
    spans: spans.length > commentLimits.spans ? [...spans.slice(0, half), ...spans.slice(-half)] : spans,
    quote: cut(text, from, Math.min(to, from + commentLimits.quote)),
    before: cut(text, Math.max(0, from - commentLimits.context), from),
    after: cut(text, to, to + commentLimits.context),
  };
}

/**
 * Where each anchor stands in a document as it is now, or null when its words are gone. Characters are found by their
 * ids; words that came back with other ids (undone, moved, restored) by themselves and what stands around them.
 */
export function resolveAnchors(doc: Y.Doc, anchors: readonly CommentAnchor[]): (AnchorPlace | null)[] {
  let index: TextIndex | null = null;
  return anchors.map((anchor) => {
    const left = findLeft(doc, anchor.spans);
    if (left.count === left.total && left.first && left.last) return placeOf(left.first, left.last, true);
    index ??= new TextIndex(doc);
    const found = findWords(index, anchor, left.first);
    if (found) return found;
    const isEnough = left.count >= Math.max(1, left.total * leastLeft);
    return isEnough && left.first && left.last ? placeOf(left.first, left.last, false) : null;
  });
}

interface CharacterId {
  readonly client: number;
  readonly clock: number;
}
interface Left {
  readonly count: number;
  readonly total: number;
  readonly first: CharacterId | null;
  readonly last: CharacterId | null;
}

/** The characters of an anchor that are still in the text. */
function findLeft(doc: Y.Doc, spans: readonly AnchorSpan[]): Left {
  let [count, total] = [0, 0];
  let first: CharacterId | null = null;
  let last: CharacterId | null = null;
  for (const [client, clock, length] of spans) {
    total += length;
    for (const [start, end] of livingIn(doc, client, clock, clock + length)) {
      count += end - start;
      first ??= { client, clock: start };
      last = { client, clock: end - 1 };
    }
  }
  return { count, total, first, last };
}

function livingIn(doc: Y.Doc, client: number, from: number, to: number): [number, number][] {
  const structs = doc.store.clients.get(client);
  const end = structs?.at(-1);
  if (!structs || !end || from >= end.id.clock + end.length) return [];
  const living: [number, number][] = [];
  for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= to) break;
    if (!(struct instanceof Y.Item) || struct.deleted || !struct.countable) continue;
    living.push([Math.max(from, struct.id.clock), Math.min(to, struct.id.clock + struct.length)]);
  }
  return living;
}

/** The words of an anchor, where they stand most surely; null when that could be anywhere. */
function findWords(
  index: TextIndex,
  { quote, before, after }: CommentAnchor,
  near: CharacterId | null,
): AnchorPlace | null {
  const nearAt = near && index.offsetOfId(near.client, near.clock);
  const occurrences = occurrencesOf(quote, index.text).map((at) => ({
    at,
    // Some of the very characters stand in it: it is the place, whatever is around it.
    isHere: nearAt !== null && at <= nearAt && nearAt < at + quote.length,
    context:
      sharedEnd(index.text.slice(Math.max(0, at - before.length), at), before) +
      sharedStart(index.text.slice(at + quote.length, at + quote.length + after.length), after),
  }));
  const here = occurrences.find(({ isHere }) => isHere);
  if (here) return placeAt(index, here.at, quote.length);
  const [best, next] = occurrences.toSorted((a, b) => b.context - a.context);
  if (!best || best.context === next?.context) return null;
  const isTelling = !next && quote.length >= tellingLength;
  if (!isTelling && best.context < Math.min(leastContext, before.length + after.length)) return null;
  return placeAt(index, best.at, quote.length);
}

function placeAt(index: TextIndex, at: number, length: number): AnchorPlace | null {
  const spans = index.spansOf(at, at + length);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  return placeOf(
    { client: first[0], clock: first[1] },
    { client: last[0], clock: last[1] + last[2] - 1 },
    true,
  );
}

function placeOf(first: CharacterId, last: CharacterId, isWhole: boolean): AnchorPlace {
  return { start: relativePosition(first, 0), end: relativePosition(last, -1), isWhole };
}

function relativePosition(item: CharacterId, assoc: 0 | -1): Y.RelativePosition {
  return Y.createRelativePositionFromJSON({ item: { client: item.client, clock: item.clock }, assoc });
}

function offsetOf(doc: Y.Doc, index: TextIndex, place: Y.RelativePosition): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  return found && index.offsetOf(found.type, found.index);
}

function occurrencesOf(quote: string, text: string): number[] {
  const found: number[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && found.length < mostOccurrences;
    at = text.indexOf(quote, at + 1)
  ) {
    found.push(at);
  }
  return found;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length))
    length++;
  return length;
}
