import { useState } from 'react';
import { ArrowLeft, ArrowRight, Pencil, Trash2 } from 'lucide-react';
import type { EffectOption } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { OptionFormDialog } from './option-form-dialog.tsx';
import styles from './option-head.module.css';

/** Title and theory of policy of the option that is shown, with what may be done to it. */
export function OptionHead({
  view,
  acts,
  option,
}: {
  view: MatrixView;
  acts: EffectActs;
  option: EffectOption;
}) {
  const { t } = useTranslation('effects');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const act = useAct();
  const at = view.options.findIndex(({ id }) => id === option.id);
  const move = (position: number) => void act.run(() => acts.updateOption(option, { position }));
  const actions: MenuAction[] = [
    { id: 'edit', label: t('option.edit'), icon: <Pencil />, run: () => setOpen('edit') },
  ];
  if (at > 0) {
    actions.push({
      id: 'earlier',
      label: t('option.moveEarlier'),
      icon: <ArrowLeft />,
      run: () => move(at - 1),
    });
  }
  if (at < view.options.length - 1) {
    actions.push({
      id: 'later',
      label: t('option.moveLater'),
      icon: <ArrowRight />,
      run: () => move(at + 1),
    });
  }
  if (!option.isZero) {
    actions.push({ id: 'remove', label: t('option.remove'), icon: <Trash2 />, run: () => setOpen('remove') });
  }
  return (
    <div className={styles.head}>
      <div className={styles.text}>
        <h3 className={styles.title}>
          {option.title} {option.isZero ? <Badge>{t('option.zero')}</Badge> : null}
        </h3>
        <Theory option={option} />
      </div>
      {view.may.manage ? <ActionMenu label={t('option.more')} actions={actions} /> : null}
      <OptionFormDialog
        title={t('option.edit')}
        isOpen={open === 'edit'}
        view={view}
        acts={acts}
        option={option}
        onClose={() => setOpen(null)}
      />
      <ConfirmDialog
        title={t('option.removeTitle', { title: option.title })}
        confirmLabel={t('option.remove')}
        isOpen={open === 'remove'}
        onClose={() => setOpen(null)}
        onConfirm={async () => void (await acts.removeOption(option))}
      >
        <p>{t('option.removeText')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** "Als … dan … omdat …", or what happens if nothing is done. */
export function Theory({ option: { theory, isZero } }: { option: EffectOption }) {
  const { t } = useTranslation('effects');
  const { condition, consequence, reason } = theory;
  if (isZero) return consequence ? <p className={styles.theory}>{consequence}</p> : null;
  if (!condition && !consequence && !reason) return <p className={styles.none}>{t('option.noTheory')}</p>;
  const parts = [
    { word: t('option.if'), text: condition },
    { word: t('option.then'), text: consequence },
    { word: t('option.because'), text: reason },
  ].filter(({ text }) => text !== '');
  return (
    <p className={styles.theory}>
      {parts.map(({ word, text }) => (
        <span key={word}>
          <strong>{word}</strong> {text}{' '}
        </span>
      ))}
    </p>
  );
}
