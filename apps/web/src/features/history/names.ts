import type { NoteVersion, Worker } from '@kring/contracts';
import { useFormats } from '../../lib/format.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

interface Names {
  /** Of somebody in a list, by place; who left is told apart from others who left. */
  person(people: readonly Worker[], place: number): string;
  people(people: readonly Worker[]): string;
  /** "Voor de raad", or "versie van di 12 nov 2026, 14:30". */
  version(version: { name: string | null; createdAt: string }): string;
}

/** How people and versions are called on screen. */
export function useNames(): Names {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const person = (people: readonly Worker[], place: number): string => {
    const found = people[place];
    if (!found) return t('unknown');
    if (found.name !== null) return found.name;
    const former = people.filter(({ name }) => name === null);
    return former.length > 1 ? t('formerNumber', { number: former.indexOf(found) + 1 }) : t('former');
  };
  return {
    person,
    people: (people) => people.map((_, place) => person(people, place)).join(', '),
    version: ({ name, createdAt }: Pick<NoteVersion, 'name' | 'createdAt'>) =>
      name === null ? formats.dateTime(createdAt) : `“${name}”`,
  };
}
