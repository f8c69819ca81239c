import { use, useMemo, useSyncExternalStore } from 'react';
import type { Language } from '@kring/contracts';
import {
  currentSpeech,
  needWords,
  say,
  subscribeSpeech,
  type Key,
  type Namespace,
  type Values,
} from './words.ts';

export type Translate<First extends Namespace> = (key: Key<First>, values?: Values) => string;

interface Translation<First extends Namespace> {
  readonly t: Translate<First>;
  readonly language: Language;
}

/**
 * The texts of a namespace in the language of the page; renders anew when the language changes. What loads on demand
 * waits here for its words, within its own `Suspense`; pages have theirs loaded beforehand.
 */
export function useTranslation<First extends Namespace = 'common'>(
  namespace: First = 'common' as First,
): Translation<First> {
  const speech = useSyncExternalStore(subscribeSpeech, currentSpeech);
  if (!speech.words[namespace]) use(needWords(namespace));
  return useMemo(
    () => ({ t: (key, values) => say(speech, namespace, key, values), language: speech.language }),
    [speech, namespace],
  );
}
