import { useState } from 'react';
import { Contrast, Moon, Sun } from 'lucide-react';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { Section } from '../../../components/section.tsx';
import { useAppState } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useShownStates } from '../lib/use-shown-states.ts';
import { specimens } from '../specimens/all.ts';
import type { Specimen } from '../specimens/specimen.ts';
import { Colours } from './colours.tsx';
import { SpaceScale, TypeScale } from './scales.tsx';
import { Stages, States, type Scheme } from './stage.tsx';
import styles from './style.module.css';

const views = {
  both: { schemes: ['light', 'dark'], icon: <Contrast /> },
  light: { schemes: ['light'], icon: <Sun /> },
  dark: { schemes: ['dark'], icon: <Moon /> },
} as const satisfies Record<string, { schemes: readonly Scheme[]; icon: React.ReactNode }>;
type View = keyof typeof views;

/** What Kring is made of: the tokens, and every component in every state and theme. Holds no data of anybody. */
export function StylePage() {
  const { t } = useTranslation('style');
  const { me } = useAppState();
  const [view, setView] = useState<View>('both');
  const { schemes } = views[view];
  useShownStates();
  return (
    <div className={styles.page} data-public={me ? undefined : ''}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: 'Kring', to: '/' }, { label: t('title') }]}
        meta={<Badge tone="later">{t('count', { count: specimens.length })}</Badge>}
        action={<ViewChoice view={view} onChoose={setView} />}
      />
      <Contents />
      <Section title={t('parts.colours')}>
        <Stages schemes={schemes} show={() => <Colours />} />
      </Section>
      <Section title={t('parts.type')}>
        <Stages schemes={schemes} show={() => <TypeScale />} />
      </Section>
      <Section title={t('parts.space')}>
        <Stages schemes={schemes} show={() => <SpaceScale />} />
      </Section>
      <Section title={t('parts.components')}>
        <p>{t('header')}</p>
        {specimens.map((specimen) => (
          <Component key={specimen.file} specimen={specimen} schemes={schemes} />
        ))}
      </Section>
    </div>
  );
}

function ViewChoice({ view, onChoose }: { view: View; onChoose: (view: View) => void }) {
  const { t } = useTranslation('style');
  return (
    <div role="group" aria-label={t('views.label')} className={styles.views}>
      {(Object.keys(views) as View[]).map((one) => (
        <Button
          key={one}
          variant="quiet"
          icon={views[one].icon}
          aria-pressed={one === view}
          onPress={() => onChoose(one)}
        >
          {t(`views.${one}`)}
        </Button>
      ))}
    </div>
  );
}

function Contents() {
  const { t } = useTranslation('style');
  return (
    <nav aria-label={t('contents')} className={styles.contents}>
      <ul role="list">
        {specimens.map(({ file }) => (
          <li key={file}>
            <a href={`#${file}`}>{file}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Component({ specimen, schemes }: { specimen: Specimen; schemes: readonly Scheme[] }) {
  const { file, states, isOnce = false } = specimen;
  return (
    <section id={file} data-component={file} aria-labelledby={`${file}-title`} className={styles.component}>
      <h3 id={`${file}-title`} className={styles.name}>
        {file}
      </h3>
      {isOnce ? (
        <div className={styles.stage}>
          <States states={states} />
        </div>
      ) : (
        <Stages schemes={schemes} show={() => <States states={states} />} />
      )}
    </section>
  );
}
