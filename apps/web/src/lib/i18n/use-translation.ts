import { use, useSyncExternalStore } from 'react';
import { translationOf, type Translation } from './translations.ts';
import { needWords, subscribeSpeech, type Namespace } from './words.ts';

export type { Translate } from './translations.ts';

/**
 * The texts of a namespace in the language of the page; renders anew when they may be others. What loads on demand
 * waits here for its words, within its own `Suspense`; pages have theirs loaded beforehand.
 */
export function useTranslation<First extends Namespace = 'common'>(
  namespace: First = 'common' as First,
): Translation<First> {
  const translation = useSyncExternalStore(subscribeSpeech, () => translationOf(namespace));
  // In every rendering: React takes up one that waited where it was, and must find the same question there.
  use(needWords(namespace));
  return translation;
}
