import { languageSchema, type Language } from '@kring/contracts';
import {
  currentSpeech,
  setPlatformName,
  setWords,
  type LoadWords,
  type Words,
} from '../../lib/i18n/words.ts';

const storageKey = 'kring.language';
const nameKey = 'kring.name';
const core = {
  nl: async () => (await import('./core-nl.ts')).nl,
  en: async () => (await import('./core-en.ts')).en,
};
const ofFeatures = import.meta.glob<Record<string, object>>('../../features/**/i18n/{nl,en}.ts');

/** The words of a feature stand in its folder, those of a part that loads on demand in the folder of the part. */
const loadWords: LoadWords = async (language, namespace) => {
  const ending = `/${namespace}/i18n/${language}.ts`;
  const file = Object.keys(ofFeatures).find((path) => path.endsWith(ending));
  const words = await (file && ofFeatures[file]?.());
  if (!words) throw new Error(`There are no words for ${namespace}`);
  return { [namespace]: words[language] } as Partial<Words>;
};

/** The language of this device: chosen here before, else the browser's, else Dutch. */
export function deviceLanguage(): Language {
  const chosen = languageSchema.safeParse(readStored());
  if (chosen.success) return chosen.data;
  for (const tag of navigator.languages) {
    const known = languageSchema.safeParse(tag.slice(0, 2).toLowerCase());
    if (known.success) return known.data;
  }
  return 'nl';
}

function readStored(key: string = storageKey): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export async function startI18n(): Promise<void> {
  const language = deviceLanguage();
  setPlatformName(readPlatformName());
  setWords(language, await core[language](), loadWords);
  document.documentElement.lang = language;
}

export function currentLanguage(): Language {
  return currentSpeech().language;
}

/** Loads the words of a language, switches to it and remembers it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  if (currentLanguage() === language) return;
  setWords(language, await wordsLike(currentSpeech().words, language));
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The same namespaces in another language. */
async function wordsLike(words: Partial<Words>, language: Language): Promise<Partial<Words>> {
  const start: Partial<Words> = await core[language]();
  const missing = (Object.keys(words) as (keyof Words)[]).filter((namespace) => !start[namespace]);
  const parts = await Promise.all(missing.map((namespace) => loadWords(language, namespace)));
  return Object.assign({ ...start }, ...parts) as Partial<Words>;
}

/** What this platform was called when it was last opened here, so that another name does not flash. */
export function readPlatformName(): string {
  return readStored(nameKey) ?? 'Kring';
}

export function rememberPlatformName(name: string): void {
  try {
    localStorage.setItem(nameKey, name);
  } catch {
    // It is asked for again next time.
  }
}
