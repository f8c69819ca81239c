import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { noteSchema, type NoteNode } from '../note-schema.ts';
import type { AuthorRun } from '../read-authors.ts';
import { redactAttribute } from './redact-attribute.ts';
import { REDACTED, type Found, type WordsToRedact } from './words-to-redact.ts';

export interface RedactedContent {
  readonly content: NoteNode;
  readonly authors: AuthorRun[];
}

interface Line {
  /** Place of its content in the note. */
  readonly at: number;
  /** How many characters of the note's lines stand before it, as authors are counted. */
  readonly before: number;
  readonly node: Node;
}

/**
 * A kept text without the words, or null where they do not stand in it. What stands in their place counts as written by
 * `clientId`. An address that holds one of them goes as a whole.
 */
export function redactContent(
  content: NoteNode,
  authors: readonly AuthorRun[],
  words: WordsToRedact,
  clientId: number,
): RedactedContent | null {
  const change = new Transform(noteSchema.nodeFromJSON(content));
  redactLinks(change, words);
  redactAttributes(change, words);
  const runs = linesOf(change.doc)
    .reverse()
    .reduce<AuthorRun[]>((left, line) => redactLine(change, line, words, left, clientId), [...authors]);
  if (!change.docChanged) return null;
  change.doc.check();
  return { content: change.doc.toJSON() as NoteNode, authors: runs };
}

function linesOf(doc: Node): Line[] {
  const lines: Line[] = [];
  let before = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    lines.push({ at: pos + 1, before, node });
    before += node.textContent.length;
    return false;
  });
  return lines;
}

function redactLine(
  change: Transform,
  { at, before, node }: Line,
  words: WordsToRedact,
  authors: AuthorRun[],
  clientId: number,
): AuthorRun[] {
  let runs = authors;
  for (const { from, to, offset } of foundIn(node, words).reverse()) {
    const marks = node.nodeAt(to - 1)?.marks ?? [];
    change.replaceWith(at + from, at + to, noteSchema.text(REDACTED, marks));
    runs = replaceRun(runs, before + offset, to - from, clientId);
  }
  return runs;
}

/** Words stand between what is no text, such as a mention; `offset` counts characters, `from` and `to` places. */
function foundIn(node: Node, words: WordsToRedact): (Found & { offset: number })[] {
  const found: (Found & { offset: number })[] = [];
  let text = '';
  let start = 0;
  let offset = 0;
  const search = (): void => {
    for (const { from, to } of words.find(text))
      found.push({ from: start + from, to: start + to, offset: offset + from });
    offset += text.length;
    text = '';
  };
  node.forEach((child, place) => {
    if (child.isText) {
      if (text === '') start = place;
      text += child.text ?? '';
      return;
    }
    search();
  });
  search();
  return found;
}

function redactLinks(change: Transform, words: WordsToRedact): void {
  change.doc.descendants((node, pos) => {
    for (const mark of node.marks)
      if (Object.values(mark.attrs).some((value) => typeof value === 'string' && words.isIn(value)))
        change.removeMark(pos, pos + node.nodeSize, mark);
  });
}

function redactAttributes(change: Transform, words: WordsToRedact): void {
  change.doc.descendants((node, pos) => {
    for (const [name, value] of Object.entries(node.attrs)) {
      const redacted = redactAttribute(node.type.name, name, value as unknown, words);
      if (redacted !== value) change.setNodeAttribute(pos, name, redacted);
    }
  });
}

/** So many characters at a place of the runs become one replacement by `clientId`. */
function replaceRun(runs: readonly AuthorRun[], at: number, length: number, clientId: number): AuthorRun[] {
  const result: AuthorRun[] = [];
  const add = (amount: number, author: number): void => {
    const last = result.at(-1);
    if (amount <= 0) return;
    if (last?.[1] === author) result[result.length - 1] = [last[0] + amount, author];
    else result.push([amount, author]);
  };
  let place = 0;
  let isPut = false;
  for (const [amount, author] of runs) {
    const end = place + amount;
    add(Math.min(end, at) - place, author);
    if (!isPut && end > at) {
      add(REDACTED.length, clientId);
      isPut = true;
    }
    add(end - Math.max(place, at + length), author);
    place = end;
  }
  return result;
}
