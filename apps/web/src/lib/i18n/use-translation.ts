import { use, useSyncExternalStore } from 'react';
import { translationOf, type Translation } from './translations.ts';
import { currentSpeech, needWords, subscribeSpeech, type Namespace } from './words.ts';

export type { Translate } from './translations.ts';

/**
 * The texts of a namespace in the language of the page; renders anew when they may be others. What loads on demand
 * waits here for its words, within its own `Suspense`; pages have theirs loaded beforehand.
 */
export function useTranslation<First extends Namespace = 'common'>(
  namespace: First = 'common' as First,
): Translation<First> {
  const translation = useSyncExternalStore(subscribeSpeech, () => translationOf(namespace));
  if (!currentSpeech().words[namespace]) use(needWords(namespace));
  return translation;
}
