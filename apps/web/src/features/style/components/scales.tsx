import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './style.module.css';

const sizes = ['13', '14', '16', '18', '22', '28', '36'];
const spaces = ['1', '2', '3', '4', '5', '6', '8', '10', '12', '16'];

/** The sizes of type, in the font of the interface and in that of documents. */
export function TypeScale() {
  const { t } = useTranslation('style');
  return (
    <ul role="list" className={styles.types}>
      {sizes.map((size) => (
        <li key={size}>
          <code className={styles.caption}>{`text-${size}`}</code>
          <span style={{ fontSize: `var(--text-${size})` }}>{t('sample.cop')}</span>
          <span style={{ fontSize: `var(--text-${size})`, fontFamily: 'var(--font-document)' }}>
            {t('sample.caseTitle')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Distances on a grid of four pixels; corners, and the one shadow. */
export function SpaceScale() {
  return (
    <>
      <ul role="list" className={styles.spaces}>
        {spaces.map((space) => (
          <li key={space}>
            <code className={styles.caption}>{`space-${space}`}</code>
            <span className={styles.space} style={{ inlineSize: `var(--space-${space})` }} />
          </li>
        ))}
      </ul>
      <div className={styles.forms}>
        <code className={styles.form} style={{ borderRadius: 'var(--radius-control)' }}>
          radius-control
        </code>
        <code className={styles.form} style={{ borderRadius: 'var(--radius-card)' }}>
          radius-card
        </code>
        <code className={styles.form} style={{ boxShadow: 'var(--shadow-float)' }}>
          shadow-float
        </code>
      </div>
    </>
  );
}
