import type { Case, Note } from '@kring/contracts';
import { Breadcrumbs } from '../../components/page-header.tsx';
import { PanelButtons, type Panel } from '../../components/side-panel.tsx';
import { CaseMeta } from '../../features/cases/components/case-facts.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import styles from './case.module.css';
import { lazyPart, Part } from '../../components/part.tsx';

const NoteActs = lazyPart(() => import('./note-acts.tsx'), 'NoteActs');

interface NoteBarProps {
  openCase: Case;
  note: Note;
  panels: readonly Panel[];
  isReading: boolean;
}

/** Where the note stands, what its case is about, and what can be opened beside it. */
export function NoteBar({ openCase, note, panels, isReading }: NoteBarProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <title>{t('documentTitle', { title: `${note.title} · ${openCase.title}` })}</title>
      <div className={styles.bar}>
        <div className={styles.context}>
          <Breadcrumbs
            items={[
              { label: openCase.cop.name, to: `/cops/${openCase.cop.slug}` },
              { label: openCase.title, to: `/cases/${openCase.id}` },
              { label: note.title },
            ]}
          />
        </div>
        {isReading ? null : <AboutCase openCase={openCase} />}
        {isReading ? null : (
          <div className={styles.acts}>
            <PanelButtons panels={panels} />
            <Part tells="nothing">
              <NoteActs openCase={openCase} note={note} />
            </Part>
          </div>
        )}
      </div>
    </>
  );
}

function AboutCase({ openCase }: { openCase: Case }) {
  return (
    <div className={styles.about}>
      {openCase.question ? <p className={styles.question}>{openCase.question}</p> : null}
      <div className={styles.meta}>
        <CaseMeta openCase={openCase} />
      </div>
    </div>
  );
}
