import type { NoteNode } from '../note-schema.ts';

const text = (value: string, ...marks: string[]): NoteNode => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: NoteNode[]): NoteNode => ({ type: 'paragraph', content });
const cell = (type: string, words: string, attrs: Record<string, number> = {}): NoteNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, ...attrs },
  content: [paragraph(text(words))],
});
export const anId = '0192f0c1-2b3c-7d4e-8f50-112233445566';

/** A note with everything that a note can hold, once. */
export const everyBlock: NoteNode = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [text('Kop')] },
    paragraph(
      text('Met '),
      text('nadruk', 'highlight'),
      text(', H'),
      text('2', 'subscript'),
      text('O en m'),
      text('2', 'superscript'),
      text(' van '),
      { type: 'mention', attrs: { kind: 'person', id: anId, label: 'Sanne Voorbeeld' } },
      text(' op '),
      { type: 'date', attrs: { value: '2026-11-24' } },
      { type: 'footnote', attrs: { text: 'Volgens de monitor.', href: 'https://example.org/monitor' } },
    ),
    {
      type: 'callout',
      attrs: { kind: 'question' },
      content: [paragraph(text('Wie betaalt?')), paragraph(text('En wanneer?'))],
    },
    {
      type: 'details',
      content: [
        { type: 'detailsSummary', content: [text('Meer over de cijfers')] },
        paragraph(text('Achter de samenvatting')),
      ],
    },
    { type: 'codeBlock', content: [text('regel 1\n  ```regel 2```')] },
    {
      type: 'blockquote',
      content: [
        paragraph(text('Een citaat')),
        { type: 'quoteSource', content: [text('Wethouder, voorbeeld')] },
      ],
    },
    {
      type: 'taskList',
      content: [
        { type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('gebeld'))] },
        { type: 'taskItem', attrs: { checked: false }, content: [paragraph(text('gemaild'))] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(text('drie')),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('onder drie'))] }] },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'jaar'), cell('tableHeader', 'aantal')] },
        { type: 'tableRow', content: [cell('tableHeader', '2026'), cell('tableCell', 'twaalf')] },
        { type: 'tableRow', content: [cell('tableCell', 'samen', { colspan: 2 })] },
      ],
    },
    {
      type: 'image',
      attrs: {
        attachmentId: anId,
        name: 'kaart.png',
        size: 1_234_567,
        mime: 'image/png',
        alt: 'Kaart van de wijk',
        isDecorative: false,
        caption: 'De wijk in 2026',
        width: 50,
        pixelWidth: 800,
        pixelHeight: 600,
      },
    },
    {
      type: 'file',
      attrs: { attachmentId: anId, name: 'begroting.pdf', size: 20_480, mime: 'application/pdf' },
    },
    { type: 'horizontalRule' },
    { type: 'pageBreak' },
    paragraph(text('Slot')),
  ],
};
