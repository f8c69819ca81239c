import { endpoints } from '@kring/contracts';
import { showToast } from '../../../components/toast-queue.ts';
import { callFile } from '../../../lib/api/call.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

/** Keeps a note as a Markdown file on this device, and tells when that does not work. */
export function useMarkdownDownload(noteId: string): () => void {
  const { t, language } = useTranslation('notes');
  const errorText = useErrorText();

  async function download() {
    const { fileName, blob } = await callFile(endpoints.downloadNoteMarkdown, {
      params: { noteId },
      query: { language },
    });
    const address = URL.createObjectURL(blob);
    const link = Object.assign(document.createElement('a'), { href: address, download: fileName });
    link.click();
    // The browser needs the address until it has begun to write the file.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    showToast(t('export.done', { fileName }));
  }

  return () => {
    download().catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      showToast(errorText(error), { tone: 'failed' });
    });
  };
}
