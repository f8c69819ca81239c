import type { Translate } from '../../../../lib/i18n/use-translation.ts';
import type { SectionWords } from './section-head.ts';

interface Speaker {
  readonly t: Translate<'notes'>;
  /** Who reads; null where that is not known. */
  readonly myId: string | null;
}

/** What stands at a section, in the language of the moment. */
export function sectionWords(speaker: () => Speaker): SectionWords {
  const t: Translate<'notes'> = (key, values) => speaker().t(key, values);
  return {
    head: (title) => t('section.head', { title }),
    status: (status) => t(`section.status.${status}`),
    statusButton: (title, status) =>
      t('section.statusButton', { title, status: t(`section.status.${status}`) }),
    owner: ({ ownerId, ownerName }) =>
      ownerId !== null && ownerId === speaker().myId ? t('section.me') : ownerId === null ? '' : ownerName,
    ownerButton: (title, owner) =>
      owner === '' ? t('section.noOwnerButton', { title }) : t('section.ownerButton', { title, owner }),
    noOwner: () => t('section.noOwner'),
    required: () => t('section.required'),
    guidance: () => t('section.guidance'),
    more: (title) => t('section.more', { title }),
    placeholder: (isEditable) => t(isEditable ? 'section.placeholder' : 'section.nothingYet'),
    tool: (tool) => t(`section.tool.${tool}`),
  };
}
