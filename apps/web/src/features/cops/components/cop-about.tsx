import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Cop } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { WrittenText } from '../../../components/written-text.tsx';
import styles from './cop-about.module.css';

/** Texts that a facilitator is invited to write; nobody else sees that they are missing. */
export type OwnText = 'houseRules' | 'welcome';

const parts = ['purpose', 'audience', 'workingAgreements'] as const;
const ownTexts = ['houseRules', 'welcome'] as const satisfies readonly OwnText[];

interface CopAboutProps {
  cop: Cop;
  /** Opens the form, at one text where that is given. */
  onEdit: (text?: OwnText) => void;
}

/** The charter, the house rules and the welcome: why the CoP exists, for whom, and how people work together. */
export function CopAbout({ cop, onEdit }: CopAboutProps) {
  const { t } = useTranslation('cops');
  const { hash, key } = useLocation();
  const houseRules = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash !== '#house-rules') return;
    houseRules.current?.scrollIntoView();
    houseRules.current?.focus({ preventScroll: true });
  }, [hash, key]);
  const filled = parts.filter((part) => cop.charter[part] !== '');
  const mayEdit = cop.abilities.includes('cop.update');
  // While it stands above the tabs, once is enough.
  const shown = ownTexts.filter((text) => text !== 'welcome' || !cop.isWelcomeOpen);
  return (
    <div className={styles.charter}>
      {filled.length === 0 ? (
        <EmptyState
          title={t('about.empty')}
          action={mayEdit ? <Button onPress={() => onEdit()}>{t('about.fill')}</Button> : null}
        >
          {t('about.emptyText')}
        </EmptyState>
      ) : null}
      {filled.map((part) => (
        <Part key={part} title={t(`about.${part}`)}>
          <div className={styles.text}>
            <WrittenText text={cop.charter[part]} />
          </div>
        </Part>
      ))}
      {shown.map((text) =>
        cop[text] !== '' ? (
          <Part key={text} title={t(`about.${text}`)} {...(text === 'houseRules' && { ref: houseRules })}>
            <div className={styles.text}>
              <WrittenText text={cop[text]} />
            </div>
          </Part>
        ) : mayEdit ? (
          <Part key={text} title={t(`about.${text}`)}>
            <div className={styles.unwritten}>
              <p>{t(`about.unwritten.${text}`)}</p>
              <Button onPress={() => onEdit(text)}>{t(`about.write.${text}`)}</Button>
            </div>
          </Part>
        ) : null,
      )}
    </div>
  );
}

function Part({ title, children, ref }: { title: string; children: ReactNode; ref?: Ref<HTMLElement> }) {
  return (
    <section ref={ref} tabIndex={ref ? -1 : undefined} aria-label={ref ? title : undefined}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}
