import { useState } from 'react';
import { History, ListChecks, ListTree } from 'lucide-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useParams, useSearchParams } from 'react-router';
import type { Case, Note } from '@kring/contracts';
import { SidePanel, useOpenPanel, type Panel } from '../../components/side-panel.tsx';
import { ErrorState, QueryView } from '../../components/states.tsx';
import { caseQuery, noteQuery } from '../../lib/queries/case-queries.ts';
import { useNoteActs } from '../../features/cases/components/note-acts.ts';
import { NoteNav } from '../../features/cases/components/note-list.tsx';
import { NoteByline } from '../../features/cases/components/note-byline.tsx';
import { NoteSheet } from '../../features/notes/components/note-sheet.tsx';
import { useReadView } from '../../features/notes/hooks/use-read-view.ts';
import { useHasSections } from '../../features/sections/hooks/use-has-sections.ts';
import { useSectionLink } from '../../features/sections/hooks/use-section-link.ts';
import { ApiError, isOffline } from '../../lib/api/api-error.ts';
import { useNotificationsRead } from '../../lib/use-notifications-read.ts';
import type { NoteHandle } from '../../lib/note-handle.ts';
import { NoteBar } from './note-bar.tsx';
import { NoteHistory } from './note-history.tsx';
import { useNoteComments } from './use-note-comments.tsx';
import styles from './case.module.css';
import { lazyPart, Part } from '../../components/part.tsx';

const OutlinePanel = lazyPart(() => import('../../features/notes/writing/outline-panel.tsx'), 'OutlinePanel');
const HistoryPanel = lazyPart(
  () => import('../../features/history/components/history-panel.tsx'),
  'HistoryPanel',
);
const SectionList = lazyPart(
  () => import('../../features/sections/components/section-list.tsx'),
  'SectionList',
);
const SectionMenus = lazyPart(
  () => import('../../features/sections/components/section-menus.tsx'),
  'SectionMenus',
);

/** The case workspace with one note open as a sheet. */
export function Component() {
  const { t } = useTranslation('cases');
  const { caseId = '', noteId = '' } = useParams();
  const caseAnswer = useQuery(caseQuery(caseId));
  const noteAnswer = useQuery(noteQuery(noteId));
  const [copyOf, setCopyOf] = useState('');
  const failure = caseAnswer.data ? noteAnswer.error : caseAnswer.error;
  const known =
    caseAnswer.data && noteAnswer.data ? { openCase: caseAnswer.data, note: noteAnswer.data } : null;

  function retry() {
    void caseAnswer.refetch();
    void noteAnswer.refetch();
  }
  if (noteAnswer.data && noteAnswer.data.caseId !== caseId) {
    return <ErrorState error={new ApiError('not-found')} onRetry={retry} noAccess={t('note.wrongCase')} />;
  }
  // Asking again takes the failure away for a moment: the copy stays until there is an answer.
  const isUnreachable = failure !== null && isOffline(failure);
  if (isUnreachable && copyOf !== noteId) setCopyOf(noteId);
  const showsCopy = copyOf === noteId && (failure === null || isUnreachable);
  if (known || showsCopy) {
    return <Workspace key={noteId} caseId={caseId} noteId={noteId} known={known} onRetry={retry} />;
  }
  return (
    <QueryView query={caseAnswer} noAccess={t('noAccess')} lines={8} isPage>
      {() => (
        <QueryView query={noteAnswer} noAccess={t('noAccess')} lines={8} isPage>
          {() => null}
        </QueryView>
      )}
    </QueryView>
  );
}

interface KnownNote {
  readonly openCase: Case;
  readonly note: Note;
}

interface WorkspaceProps {
  caseId: string;
  noteId: string;
  /** Null without network: the sheet then shows the copy on this device, and stays when the rest comes. */
  known: KnownNote | null;
  onRetry: () => void;
}

function Workspace({ caseId, noteId, known, onRetry }: WorkspaceProps) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const acts = useNoteActs({ id: caseId });
  useNotificationsRead('note', noteId);
  const [handle, setHandle] = useState<NoteHandle | null>(null);
  const [isReading] = useReadView();
  const hasSections = useHasSections(handle);
  const [, setPanel] = useOpenPanel();
  const closeOver = onNarrow(() => setPanel(null));
  const comments = useNoteComments(isReading ? null : (known?.note ?? null), handle, closeOver);
  const panels = [...comments.panels, ...useNotePanels(handle, known?.note ?? null, hasSections)];
  const isLookingBack = useIsLookingBack() && known !== null;
  useSectionLink(handle);
  const hasFrame = known !== null && !isReading;
  return (
    <>
      {known ? <NoteBar {...known} panels={panels} isReading={isReading} /> : null}
      <div className={hasFrame ? styles.workspace : undefined}>
        {hasFrame ? (
          <div className={styles.notes}>
            <nav aria-label={t('note.list')} className={styles.part}>
              <p className={styles.heading} aria-hidden="true">
                {t('note.list')}
              </p>
              <NoteNav openCase={known.openCase} />
            </nav>
            {handle && hasSections ? <SectionNav handle={handle} /> : null}
          </div>
        ) : null}
        <div className={styles.middle}>
          {known ? (
            <NoteHistory
              note={known.note}
              handle={handle}
              isLookingBack={isLookingBack}
              isReading={isReading}
            />
          ) : null}
          {/* The text stays open meanwhile: what is put back goes through its editor. */}
          <div hidden={isLookingBack}>
            <NoteSheet
              noteId={noteId}
              known={known && { note: known.note, caseTitle: known.openCase.title }}
              onRetry={onRetry}
              onHandle={setHandle}
              facilitatorsPath={known && `/cops/${known.openCase.cop.slug}/members`}
              toolAddress={() => `/cases/${caseId}/effects`}
              selectionActs={comments.acts}
              byline={known ? <NoteByline openCase={known.openCase} /> : null}
              onRenamed={(renamed) => {
                queryClient.setQueryData(noteQuery(noteId).queryKey, renamed);
                void acts.renew(noteId);
              }}
            />
          </div>
        </div>
        {isReading ? null : <SidePanel panels={panels} />}
        {handle && hasSections && known ? (
          <Part tells="nothing">
            <SectionMenus
              handle={handle}
              copId={known.openCase.cop.id}
              canShape={known.note.abilities.includes('note.update')}
            />
          </Part>
        ) : null}
        {isReading ? null : comments.marks}
      </div>
    </>
  );
}

/** What can be opened beside a note. */
function useNotePanels(handle: NoteHandle | null, note: Note | null, hasSections: boolean): readonly Panel[] {
  const { t } = useTranslation('cases');
  const [, setOpen] = useOpenPanel();
  return [
    {
      name: 'outline',
      label: t('note.outline'),
      icon: <ListTree />,
      content: handle ? <OutlinePanel handle={handle} onLeave={onNarrow(() => setOpen(null))} /> : null,
    },
    {
      name: 'history',
      label: t('note.history'),
      icon: <History />,
      content: note ? <HistoryPanel note={note} handle={handle} /> : null,
    },
    ...(handle && hasSections
      ? [
          {
            name: 'sections',
            label: t('note.sections'),
            icon: <ListChecks />,
            content: <SectionList handle={handle} onGo={onNarrow(() => setOpen(null))} />,
          },
        ]
      : []),
  ];
}

/** Whether an earlier text stands in the place of the note; see `useHistoryView`. */
function useIsLookingBack(): boolean {
  return useSearchParams()[0].has('show');
}

/** The sections of the note under the list of notes. */
function SectionNav({ handle }: { handle: NoteHandle }) {
  const { t } = useTranslation('cases');
  return (
    <nav aria-label={t('note.sections')} className={styles.part}>
      <p className={styles.heading} aria-hidden="true">
        {t('note.sections')}
      </p>
      <Part tells="nothing">
        <SectionList handle={handle} />
      </Part>
    </nav>
  );
}

/** Over a narrow page the panel covers what one goes to. */
const onNarrow = (close: () => void) => () => {
  if (!window.matchMedia('(min-width: 1024px)').matches) close();
};
