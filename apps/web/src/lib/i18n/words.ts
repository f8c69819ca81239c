import type { Language } from '@kring/contracts';

/** The app says here what its texts are: only it knows all of its features. */
export interface AppWords {}

/** All texts of one language: namespaces with nested keys, one text at each end. */
export type Words = AppWords;
export type Namespace = keyof Words;

type Ends<T, Before extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string
    ? WithoutNumber<`${Before}${Key}`>
    : Ends<T[Key], `${Before}${Key}.`>;
}[keyof T & string];
type WithoutNumber<Key extends string> = Key extends `${infer Start}_one`
  ? Start
  : Key extends `${infer Start}_other`
    ? Start
    : Key;
type KeysOf = { [N in Namespace]: Ends<Words[N]> };
/** `key` in the first namespace, `namespace:key` in another one. */
export type Key<First extends Namespace> =
  KeysOf[First] | { [N in Namespace]: `${N}:${KeysOf[N]}` }[Namespace];

export type Values = Readonly<Record<string, string | number | undefined>>;

interface Speech {
  readonly language: Language;
  /** Those that have been loaded. */
  readonly words: Partial<Words>;
  readonly plurals: Intl.PluralRules;
  /** What the texts call this platform. */
  readonly platformName: string;
}

export type LoadWords = (language: Language, namespace: Namespace) => Promise<Partial<Words>>;

/** What it is called in the texts as they stand here. */
const ownName = 'Kring';
let platformName = ownName;

let speech: Speech | null = null;
let load: LoadWords = () => Promise.reject(new Error('Nothing loads words'));
const loading = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** What the page speaks now. `setWords` comes first, before anything is rendered. */
export function currentSpeech(): Speech {
  if (!speech) throw new Error('No language has been loaded');
  return speech;
}

/** Speaks another language, with these words; `loadMore` fetches the words of other namespaces when they are needed. */
export function setWords(language: Language, words: Partial<Words>, loadMore: LoadWords = load): void {
  load = loadMore;
  speech = { language, words, plurals: new Intl.PluralRules(language), platformName };
  for (const listener of listeners) listener();
}

/** The texts say this name from now on, wherever they say Kring. */
export function setPlatformName(name: string): void {
  if (name === platformName) return;
  platformName = name;
  if (speech) setWords(speech.language, speech.words);
}

/**
 * Resolves when the words of a namespace are there; the same promise each time, which React can read without waiting
 * where they are there.
 */
export function needWords(namespace: Namespace): Promise<void> {
  const { language, words } = currentSpeech();
  const key = `${language}:${namespace}`;
  const known = loading.get(key);
  if (known) return known;
  const promise = words[namespace] ? kept(Promise.resolve()) : fetchWords(language, namespace);
  loading.set(key, promise);
  promise.then(
    () => kept(promise),
    () => loading.delete(key),
  );
  return promise;
}

/** By what React's `use` knows that a promise has been kept. */
function kept(promise: Promise<void>): Promise<void> {
  return Object.assign(promise, { status: 'fulfilled', value: undefined });
}

async function fetchWords(language: Language, namespace: Namespace): Promise<void> {
  const more = await load(language, namespace);
  const now = currentSpeech();
  if (now.language === language) setWords(language, { ...now.words, ...more });
  else await needWords(namespace);
}

export function subscribeSpeech(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whose text a key asks for, where it is asked in a namespace. */
export function namespaceOf(namespace: Namespace, key: string): Namespace {
  const colon = key.indexOf(':');
  return colon === -1 ? namespace : (key.slice(0, colon) as Namespace);
}

/** The text of a key with its values filled in; `count` chooses between one and other. */
export function say(namespace: Namespace, key: string, values: Values = {}): string {
  const { words, plurals } = currentSpeech();
  const named = namespaceOf(namespace, key);
  if (!words[named]) {
    // Another feature's words, on demand: they come in a moment, and the page is drawn anew then.
    void needWords(named).catch(() => undefined);
    return '';
  }
  const path = [named, ...key.slice(key.indexOf(':') + 1).split('.')];
  const { count } = values;
  const text =
    (typeof count === 'number' ? find(words, path, `_${plurals.select(count)}`) : null) ??
    find(words, path, '') ??
    key;
  // Before the values are filled in: what people wrote stays as it is.
  const ofHere = platformName === ownName ? text : text.replaceAll(ownName, () => platformName);
  return ofHere.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

function find(words: Partial<Words>, path: readonly string[], ending: string): string | null {
  let at: unknown = words;
  for (const [index, step] of path.entries()) {
    if (typeof at !== 'object' || at === null) return null;
    const name = index === path.length - 1 ? step + ending : step;
    at = (at as Record<string, unknown>)[name];
  }
  return typeof at === 'string' ? at : null;
}
