import { cleanHtml } from './clean-html.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { picturesIn, type Pictures } from './pictures.ts';
import { isMarkdown, joinBrokenLines } from './plain-text.ts';

interface Pasted {
  readonly html: string;
  readonly text: string;
}

interface ReadPaste extends Pasted {
  /** Null when there were none. */
  readonly pictures: Pictures | null;
}

/** An editor of code copies coloured lines, which say less than the text itself. */
const hasBlocks = (html: string): boolean => /<(?:p|h[1-6]|ul|ol|li|table|blockquote)\b/i.test(html);

/** What was copied elsewhere, as the note should read it; without HTML it is plain text. */
export function readPaste({ html, text }: Pasted): ReadPaste {
  if (!hasBlocks(html) && isMarkdown(text)) return { html: markdownToHtml(text), text, pictures: null };
  if (html.trim() === '') return { html: '', text: joinBrokenLines(text), pictures: null };
  const clean = cleanHtml(html);
  return { html: clean.trim() === '' ? '' : clean, text, pictures: picturesIn(html) };
}
