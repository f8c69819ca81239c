import { Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useParams } from 'react-router';
import type { Case } from '@kring/contracts';
import { Button } from '../../components/button.tsx';
import { FollowButton } from '../../components/follow-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { EmptyState, QueryView, Skeleton } from '../../components/states.tsx';
import { useDialogParam } from '../../lib/use-dialog-param.ts';
import { caseQuery } from '../../lib/queries/case-queries.ts';
import { CaseActions } from '../../features/cases/components/case-actions.tsx';
import { CaseFacts, CaseMeta, CaseNotice } from '../../features/cases/components/case-facts.tsx';
import { ArchivedNotes, EffectsLink, NoteRows } from '../../features/cases/components/note-list.tsx';
import { NewNoteDialog } from '../../features/cases/components/new-note-dialog.tsx';
import { useNotificationsRead } from '../../lib/use-notifications-read.ts';
import styles from './case.module.css';
import { lazyPart, Part } from '../../components/part.tsx';

const CaseQuestions = lazyPart(
  () => import('../../features/agenda/components/case-questions.tsx'),
  'CaseQuestions',
);

/** One case: its question, and the notes in which people write. */
export function Component() {
  const { t } = useTranslation('cases');
  const { caseId = '' } = useParams();
  const query = useQuery(caseQuery(caseId));
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={8} isPage>
      {(openCase) => <CasePage openCase={openCase} />}
    </QueryView>
  );
}

function CasePage({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const [isAdding, setAdding] = useDialogParam('note');
  useNotificationsRead('case', openCase.id);
  const canCreate = openCase.abilities.includes('note.create');
  const hasNotes = openCase.notes.some((note) => note.archivedAt === null);
  return (
    <>
      <PageHeader
        title={openCase.title}
        crumbs={[
          { label: t('cops:list.title'), to: '/cops' },
          { label: openCase.cop.name, to: `/cops/${openCase.cop.slug}` },
          { label: openCase.title },
        ]}
        lead={openCase.question || t('noQuestion')}
        meta={<CaseMeta openCase={openCase} />}
        action={
          <>
            {canCreate ? (
              <Button variant="primary" icon={<Plus />} onPress={() => setAdding(true)}>
                {t('note.new')}
              </Button>
            ) : null}
            <FollowButton target="case" id={openCase.id} />
          </>
        }
        menu={<CaseActions openCase={openCase} />}
      />
      <CaseNotice openCase={openCase} />
      <div className={styles.overview}>
        <div>
          <Section title={t('note.list')}>
            {hasNotes ? (
              <NoteRows openCase={openCase} />
            ) : (
              <EmptyState
                title={t('note.empty')}
                action={canCreate ? <Button onPress={() => setAdding(true)}>{t('note.new')}</Button> : null}
              >
                {t('note.emptyText')}
              </EmptyState>
            )}
            <ArchivedNotes openCase={openCase} />
          </Section>
          <Part fallback={<Skeleton lines={2} />}>
            <CaseQuestions openCase={openCase} />
          </Part>
          <Section title={t('effects.title')}>
            <EffectsLink openCase={openCase} />
          </Section>
        </div>
        <CaseFacts openCase={openCase} />
      </div>
      <NewNoteDialog openCase={openCase} isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}
