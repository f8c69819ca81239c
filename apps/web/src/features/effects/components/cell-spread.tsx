import { useQuery } from '@tanstack/react-query';
import type { EffectCell } from '@kring/contracts';
import { PersonLine } from '../../../components/person-line.tsx';
import { QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { cellInputsQuery } from '../api/effects-queries.ts';
import { useEntryFacts } from './agreed-view.tsx';
import { Part } from './part.tsx';
import { DirectionMark } from './direction-mark.tsx';
import { SpreadRows } from './spread-dots.tsx';
import styles from './cell-spread.module.css';

/** What everybody filled in, in the last round that was revealed. */
export function CellSpread({ cell }: { cell: EffectCell }) {
  const { t } = useTranslation('effects');
  const shownRound = cell.isCollecting ? cell.round - 1 : cell.round;
  const spread = cell.spread ?? [];
  const title =
    shownRound > 1 || cell.isCollecting ? t('spread.round', { round: shownRound }) : t('spread.title');
  if (spread.length === 0) {
    return (
      <Part title={title}>
        <p className={styles.soft}>{t('spread.none')}</p>
      </Part>
    );
  }
  return (
    <Part title={title}>
      <SpreadRows spread={spread} />
      <People cellId={cell.id} shownRound={shownRound} />
    </Part>
  );
}

function People({ cellId, shownRound }: { cellId: string; shownRound: number }) {
  const { t } = useTranslation('effects');
  const facts = useEntryFacts();
  const query = useQuery(cellInputsQuery(cellId, shownRound));
  return (
    <QueryView query={query} lines={2}>
      {({ inputs }) =>
        inputs === null ? (
          <p className={styles.soft}>{t('spread.outside')}</p>
        ) : (
          <ul role="list" className={styles.people} aria-label={t('spread.people')}>
            {inputs.map(({ person, entry }) => (
              <li key={person.id} className={styles.person}>
                <PersonLine person={person} />
                <DirectionMark direction={entry.direction} />
                <p className={styles.why}>{entry.why}</p>
                {facts(entry) ? <p className={styles.soft}>{facts(entry)}</p> : null}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
