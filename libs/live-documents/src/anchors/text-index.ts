import * as Y from 'yjs';
import { NOTE_ROOT } from '../schema-version.ts';

/** A run of characters by one client with consecutive clocks, and where it stands in the whole text. */
interface Run {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly at: number;
}

export type AnchorSpan = [client: number, clock: number, length: number];

const between = '\n';
const object = '\ufffc';

/**
 * The text of a note as one string, each character with its id in Yjs. Blocks are parted by a line break, which is no
 * character of the document. Made for one moment: any edit makes it old.
 */
export class TextIndex {
  readonly text: string;
  readonly #runs: Run[] = [];
  readonly #byClient = new Map<number, Run[]>();
  readonly #places = new Map<unknown, number[]>();
  readonly #parts: string[] = [];
  #length = 0;

  constructor(doc: Y.Doc) {
    this.#walk(doc.getXmlFragment(NOTE_ROOT));
    this.text = storable(this.#parts.join(''));
    this.#parts = [];
  }

  /** Where a place of the shared text is in `text`; null when it is nowhere in it. */
  offsetOf(type: unknown, index: number): number | null {
    const places = this.#places.get(type);
    if (!places) return null;
    if (type instanceof Y.XmlText) return Math.min((places[0] ?? 0) + index, places[1] ?? 0);
    return places[Math.min(index, places.length - 1)] ?? null;
  }

  /** Where a character is in `text`. */
  offsetOfId(client: number, clock: number): number | null {
    const run = this.#byClient
      .get(client)
      ?.find((candidate) => candidate.clock <= clock && clock < candidate.clock + candidate.length);
    return run ? run.at + clock - run.clock : null;
  }

  /** The ids of the characters in a range, in the order of the text. */
  spansOf(from: number, to: number): AnchorSpan[] {
    const spans: AnchorSpan[] = [];
    for (const run of this.#runs) {
      const start = Math.max(from, run.at);
      const end = Math.min(to, run.at + run.length);
      if (start >= end) continue;
      const clock = run.clock + start - run.at;
      const last = spans.at(-1);
      if (last && last[0] === run.client && last[1] + last[2] === clock) last[2] += end - start;
      else spans.push([run.client, clock, end - start]);
    }
    return spans;
  }

  #walk(parent: Y.XmlFragment): void {
    const places: number[] = [];
    for (const child of parent.toArray()) {
      places.push(this.#length);
      if (child instanceof Y.XmlText) this.#addText(child);
      else if (child instanceof Y.XmlElement) {
        this.#break();
        places[places.length - 1] = this.#length;
        this.#walk(child);
      }
    }
    places.push(this.#length);
    this.#places.set(parent, places);
  }

  #break(): void {
    if (this.#length === 0 || this.#parts.at(-1) === between) return;
    this.#parts.push(between);
    this.#length += 1;
  }

  #addText(text: Y.XmlText): void {
    const start = this.#length;
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue;
      const run = { client: item.id.client, clock: item.id.clock, length: item.length, at: this.#length };
      const content = item.content instanceof Y.ContentString ? item.content.str : object.repeat(item.length);
      this.#parts.push(content);
      this.#length += item.length;
      this.#runs.push(run);
      const runs = this.#byClient.get(run.client);
      if (runs) runs.push(run);
      else this.#byClient.set(run.client, [run]);
    }
    this.#places.set(text, [start, this.#length]);
  }
}

/** The same text, character by character, with a stand-in for what cannot be stored or shown as text. */
function storable(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[^\P{Cc}\n\t]/gu, ' ');
}

/** Cuts without leaving half a character behind. */
export function cut(text: string, from: number, to: number): string {
  const isLow = (at: number) => /[\udc00-\udfff]/.test(text[at] ?? '');
  const start = from > 0 && isLow(from) ? from + 1 : from;
  const end = to < text.length && isLow(to) ? to - 1 : to;
  return text.slice(start, Math.max(start, end));
}
