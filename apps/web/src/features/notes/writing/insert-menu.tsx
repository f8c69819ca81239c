import { useMemo, type RefObject } from 'react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import {
  asksFirst,
  groups,
  insertables,
  matching,
  recentIds,
  rememberRecent,
  type Insertable,
  type InsertHelp,
} from './catalogue.ts';
import { takeTypedMenu, typedMenuOf, type MenuKeys } from './typed-menu.ts';
import { TypedMenuList, type MenuOption } from './typed-menu-list.tsx';
import { useEditorValue } from './use-editor-value.ts';

interface InsertMenuProps {
  editor: Editor;
  frame: RefObject<HTMLElement | null>;
  keys: RefObject<MenuKeys>;
  help: InsertHelp;
  announce: (text: string) => void;
}

/** What `/` and the button Insert offer. */
export function InsertMenu({ editor, frame, keys, help, announce }: InsertMenuProps) {
  const { t } = useTranslation('writing');
  const menu = useEditorValue(editor, ({ state }) => typedMenuOf(state));
  const isOpen = menu?.trigger === '/';
  const query = menu?.query ?? '';
  const offered = useMemo(() => (isOpen ? offer(editor, query) : []), [editor, isOpen, query]);
  if (!isOpen) return null;

  const options = offered.map(({ item, isRecent }): MenuOption => ({
    id: item.id,
    label: t(`block.${item.id}`),
    group: t(`group.${isRecent ? 'recent' : item.group}`),
    icon: <item.Icon aria-hidden="true" />,
    keys: item.keys,
    rule: item.rule,
  }));
  const { length: count } = options;
  return (
    <TypedMenuList
      editor={editor}
      frame={frame}
      menu={menu}
      keys={keys}
      label={t('insert.listLabel')}
      options={options}
      status={count === 0 ? t('insert.none', { query: query.trim() }) : t('insert.count', { count })}
      announce={announce}
      onChoose={(id) => {
        const chosen = offered.find(({ item }) => item.id === id)?.item;
        if (!chosen) return;
        takeTypedMenu(editor.view);
        chosen.insert(editor, help);
        rememberRecent(id);
        if (!asksFirst.has(chosen.id)) announce(t('insert.done', { name: t(`block.${chosen.id}`) }));
      }}
    />
  );
}

interface Offer {
  readonly item: Insertable;
  readonly isRecent: boolean;
}

/** Before anything is typed what was used last comes first; then the groups in their order. */
function offer(editor: Editor, query: string): Offer[] {
  const found = matching(insertables(editor), query);
  if (query.trim() !== '') return found.map((item) => ({ item, isRecent: false }));
  const recent = recentIds().flatMap((id) => found.find((item) => item.id === id) ?? []);
  const rest = groups.flatMap((group) => found.filter((item) => item.group === group));
  return [
    ...recent.map((item) => ({ item, isRecent: true })),
    ...rest.filter((item) => !recent.includes(item)).map((item) => ({ item, isRecent: false })),
  ];
}
