import { useState } from 'react';
import type { EffectCell } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { AgreedForm } from './agreed-form.tsx';
import { AgreedView } from './agreed-view.tsx';
import { GapForm } from './gap-form.tsx';
import { GapList } from './gap-list.tsx';
import { LinkForm } from './link-form.tsx';
import { LinkList } from './link-list.tsx';
import { Part } from './part.tsx';
import styles from './cell-dialog.module.css';

interface CellTalkProps {
  view: MatrixView;
  acts: EffectActs;
  cell: EffectCell;
}

/** What was noted, links and gaps of a cell, each with its form in place. */
export function CellTalk({ view, acts, cell }: CellTalkProps) {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const [open, setOpen] = useState<'note' | 'link' | 'gap' | null>(null);
  const close = () => setOpen(null);
  const { agreed } = cell;
  const mayWrite = view.may.contribute && !cell.isCollecting;
  const links = view.linksOf(cell.id);
  const gaps = view.matrix.gaps.filter((gap) => gap.cellId === cell.id && !gap.isRemoved);
  const form = {
    note: <AgreedForm cell={cell} acts={acts} onClose={close} />,
    link: <LinkForm view={view} acts={acts} from={cell} onClose={close} />,
    gap: <GapForm view={view} acts={acts} cell={cell} onClose={close} />,
  };
  if (open) {
    const titles = { note: t('agreed.title'), link: t('link.add'), gap: t('gap.add') };
    return <Part title={titles[open]}>{form[open]}</Part>;
  }
  return (
    <>
      <Part title={t('agreed.title')}>
        {agreed ? (
          <>
            <AgreedView agreed={agreed} />
            <p className={styles.soft}>
              {t('agreed.by', { name: agreed.notedBy, date: formats.dateTime(agreed.notedAt) })}
            </p>
          </>
        ) : (
          <p className={styles.soft}>{t('agreed.none')}</p>
        )}
        {mayWrite ? (
          <Button variant={agreed ? 'secondary' : 'primary'} onPress={() => setOpen('note')}>
            {agreed ? t('agreed.edit') : t('agreed.add')}
          </Button>
        ) : null}
      </Part>
      {links.length > 0 || mayWrite ? (
        <Part title={t('link.title')}>
          {links.length > 0 ? <LinkList view={view} acts={acts} links={links} /> : null}
          {mayWrite ? <Button onPress={() => setOpen('link')}>{t('link.add')}</Button> : null}
        </Part>
      ) : null}
      {gaps.length > 0 || mayWrite ? (
        <Part title={t('gap.title')}>
          {gaps.length > 0 ? <GapList view={view} acts={acts} gaps={gaps} /> : null}
          {mayWrite ? <Button onPress={() => setOpen('gap')}>{t('gap.add')}</Button> : null}
        </Part>
      ) : null}
    </>
  );
}
