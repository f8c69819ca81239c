import { useMemo, useRef, useState } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { NoteContent } from '@kring/contracts';
import { noteSchema, type ComparedNode, type NoteChange } from '@kring/live-documents';
import { Button } from '../../../components/button.tsx';
import { ErrorState, Skeleton } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { identityOf } from '../../../lib/identity-of.ts';
import { noteOf } from '../compare/compare.ts';
import { decorationsOf } from '../compare/decorations.ts';
import { toKnown } from '../compare/known-note.ts';
import { useChangeText } from '../change-text.ts';
import type { Compared } from '../use-compared.ts';
import { ShownText } from './shown-text.tsx';
import styles from './history.module.css';

interface ComparedTextProps {
  compared: Compared;
  label: string;
  /** Nothing to compare with. */
  isAlone: boolean;
}

/** A text with its changes, and the way through them. */
export function ComparedText({ compared, label, isAlone }: ComparedTextProps) {
  const { t } = useTranslation('history');
  const { text, comparison } = compared;
  if (text.isError) return <ErrorState error={text.error} onRetry={() => void text.refetch()} />;
  if (!text.data) return <Skeleton lines={6} />;
  const isWaiting = compared.isComparing && !compared.hasFailed;
  return (
    <>
      <p role="status" className={styles.facts}>
        {isWaiting ? t('view.comparing') : null}
        {compared.hasFailed ? t('view.failed') : null}
        {comparison && !comparison.isComplete ? t('view.tooDifferent') : null}
      </p>
      {isWaiting ? null : (
        <Changes
          key={`${identityOf(text.data.content)} ${comparison ? 'compared' : 'alone'}`}
          content={text.data}
          doc={comparison?.doc ?? noteOf(text.data)}
          changes={comparison?.changes ?? null}
          label={label}
          isAlone={isAlone || compared.hasFailed}
        />
      )}
    </>
  );
}

interface ChangesProps {
  content: NoteContent;
  doc: ComparedNode;
  changes: readonly NoteChange[] | null;
  label: string;
  isAlone: boolean;
}

function Changes({ content, doc, changes, label, isAlone }: ChangesProps) {
  const { t } = useTranslation('history');
  const frame = useRef<HTMLDivElement>(null);
  const changeText = useChangeText(content.people);
  const [current, setCurrent] = useState(-1);
  const known = useMemo(() => toKnown(noteSchema, doc), [doc]);
  const decorations = useMemo(
    () =>
      decorationsOf(noteSchema, known, {
        piece: (kind) => t(`piece.${kind}`),
        end: t('piece.end'),
        current,
      }),
    [known, current, t],
  );
  const count = changes?.length ?? 0;
  function go(to: number) {
    const next = (to + count) % count;
    setCurrent(next);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    frame.current
      ?.querySelector(`[data-change="${next}"]`)
      ?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  }
  const here = changes?.[current];
  return (
    <div ref={frame} className={styles.text}>
      {isAlone ? null : (
        <div className={styles.way} role="group" aria-label={t('view.changes')}>
          <span>{count === 0 ? t('view.none') : t('view.count', { count })}</span>
          {count > 0 ? (
            <>
              <Button
                size="small"
                icon={<ArrowUp />}
                onPress={() => go(current < 0 ? count - 1 : current - 1)}
              >
                {t('view.previousChange')}
              </Button>
              <Button size="small" icon={<ArrowDown />} onPress={() => go(current + 1)}>
                {t('view.next')}
              </Button>
            </>
          ) : null}
          <p role="status" className={styles.here}>
            {here ? `${t('view.place', { at: current + 1, count })}: ${changeText(here)}` : ''}
          </p>
        </div>
      )}
      {count > 0 ? <p className={styles.facts}>{t('view.legend')}</p> : null}
      {count > 0 ? (
        <details className={styles.list}>
          <summary>{t('view.list')}</summary>
          <ol>
            {changes?.map((change, place) => (
              <li key={place}>
                <button type="button" className={styles.change} onClick={() => go(place)}>
                  {changeText(change)}
                </button>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      <ShownText doc={known} decorations={decorations} label={label} />
    </div>
  );
}
