import { useEffect, useState } from 'react';
import {
  ArrowDown,
  ArrowUp,
  Circle,
  CircleCheck,
  Contrast,
  Link2,
  Pencil,
  Plus,
  Trash2,
  UserRound,
  UserRoundX,
} from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { CopRole } from '@kring/contracts';
import { sectionStatuses } from '@kring/live-documents';
import { MenuPopover } from '../../../components/menu-popover.tsx';
import type { MenuAction } from '../../../components/menu.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useMe } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { membersQuery } from '../../../lib/queries/cop-queries.ts';
import { findSection, placedSections } from '../../../lib/sections/section-commands.ts';
import { onSectionMenu, type SectionMenuRequest } from '../../../lib/sections/section-menu-event.ts';
import { useSectionActs } from '../hooks/use-section-acts.ts';
import { AddSectionDialog, EditSectionDialog, RemoveSectionDialog } from './section-dialogs.tsx';

interface SectionMenusProps {
  handle: NoteHandle;
  copId: string;
  /** May add, rename, move and remove sections. */
  canShape: boolean;
}

type Asked = { readonly what: 'edit' | 'add' | 'remove'; readonly key: string };

/** The menus that open at the buttons of a section. */
export function SectionMenus({ handle, copId, canShape }: SectionMenusProps) {
  const [request, setRequest] = useState<SectionMenuRequest | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => onSectionMenu(handle.editor.view.dom, setRequest), [handle]);
  const close = () => setAsked(null);
  const Menu = request && menus[request.kind];
  return (
    <>
      {request && Menu ? (
        <Menu
          key={`${request.kind} ${request.key}`}
          handle={handle}
          copId={copId}
          canShape={canShape}
          request={request}
          onAsk={setAsked}
          onClose={() => setRequest(null)}
        />
      ) : null}
      {asked?.what === 'edit' ? (
        <EditSectionDialog handle={handle} sectionKey={asked.key} onClose={close} />
      ) : null}
      {asked?.what === 'add' ? (
        <AddSectionDialog handle={handle} afterKey={asked.key} onClose={close} />
      ) : null}
      {asked?.what === 'remove' ? (
        <RemoveSectionDialog handle={handle} sectionKey={asked.key} onClose={close} />
      ) : null}
    </>
  );
}

interface MenuProps extends SectionMenusProps {
  request: SectionMenuRequest;
  onAsk: (asked: Asked) => void;
  onClose: () => void;
}

const statusIcons = { empty: <Circle />, draft: <Contrast />, ready: <CircleCheck /> };

function StatusMenu(props: MenuProps) {
  const { t } = useTranslation('sections');
  const { setStatus } = useSectionActs(props.handle);
  const { key } = props.request;
  const present = findSection(props.handle.editor.state.doc, key)?.attributes.status;
  const actions = sectionStatuses.map((status): MenuAction => {
    const label = t(`menu.setStatus.${status}`);
    return {
      id: status,
      label: status === present ? t('menu.present', { label }) : label,
      icon: statusIcons[status],
      run: () => setStatus(key, status),
    };
  });
  return <SectionMenu {...props} actions={actions} />;
}

const writers: ReadonlySet<CopRole> = new Set(['participant', 'facilitator'] as const);

function OwnerMenu(props: MenuProps) {
  const { t } = useTranslation('sections');
  const me = useMe();
  const { setOwner } = useSectionActs(props.handle);
  const { key } = props.request;
  const { data: members = [] } = useQuery(membersQuery(props.copId));
  const present = findSection(props.handle.editor.state.doc, key)?.attributes.ownerId ?? null;
  const others = members.filter(({ person, role }) => person.id !== me.id && writers.has(role));
  const mark = (id: string | null, label: string) => (id === present ? t('menu.present', { label }) : label);
  const actions: MenuAction[] = [
    {
      id: 'me',
      label: mark(me.id, t('menu.ownerMe', { name: me.name })),
      icon: <UserRound />,
      run: () => setOwner(key, me),
    },
    {
      id: 'none',
      label: mark(null, t('menu.ownerNone')),
      icon: <UserRoundX />,
      run: () => setOwner(key, null),
    },
    ...others.map(({ person }) => ({
      id: person.id,
      label: mark(
        person.id,
        person.organisation ? `${person.name} (${person.organisation.name})` : person.name,
      ),
      icon: <UserRound />,
      run: () => setOwner(key, person),
    })),
  ];
  return <SectionMenu {...props} actions={actions} />;
}

function MoreMenu(props: MenuProps) {
  const { t } = useTranslation('sections');
  const { handle, request, canShape, onAsk } = props;
  const { key } = request;
  const acts = useSectionActs(handle);
  const sections = placedSections(handle.editor.state.doc);
  const at = sections.findIndex(({ attributes }) => attributes.key === key);
  const actions: MenuAction[] = [
    { id: 'link', label: t('menu.copyLink'), icon: <Link2 />, run: () => void copyLink(key, t) },
  ];
  if (canShape) {
    const ask = (what: Asked['what']) => () => onAsk({ what, key });
    actions.push({ id: 'edit', label: t('menu.edit'), icon: <Pencil />, run: ask('edit') });
    if (at > 0)
      actions.push({ id: 'up', label: t('menu.up'), icon: <ArrowUp />, run: () => acts.move(key, -1) });
    if (at < sections.length - 1) {
      actions.push({ id: 'down', label: t('menu.down'), icon: <ArrowDown />, run: () => acts.move(key, 1) });
    }
    actions.push(
      { id: 'add', label: t('menu.addAfter'), icon: <Plus />, run: ask('add') },
      { id: 'remove', label: t('menu.remove'), icon: <Trash2 />, isDanger: true, run: ask('remove') },
    );
  }
  return <SectionMenu {...props} actions={actions} />;
}

const menus = { status: StatusMenu, owner: OwnerMenu, more: MoreMenu };

function SectionMenu({ handle, request, actions, onClose }: MenuProps & { actions: MenuAction[] }) {
  const { t } = useTranslation('sections');
  const title = findSection(handle.editor.state.doc, request.key)?.attributes.title ?? '';
  return (
    <MenuPopover
      trigger={{ current: request.trigger }}
      label={t(`menu.${request.kind}`, { title })}
      actions={actions}
      onClose={onClose}
    />
  );
}

async function copyLink(key: string, t: ReturnType<typeof useTranslation<'sections'>>['t']): Promise<void> {
  const link = new URL(window.location.pathname, window.location.origin);
  link.searchParams.set('section', key);
  try {
    await navigator.clipboard.writeText(link.href);
    showToast(t('told.copied'));
  } catch {
    showToast(t('told.notCopied', { link: link.href }), { tone: 'failed' });
  }
}
