import { FileDown, Printer } from 'lucide-react';
import type { Case, Note } from '@kring/contracts';
import type { MenuAction } from '../../components/menu.tsx';
import { NoteBarActions } from '../../features/cases/components/note-bar-actions.tsx';
import { useMarkdownDownload } from '../../features/notes/hooks/use-markdown-download.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

/** What one does with a note as a whole; with its text as a reader too, who has no toolbar for that. */
export function NoteActs({ openCase, note }: { openCase: Case; note: Note }) {
  const { t } = useTranslation('writing');
  const reading: MenuAction[] = [
    { id: 'print', label: t('more.print'), icon: <Printer />, run: () => window.print() },
    { id: 'markdown', label: t('more.markdown'), icon: <FileDown />, run: useMarkdownDownload(note.id) },
  ];
  return <NoteBarActions openCase={openCase} note={note} reading={reading} />;
}
