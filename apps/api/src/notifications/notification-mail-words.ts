import type { Language, UnsubscribeTopic } from '@kring/contracts';
import { placeInFull, sayNotification } from '@kring/domain';
import type { NotificationRow } from './notification-lists.repository.ts';
import type { NotificationText } from './notification.types.ts';

const longestExcerpt = 600;

const words = {
  nl: {
    several: (count: number, platform: string) => `${count} dingen voor jou in ${platform}`,
    digest: (count: number) =>
      count === 1 ? 'Nieuws in wat je volgt' : `Nieuws in wat je volgt: ${count} onderwerpen`,
    about: 'Over',
    more: 'Er is nog meer. Alles staat bij je meldingen:',
    choose: 'Kies zelf welke mails je krijgt:',
    stop: {
      now: 'Wil je dit soort mails niet meer? Zet ze hier uit, ook zonder in te loggen:',
      digest: 'Wil je dit overzicht niet meer? Zet het hier uit, ook zonder in te loggen:',
    },
  },
  en: {
    several: (count: number, platform: string) => `${count} things for you in ${platform}`,
    digest: (count: number) =>
      count === 1 ? 'News in what you follow' : `News in what you follow: ${count} topics`,
    about: 'On',
    more: 'There is more. You find all of it among your notifications:',
    choose: 'Choose which mails you get:',
    stop: {
      now: 'No more mails like this one? Switch them off here, also without signing in:',
      digest: 'No more digests? Switch them off here, also without signing in:',
    },
  },
} as const satisfies Record<Language, unknown>;

/** `platform` is what the platform is called. */
export function mailSubject(
  language: Language,
  topic: UnsubscribeTopic,
  { rows, platform }: { readonly rows: readonly NotificationRow[]; readonly platform: string },
): string {
  const [first] = rows;
  if (topic === 'digest') return words[language].digest(rows.length);
  return first && rows.length === 1
    ? `${sayNotification(language, first)}: ${placeInFull(language, first)}`
    : words[language].several(rows.length, platform);
}

/** One paragraph: what happened where, what was written, and where to read on. */
export function describeForMail(
  language: Language,
  row: NotificationRow,
  { texts, link }: { texts: ReadonlyMap<string, NotificationText>; link: string },
): string {
  const found = row.commentIds.flatMap((id) => texts.get(id) ?? []);
  const quoted = found.flatMap(({ quote, excerpt }) => [
    ...(quote === '' ? [] : [`  ${words[language].about} "${shorten(quote, 160)}":`]),
    `  ${shorten(excerpt, longestExcerpt)}`,
  ]);
  return [placeInFull(language, row), sayNotification(language, row), ...quoted, link].join('\n');
}

export function moreParagraph(language: Language, link: string): string {
  return `${words[language].more}\n${link}`;
}

export function mailFooter(
  language: Language,
  topic: UnsubscribeTopic,
  links: { readonly choose: string; readonly stop: string },
): string[] {
  const { choose, stop } = words[language];
  return [`${choose}\n${links.choose}`, `${stop[topic]}\n${links.stop}`];
}

function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
