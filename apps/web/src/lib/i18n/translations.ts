import type { Language } from '@kring/contracts';
import { currentSpeech, namespaceOf, say, type Key, type Namespace, type Values } from './words.ts';

export type Translate<First extends Namespace> = (key: Key<First>, values?: Values) => string;

/** The texts of a namespace in the language of the page. */
export interface Translation<First extends Namespace> {
  readonly t: Translate<First>;
  readonly language: Language;
}

interface Known {
  readonly translation: Translation<Namespace>;
  /** Whether what it said would still be said so. */
  isRight(): boolean;
}

const known = new Map<Namespace, Known>();

/**
 * The same object until one of the texts it gave may be another one: after a change of language or of the platform's
 * name, or when words came that it was asked for before they were there. What depends on `t` is not done anew because
 * the words of some other part of the page have loaded.
 */
export function translationOf<First extends Namespace>(namespace: First): Translation<First> {
  let entry = known.get(namespace);
  if (!entry?.isRight()) {
    entry = translate(namespace);
    known.set(namespace, entry);
  }
  return entry.translation as Translation<First>;
}

function translate(namespace: Namespace): Known {
  const { language, words, platformName } = currentSpeech();
  const lacked = new Set<Namespace>();
  return {
    translation: {
      language,
      t: (key, values) => {
        const named = namespaceOf(namespace, key);
        if (!currentSpeech().words[named]) lacked.add(named);
        return say(namespace, key, values);
      },
    },
    isRight: () => {
      const now = currentSpeech();
      return (
        now.language === language &&
        now.platformName === platformName &&
        now.words[namespace] === words[namespace] &&
        ![...lacked].some((named) => now.words[named])
      );
    },
  };
}
