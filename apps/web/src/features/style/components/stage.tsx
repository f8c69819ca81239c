import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { ShownState } from '../specimens/specimen.ts';
import styles from './style.module.css';

export type Scheme = 'light' | 'dark';

/** Something in one theme or, side by side, in both. */
export function Stages({
  schemes,
  show,
}: {
  schemes: readonly Scheme[];
  show: (scheme: Scheme) => ReactNode;
}) {
  return (
    <div className={styles.stages} data-count={schemes.length}>
      {schemes.map((scheme) => (
        <div key={scheme} className={styles.stage} data-scheme={scheme}>
          {show(scheme)}
        </div>
      ))}
    </div>
  );
}

/** The states of a component, each with what it is called. */
export function States({ states }: { states: readonly ShownState[] }) {
  const { t } = useTranslation('style');
  return states.map(({ name, variant = '', Show }) => (
    <div key={`${name} ${variant}`} className={styles.state}>
      <p className={styles.caption}>
        {variant ? <code>{variant} </code> : null}
        {t(`states.${name}`)}
      </p>
      <div className={styles.shown} data-shown={name}>
        <Show />
      </div>
    </div>
  ));
}
