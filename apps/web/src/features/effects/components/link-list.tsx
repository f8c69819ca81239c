import { useState } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import type { EffectLink } from '@kring/contracts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import styles from './link-list.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const LinkForm = lazyPart(() => import('./link-form.tsx'), 'LinkForm');

const tones: Readonly<Record<EffectLink['kind'], Tone>> = {
  'trade-off': 'live',
  synergy: 'success',
  'burden-shift': 'warning',
  condition: 'later',
};

interface LinkListProps {
  view: MatrixView;
  acts: EffectActs;
  links: readonly EffectLink[];
  /** Opens one of the two cells; absent where one of them is open already. */
  onOpen?: (cellId: string) => void;
}

/** Links with both their cells, what they are and who decides. */
export function LinkList({ view, acts, links, onOpen }: LinkListProps) {
  const { t } = useTranslation('effects');
  const [editing, setEditing] = useState<EffectLink | null>(null);
  return (
    <>
      <ul role="list" className={styles.list}>
        {links.map((link) => (
          <LinkItem
            key={link.id}
            link={link}
            view={view}
            onOpen={onOpen}
            onEdit={() => setEditing(link)}
            onRemove={() => void acts.removeLink(link)}
          />
        ))}
      </ul>
      <Dialog title={t('link.edit')} isOpen={editing !== null} onClose={() => setEditing(null)}>
        {editing ? (
          <Part>
            <LinkForm view={view} acts={acts} link={editing} onClose={() => setEditing(null)} />
          </Part>
        ) : null}
      </Dialog>
    </>
  );
}

function LinkItem({
  link,
  view,
  onOpen,
  onEdit,
  onRemove,
}: {
  link: EffectLink;
  view: MatrixView;
  onOpen: ((cellId: string) => void) | undefined;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const ends = [view.findCell(link.fromCellId), view.findCell(link.toCellId)];
  const isWithinOption = ends[0]?.optionId === ends[1]?.optionId;
  const option = view.options.find(({ id: optionId }) => isWithinOption && optionId === ends[0]?.optionId);
  const named = (at: number) => {
    const cell = ends[at];
    if (!cell) return '';
    return isWithinOption ? name.short(cell) : name.full(cell);
  };
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Badge tone={tones[link.kind]}>{t(`link.kind.${link.kind}`)}</Badge>
        <p className={styles.cells}>
          {[link.fromCellId, link.toCellId].map((id, at) =>
            onOpen ? (
              <button key={id} type="button" className={styles.cell} onClick={() => onOpen(id)}>
                {named(at)}
              </button>
            ) : (
              <span key={id} className={styles.name}>
                {named(at)}
              </span>
            ),
          )}
        </p>
        {view.may.contribute ? (
          <ActionMenu
            label={`${t('common:openMenu')}: ${t('link.fromTo', { from: named(0), to: named(1) })}`}
            actions={[
              { id: 'edit', label: t('link.edit'), icon: <Pencil />, run: onEdit },
              { id: 'remove', label: t('link.remove'), icon: <Trash2 />, run: onRemove },
            ]}
          />
        ) : null}
      </div>
      <p className={styles.explanation}>{link.explanation}</p>
      <p className={styles.soft}>
        {option ? `${option.title} · ` : ''}
        {t('link.sizeIs', { size: t(`link.sizes.${link.size}`) })}
        {link.decidedBy ? ` · ${t('link.decides', { who: link.decidedBy })}` : ''}
      </p>
    </li>
  );
}
