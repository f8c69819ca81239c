import type { Case } from '@kring/contracts';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

/** Where a note belongs, in words, as it stands under the title of a published page. */
export function NoteByline({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const { dateTime } = useFormats();
  const { holder, cop, title } = openCase;
  const facts = [
    t('note.byline.case', { title }),
    t('note.byline.cop', { name: cop.name }),
    t('note.byline.holder', { name: [holder.name, holder.organisation?.name].filter(Boolean).join(', ') }),
    t('note.byline.asOf', { date: dateTime(new Date().toISOString()) }),
  ];
  return <p>{facts.join(' · ')}</p>;
}
