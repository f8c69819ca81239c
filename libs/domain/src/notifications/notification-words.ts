import type { Language, Notification, NotificationKind } from '@kring/contracts';
import { caseStatusWords } from '../cases/case-status-words.ts';

/** What one person did, and what several did. */
type Sentence = readonly [one: string, more: string];
type Sentences = Readonly<Record<NotificationKind, Sentence>>;

const dutch: Sentences = {
  mention: ['{who} noemt je in de tekst', '{who} noemen je in de tekst'],
  'comment-mention': ['{who} noemt je in een reactie', '{who} noemen je in een reactie'],
  'comment-reply': ['{who} antwoordt in jullie gesprek', '{who} antwoorden in jullie gesprek'],
  'section-owner': ['{who} maakt je trekker van een hoofdstuk', '{who} maken je trekker van een hoofdstuk'],
  'case-holder': ['{who} maakt je casushouder', '{who} maken je casushouder'],
  'matrix-asked': [
    '{who} vraagt je de effectmatrix in te vullen',
    '{who} vragen je de effectmatrix in te vullen',
  ],
  'join-request': ['{who} wil lid worden', '{who} willen lid worden'],
  'note-changed': ['{who} werkte aan de tekst', '{who} werkten aan de tekst'],
  'note-created': ['{who} begon deze notitie', '{who} begonnen deze notitie'],
  'note-restored': ['{who} zette een eerdere versie terug', '{who} zetten een eerdere versie terug'],
  'section-ready': ['{who} noemt een hoofdstuk klaar', '{who} noemen een hoofdstuk klaar'],
  'comment-added': ['{who} reageerde', '{who} reageerden'],
  'comment-resolved': ['{who} rondde een gesprek af', '{who} rondden een gesprek af'],
  'case-created': ['{who} opende deze casus', '{who} openden deze casus'],
  'case-status': ['{who} veranderde de status', '{who} veranderden de status'],
  'matrix-revealed': [
    '{who} liet zien wat iedereen in de effectmatrix invulde',
    '{who} lieten zien wat iedereen in de effectmatrix invulde',
  ],
  'invite-accepted': ['{who} nam je uitnodiging aan', '{who} namen je uitnodiging aan'],
};

const same = (sentence: string): Sentence => [sentence, sentence];
const english: Sentences = {
  mention: ['{who} mentions you in the text', '{who} mention you in the text'],
  'comment-mention': ['{who} mentions you in a comment', '{who} mention you in a comment'],
  'comment-reply': ['{who} replies in your thread', '{who} reply in your thread'],
  'section-owner': same('{who} made you owner of a section'),
  'case-holder': same('{who} made you case holder'),
  'matrix-asked': [
    '{who} asks you to fill in the effect matrix',
    '{who} ask you to fill in the effect matrix',
  ],
  'join-request': same('{who} would like to join'),
  'note-changed': same('{who} worked on the text'),
  'note-created': same('{who} began this note'),
  'note-restored': same('{who} put back an earlier version'),
  'section-ready': ['{who} calls a section ready', '{who} call a section ready'],
  'comment-added': same('{who} commented'),
  'comment-resolved': same('{who} settled a thread'),
  'case-created': same('{who} opened this case'),
  'case-status': same('{who} changed the status'),
  'matrix-revealed': same('{who} revealed what everybody filled in in the effect matrix'),
  'invite-accepted': same('{who} accepted your invite'),
};

const words = {
  nl: {
    sentences: dutch,
    somebody: 'Iemand',
    and: 'en',
    others: (count: number) => (count === 1 ? 'een ander' : `${count} anderen`),
    times: (count: number) => `${count} keer`,
    now: (status: string) => `nu: ${status}`,
    inCase: 'in de casus',
  },
  en: {
    sentences: english,
    somebody: 'Somebody',
    and: 'and',
    others: (count: number) => (count === 1 ? 'one other' : `${count} others`),
    times: (count: number) => `${count} times`,
    now: (status: string) => `now: ${status}`,
    inCase: 'in the case',
  },
} as const satisfies Record<Language, unknown>;

type Told = Pick<
  Notification,
  'kind' | 'actors' | 'actorCount' | 'count' | 'noteTitle' | 'caseTitle' | 'caseStatus' | 'copName'
>;

/** What happened, as one sentence without a full stop. */
export function sayNotification(
  language: Language,
  told: Pick<Told, 'kind' | 'actors' | 'actorCount' | 'count' | 'caseStatus'>,
): string {
  const { kind, actors, actorCount, count, caseStatus } = told;
  const { sentences, times, now } = words[language];
  const [one, more] = sentences[kind];
  const sentence = (actorCount > 1 ? more : one).replace('{who}', () =>
    nameAll(language, actors, actorCount),
  );
  // Of text one knows that somebody worked on it, not how often.
  const isRepeated = count > Math.max(actorCount, 1) && kind !== 'note-changed';
  const details = [
    ...(isRepeated ? [times(count)] : []),
    ...(kind === 'case-status' && caseStatus ? [now(caseStatusWords[language][caseStatus])] : []),
  ];
  return details.length === 0 ? sentence : `${sentence} (${details.join('; ')})`;
}

function nameAll(language: Language, actors: readonly string[], actorCount: number): string {
  const { somebody, and, others } = words[language];
  const [first, second] = actors;
  if (first === undefined) return somebody;
  if (actorCount === 1) return first;
  return actorCount === 2 && second !== undefined
    ? `${first} ${and} ${second}`
    : `${first} ${and} ${others(actorCount - 1)}`;
}

/** The name of what it is about: the note, else the case, else the CoP. */
export function placeTitle({ noteTitle, caseTitle, copName }: Told): string {
  return noteTitle ?? caseTitle ?? copName;
}

/** The same with the case that a note is in. */
export function placeInFull(language: Language, told: Told): string {
  const title = placeTitle(told);
  return told.noteTitle !== null && told.caseTitle !== null
    ? `${title}, ${words[language].inCase} ${told.caseTitle}`
    : title;
}
