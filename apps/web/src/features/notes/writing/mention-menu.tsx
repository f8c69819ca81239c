import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { Building2, FolderOpen, UserRound } from 'lucide-react';
import type { Mentionable } from '@kring/contracts';
import type { MentionKind } from '@kring/live-documents';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { searchMentionable, tellMentioned } from '../api/mentions.ts';
import { stillFits } from './still-fits.ts';
import { takeTypedMenu, typedMenuOf, type MenuKeys, type TypedMenu } from './typed-menu.ts';
import { TypedMenuList, type MenuOption } from './typed-menu-list.tsx';
import { useEditorValue } from './use-editor-value.ts';

interface MentionMenuProps {
  editor: Editor;
  noteId: string;
  frame: RefObject<HTMLElement | null>;
  keys: RefObject<MenuKeys>;
  announce: (text: string) => void;
}

interface Candidate {
  readonly kind: MentionKind;
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** Whom and what `@` offers: people who may read the note, and cases and organisations that one may see. */
export function MentionMenu(props: MentionMenuProps) {
  const menu = useEditorValue(props.editor, ({ state }) => typedMenuOf(state));
  return menu?.trigger === '@' ? <OpenMentionMenu {...props} menu={menu} /> : null;
}

const icons = { person: UserRound, case: FolderOpen, organisation: Building2 } as const;
const groups = { person: 'people', case: 'cases', organisation: 'organisations' } as const;

function OpenMentionMenu({
  editor,
  noteId,
  frame,
  keys,
  announce,
  menu,
}: MentionMenuProps & { menu: TypedMenu }) {
  const { t } = useTranslation('writing');
  const query = menu.query.trim();
  const answer = useQuery({
    queryKey: ['mentionable', noteId, query],
    queryFn: ({ signal }) => searchMentionable(noteId, query, signal),
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  const found = toCandidates(answer.data);
  // Enter must not take somebody whom the letters of a moment ago have found.
  const candidates = answer.isPlaceholderData ? found.filter(({ label }) => stillFits(label, query)) : found;
  const options = candidates.map(({ kind, id, label, detail }): MenuOption => {
    const Icon = icons[kind];
    return {
      id,
      label,
      detail,
      group: t(`mention.${groups[kind]}`),
      icon: <Icon aria-hidden="true" />,
    };
  });

  function status(): string {
    if (options.length > 0) return t('insert.count', { count: options.length });
    if (answer.isError) return t('mention.failed');
    if (answer.isFetching) return t('mention.loading');
    return query === '' ? t('mention.start') : t('mention.none', { query });
  }

  function choose(id: string) {
    const chosen = candidates.find((candidate) => candidate.id === id);
    if (!chosen) return;
    const { kind, label } = chosen;
    takeTypedMenu(editor.view);
    editor.commands.insertMention({ kind, id, label });
    announce(t('mention.done', { name: label }));
    if (kind === 'person') tellMentioned(noteId, id);
  }

  return (
    <TypedMenuList
      editor={editor}
      frame={frame}
      menu={menu}
      keys={keys}
      label={t('mention.listLabel')}
      options={options}
      status={status()}
      isLoading={answer.isFetching}
      announce={announce}
      onChoose={choose}
    />
  );
}

function toCandidates(found: Mentionable | undefined): Candidate[] {
  if (!found) return [];
  return [
    ...found.people.map(({ id, label, affiliation }) => ({
      kind: 'person' as const,
      id,
      label,
      detail: affiliation,
    })),
    ...found.cases.map(({ id, label, cop }) => ({ kind: 'case' as const, id, label, detail: cop })),
    ...found.organisations.map(({ id, label }) => ({ kind: 'organisation' as const, id, label, detail: '' })),
  ];
}
