import type { CalloutKind } from './attribute-rules.ts';

export type NoteLanguage = 'nl' | 'en';

/** The words that stand in a note by themselves, when it is shown, printed or exported. */
interface NoteWords {
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  readonly footnotes: string;
  readonly source: string;
  readonly missingImage: string;
  readonly done: string;
  readonly open: string;
}

const nl: NoteWords = {
  callouts: { insight: 'Inzicht', question: 'Vraag', assumption: 'Aanname', warning: 'Let op' },
  footnotes: 'Noten',
  source: 'Bron',
  missingImage: 'Deze afbeelding is er niet meer',
  done: 'Gedaan',
  open: 'Nog te doen',
};

const en: NoteWords = {
  callouts: { insight: 'Insight', question: 'Question', assumption: 'Assumption', warning: 'Warning' },
  footnotes: 'Notes',
  source: 'Source',
  missingImage: 'This image is no longer there',
  done: 'Done',
  open: 'To do',
};

export const noteWords: Readonly<Record<NoteLanguage, NoteWords>> = { nl, en };

/** `2026-11-24` as one writes it in that language; other values as they are. */
export function dateInWords(value: unknown, language: NoteLanguage): string {
  if (typeof value !== 'string') return '';
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
