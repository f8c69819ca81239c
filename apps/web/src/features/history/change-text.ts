import type { Worker } from '@kring/contracts';
import type { NoteChange } from '@kring/live-documents';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useNames } from './names.ts';

/** A change in one sentence, with by whom where that is known. */
export function useChangeText(people: readonly Worker[]): (change: NoteChange) => string {
  const { t } = useTranslation('history');
  const names = useNames();
  return ({ kinds, before, after, by }) => {
    const has = (...wanted: NoteChange['kinds']) => wanted.some((kind) => kinds.includes(kind));
    const what = () => {
      if (before && after) return t('change.replaced', { before, after });
      if (has('moved-here')) return t('change.movedHere', { after });
      if (has('moved-away')) return t('change.movedAway', { before });
      if (has('inserted')) return t('change.inserted', { after });
      if (has('deleted')) return t('change.deleted', { before });
      return has('marks') ? t('change.marks', { after }) : t('change.settings');
    };
    if (by.length === 0) return what();
    return `${what()}, ${t('change.by', { names: by.map((place) => names.person(people, place)).join(', ') })}`;
  };
}
