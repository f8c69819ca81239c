/** What stands in the place of words that were redacted: the same in every language, and as long for every word. */
export const REDACTED = '[…]';

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** What has a meaning in a pattern. */
const signs = /[\^$\\.*+?()[\]{}|/]/g;
const gap = /\s+/u;
const ofWord = /[\p{L}\p{M}\p{N}]/u;

/**
 * Words that are to go from a text for good. Upper and lower case are the same, and so are the two ways to write an
 * accent; what they are a part of goes as a whole, as in "Jansens" and "Jansenplein".
 */
export class WordsToRedact {
  readonly #pattern: RegExp;
  readonly #forms = new Set<string>();
  #count = 0;

  /** @throws {RangeError} without any word. */
  constructor(words: readonly string[]) {
    const given = words.map((word) => word.trim()).filter(Boolean);
    if (given.length === 0) throw new RangeError('No words to redact');
    const written = given.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')]);
    const patterns = [...new Set(written)]
      .sort((a, b) => b.length - a.length)
      .map((word) =>
        word
          .split(gap)
          .map((part) => part.replace(signs, '\\$&'))
          .join('\\s+'),
      );
    this.#pattern = new RegExp(patterns.join('|'), 'giu');
  }

  /** How the words that were found so far are written, in the order in which they were met. */
  get forms(): readonly string[] {
    return [...this.#forms];
  }

  /** How often they were found so far. */
  get count(): number {
    return this.#count;
  }

  /** Where they stand in a text, from front to back. */
  find(text: string): Found[] {
    const found: Found[] = [];
    for (const { 0: written, index } of text.matchAll(this.#pattern)) {
      const end = found.at(-1)?.to ?? 0;
      if (index < end) continue;
      const from = startOfWord(text, index, end);
      const to = endOfWord(text, index + written.length);
      this.#forms.add(text.slice(from, to));
      this.#count += 1;
      found.push({ from, to });
    }
    return found;
  }

  isIn(text: string): boolean {
    return text.search(this.#pattern) >= 0;
  }

  redact(text: string): string {
    return this.find(text)
      .reverse()
      .reduce((rest, { from, to }) => rest.slice(0, from) + REDACTED + rest.slice(to), text);
  }

  /** The same in every text of a plain value; the very value where they stand in none. */
  redactIn<T>(value: T): T {
    if (typeof value === 'string') return (this.isIn(value) ? this.redact(value) : value) as T;
    if (Array.isArray(value)) {
      const items = (value as unknown[]).map((item) => this.redactIn(item));
      return (items.some((item, index) => item !== (value as unknown[])[index]) ? items : value) as T;
    }
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    const entries = Object.entries(value).map(
      ([key, item]) => [key, this.redactIn(item as unknown)] as const,
    );
    const isSame = entries.every(([key, item]) => item === (value as Record<string, unknown>)[key]);
    return isSame ? value : (Object.fromEntries(entries) as T);
  }
}

/** Where the word begins that a place stands in, not before `least`. */
function startOfWord(text: string, at: number, least: number): number {
  let from = at;
  if (!isOfWord(text, at)) return at;
  while (from > least) {
    const step = text.codePointAt(from - 2) ?? 0;
    const width = from - 2 >= least && step > 0xffff ? 2 : 1;
    if (!isOfWord(text, from - width)) break;
    from -= width;
  }
  return from;
}

/** Where the word ends of which `at` is the first place after its known part. */
function endOfWord(text: string, at: number): number {
  let to = at;
  while (to < text.length && isOfWord(text, to)) to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
  return to;
}

function isOfWord(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && ofWord.test(String.fromCodePoint(point));
}
