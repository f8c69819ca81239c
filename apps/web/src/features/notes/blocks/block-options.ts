import type { NoteLanguage } from '@kring/live-documents';
import type { Key, Values } from '../../../lib/i18n/words.ts';

/** What a block asks the page for: words and a few facts that only a person knows. */
export interface AskRequest {
  readonly kind: 'footnote' | 'date' | 'image';
  /** Where the node stands that is to be changed; null for a new one at the caret. */
  readonly position: number | null;
}

export interface BlockOptions {
  say: (key: Key<'notes'>, values?: Values) => string;
  language: () => NoteLanguage;
  ask: (request: AskRequest) => void;
  /** Told to screen readers. */
  announce: (text: string) => void;
}
