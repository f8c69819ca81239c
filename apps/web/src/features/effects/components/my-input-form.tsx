import { CircleAlert, Lock } from 'lucide-react';
import type { EffectCell } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { FormStack } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useMyInput } from '../hooks/use-my-input.ts';
import { missingIn } from '../model/entry-draft.ts';
import { DirectionMark } from './direction-mark.tsx';
import { MainEntryFields, MoreEntryFields } from './entry-fields.tsx';
import styles from './my-input-form.module.css';

const troubles: readonly string[] = ['failed', 'conflict', 'closed'];

/** One's own, private input in the open round of a cell. Saves itself. */
export function MyInputForm({ caseId, cell }: { caseId: string; cell: EffectCell }) {
  const { t } = useTranslation('effects');
  const input = useMyInput(caseId, cell);
  const { draft, state } = input;
  const isClosed = state === 'closed' || !cell.isCollecting;
  if (isClosed) return state === 'saved' || state === 'empty' ? null : <TooLate {...input} />;
  const fields = { values: draft, onChange: input.change, dimension: cell.dimension };
  const hasMore = draft.certainty !== null || draft.basis.length > 0 || draft.who !== '';
  return (
    <section aria-labelledby={`mine-${cell.id}`} className={styles.form}>
      <h3 id={`mine-${cell.id}`} className={styles.title}>
        <Lock aria-hidden="true" />
        {t('cell.mine')}
      </h3>
      <FormStack>
        <MainEntryFields {...fields} />
        <details open={hasMore || undefined} className={styles.more}>
          <summary>{t('form.more')}</summary>
          <FormStack>
            <MoreEntryFields {...fields} />
          </FormStack>
        </details>
        <div className={styles.foot}>
          <p role="status" className={styles.state} data-trouble={troubles.includes(state) || undefined}>
            {troubles.includes(state) ? <CircleAlert aria-hidden="true" /> : null}
            {t(`form.state.${state}`)}
          </p>
          {troubles.includes(state) && missingIn(draft) === null ? (
            <Button size="small" onPress={() => void input.save()}>
              {t('form.retry')}
            </Button>
          ) : null}
          {input.hasStored ? (
            <Button size="small" variant="quiet" onPress={() => void input.takeBack()}>
              {t('form.takeBack')}
            </Button>
          ) : null}
        </div>
      </FormStack>
    </section>
  );
}

/** What was typed while somebody else revealed the round: shown, so that it can be brought into the talk. */
function TooLate({ draft }: Pick<ReturnType<typeof useMyInput>, 'draft'>) {
  const { t } = useTranslation('effects');
  return (
    <div role="alert" className={styles.late}>
      <p>
        <CircleAlert aria-hidden="true" /> {t('form.state.closed')}
      </p>
      {draft.direction ? <DirectionMark direction={draft.direction} /> : null}
      <p>{draft.why}</p>
    </div>
  );
}
