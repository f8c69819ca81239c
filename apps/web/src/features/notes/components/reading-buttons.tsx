import { FileDown, Printer } from 'lucide-react';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useMarkdownDownload } from '../hooks/use-markdown-download.ts';

/** What one does with a text that one reads. */
export function ReadingButtons({ noteId }: { noteId: string }) {
  const { t } = useTranslation('writing');
  const download = useMarkdownDownload(noteId);
  return (
    <>
      <Button variant="quiet" size="small" icon={<Printer />} onPress={() => window.print()}>
        {t('more.print')}
      </Button>
      <Button variant="quiet" size="small" icon={<FileDown />} onPress={download}>
        {t('more.markdown')}
      </Button>
    </>
  );
}
