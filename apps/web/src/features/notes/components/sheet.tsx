import { useRef, type ReactNode } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { SectionTool } from '@kring/live-documents';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { whenIdle } from '../../../components/when-idle.ts';
import type { SelectionAct } from '../../../lib/selection-act.ts';
import { useReadView } from '../hooks/use-read-view.ts';
import type { NoteRoom } from '../hooks/use-note-room.ts';
import { goToCaret, NoteText } from './note-text.tsx';
import { SavingState } from './saving-state.tsx';
import { ViewSwitch } from './view-switch.tsx';
import styles from './note-sheet.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

// Whoever needs these does not type; they are fetched early, for when the network is away.
const loadNotice = () => import('./read-only-notice.tsx');
const loadClosed = () => import('./room-closed.tsx');
const ReadOnlyNotice = lazyPart(loadNotice, 'ReadOnlyNotice');
const RoomClosed = lazyPart(loadClosed, 'RoomClosed');
whenIdle(loadNotice);
whenIdle(loadClosed);
// One can type before this is there.
const Presence = lazyPart(() => import('./presence.tsx'), 'Presence');

interface SheetProps {
  noteId: string;
  noteRoom: NoteRoom;
  title: string;
  /** The h1 of the page. */
  heading: ReactNode;
  notice?: ReactNode;
  onHandle: ((handle: NoteHandle | null) => void) | undefined;
  selectionActs: readonly SelectionAct[];
  toolAddress: ((tool: SectionTool) => string | null) | undefined;
  byline: ReactNode;
  facilitatorsPath: string | null;
}

/** A sheet of paper: title, state of saving, who is here, and the text. */
export function Sheet(props: SheetProps) {
  const { noteId, noteRoom, title, heading, notice, onHandle, selectionActs, byline } = props;
  const { toolAddress } = props;
  const { t } = useTranslation('notes');
  const sheet = useRef<HTMLElement>(null);
  const { room, status, people, reopen } = noteRoom;
  const [isReading] = useReadView();
  const isClosed = status.phase === 'closed';
  const isReadOnly = status.access === 'read' || status.isRefused;
  return (
    <article
      ref={sheet}
      className={styles.sheet}
      data-note-sheet=""
      data-phase={status.phase}
      data-view={isReading ? 'read' : 'write'}
    >
      <header className={styles.header}>
        {heading}
        <div className={styles.byline}>{byline}</div>
        {isClosed ? null : (
          <div className={styles.facts}>
            <SavingState room={room} />
            <ViewSwitch noteId={noteId} mayWrite={status.access === 'write'} />
            {room && !isReading ? (
              <Part tells="nothing">
                <Presence
                  people={people}
                  myClientId={room.awareness.clientID}
                  onGoTo={(clientId) => goToCaret(sheet.current, clientId)}
                />
              </Part>
            ) : null}
          </div>
        )}
      </header>
      {notice}
      {room && isReadOnly && !isClosed && !isReading ? (
        <Part>
          <ReadOnlyNotice
            room={room}
            status={status}
            facilitatorsPath={props.facilitatorsPath}
            onReopen={reopen}
          />
        </Part>
      ) : null}
      {isClosed ? (
        <Part>
          <RoomClosed closeCode={status.closeCode} onRetry={reopen} />
        </Part>
      ) : null}
      {room && status.phase === 'ready' ? (
        <NoteText
          noteId={noteId}
          room={room}
          status={status}
          title={title}
          isReading={isReading}
          selectionActs={selectionActs}
          onHandle={onHandle}
          toolAddress={toolAddress}
        />
      ) : null}
      {status.phase === 'opening' ? (
        <div className={styles.opening} role="status" aria-label={t('text.opening')}>
          <span />
          <span />
          <span />
        </div>
      ) : null}
    </article>
  );
}
