import { useState } from 'react';
import { Eraser, FileDown, Printer } from 'lucide-react';
import type { Case, Note } from '@kring/contracts';
import type { MenuAction } from '../../components/menu.tsx';
import { lazyPart, Part } from '../../components/part.tsx';
import { NoteBarActions } from '../../features/cases/components/note-bar-actions.tsx';
import { useMarkdownDownload } from '../../features/notes/hooks/use-markdown-download.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

const RedactDialog = lazyPart(
  () => import('../../features/redaction/components/redact-dialog.tsx'),
  'RedactDialog',
);

/** What one does with a note as a whole; with its text as a reader too, who has no toolbar for that. */
export function NoteActs({ openCase, note }: { openCase: Case; note: Note }) {
  const { t } = useTranslation('writing');
  const [isRedacting, setRedacting] = useState(false);
  const ofText: MenuAction[] = [
    { id: 'print', label: t('more.print'), icon: <Printer />, run: () => window.print() },
    { id: 'markdown', label: t('more.markdown'), icon: <FileDown />, run: useMarkdownDownload(note.id) },
  ];
  if (note.abilities.includes('note.redact')) {
    const redact = () => setRedacting(true);
    ofText.push({ id: 'redact', label: t('more.redact'), icon: <Eraser />, run: redact });
  }
  return (
    <>
      <NoteBarActions openCase={openCase} note={note} reading={ofText} />
      {isRedacting ? (
        <Part tells="toast">
          <RedactDialog note={note} onClose={() => setRedacting(false)} />
        </Part>
      ) : null}
    </>
  );
}
