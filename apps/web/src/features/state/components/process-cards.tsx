import type { SystemState } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { isSilent } from '../model/findings.ts';
import { useFigures } from './use-figures.ts';
import styles from './state.module.css';

/** Each process as it was within the last minute. */
export function ProcessCards({ at, processes }: Pick<SystemState, 'at' | 'processes'>) {
  const { t } = useTranslation('state');
  const formats = useFormats();
  const figures = useFigures();
  return (
    <ul className={styles.cards}>
      {processes.map((process, index) => {
        const isGone = isSilent(process, at);
        const facts: [string, string][] = [
          [t('connections'), figures.count(process.connections)],
          [t('texts'), figures.count(process.rooms)],
          [t('saved'), figures.milliseconds(process.savedWithinMs)],
          [t('waiting'), figures.seconds(process.waitingSeconds)],
          [t('delay'), figures.milliseconds(process.delayMs)],
          [t('memory'), figures.bytes(process.memoryBytes)],
          ...(processes.length > 1
            ? [[t('bus'), t(process.isBusUp ? 'yes' : 'no')] satisfies [string, string]]
            : []),
        ];
        return (
          <li key={process.id} className={styles.card}>
            <div className={styles.head}>
              <h3>{t('process', { number: index + 1 })}</h3>
              <Badge tone={isGone ? 'warning' : 'success'}>{t(isGone ? 'silent' : 'here')}</Badge>
            </div>
            <p className={styles.aside}>{t('since', { when: formats.dateTime(process.startedAt) })}</p>
            <dl className={styles.facts}>
              {facts.map(([name, value]) => (
                <div key={name} className={styles.fact}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
