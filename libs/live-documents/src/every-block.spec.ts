import { describe, expect, it } from '@jest/globals';
import {
  noteBodyToUpdate,
  noteExtensions,
  noteSchema,
  noteToHtml,
  noteToMarkdown,
  noteToText,
  readNote,
  type NoteNode,
} from './index.ts';
import { anId, everyBlock } from './testing/every-block.ts';

const doc = (...content: NoteNode[]): NoteNode => ({ type: 'doc', content });
const line = (...content: NoteNode[]): NoteNode => doc({ type: 'paragraph', content });
const text = (value: string, ...marks: string[]): NoteNode => ({
  type: 'text',
  text: value,
  marks: marks.map((type) => ({ type })),
});

describe('a note with everything in it', () => {
  it('holds each node and mark of the schema, so that nothing goes untested here', () => {
    const found = new Set<string>();
    noteSchema.nodeFromJSON(everyBlock).descendants((node) => {
      found.add(node.type.name);
    });
    const placeholders = ['doc', 'unsupported', 'unsupportedInline', 'hardBreak', 'section'];
    for (const name of Object.keys(noteSchema.nodes)) {
      if (!placeholders.includes(name)) expect(found).toContain(name);
    }
  });

  it('comes back from the shared text as it was put in', () => {
    expect(readNote(noteBodyToUpdate(everyBlock))).toEqual(noteSchema.nodeFromJSON(everyBlock).toJSON());
  });

  it('is told as bare text, with the words of images, files, footnotes, mentions and dates', () => {
    const words = noteToText(everyBlock);
    expect(words).toContain('@Sanne Voorbeeld op 2026-11-24 [Volgens de monitor.]');
    for (const part of [
      'Kaart van de wijk',
      'De wijk in 2026',
      'begroting.pdf',
      'Meer over de cijfers',
      'Wethouder',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('puts blocks, words and marks in the order in which the editor offers them', () => {
    expect(noteExtensions()[0]?.name).toBe('doc');
    expect(noteSchema.topNodeType.contentMatch.defaultType?.name).toBe('paragraph');
  });
});

describe('a note as HTML', () => {
  const html = noteToHtml(everyBlock, { language: 'nl' });

  it('says the kind of a callout in words, and not by colour alone', () => {
    expect(html).toContain(
      'role="note" aria-label="Vraag"><p class="callout-word">Vraag</p><p>Wie betaalt?</p>',
    );
    expect(noteToHtml(everyBlock, { language: 'en' })).toContain('aria-label="Question"');
  });

  it('numbers footnotes and lists them at the foot with their source', () => {
    expect(html).toContain('<a id="noot-1-in" href="#noot-1">1</a>');
    expect(html).toContain(
      '<li id="noot-1">Volgens de monitor. <a href="https://example.org/monitor">https://example.org/monitor</a>',
    );
  });

  it('shows a date in the language of the reader', () => {
    expect(html).toContain('<time datetime="2026-11-24">di 24 nov 2026</time>');
    expect(noteToHtml(everyBlock, { language: 'en' })).toContain('>Tue, 24 Nov 2026</time>');
  });

  it('loads images and files from the own attachments alone', () => {
    expect([...html.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual([`/api/attachments/${anId}`]);
    expect(html).toContain('alt="Kaart van de wijk" width="800" height="600"');
    expect(html).toContain('begroting.pdf</a> (20,5 kB)');
  });

  it('gives an image that only decorates no words, and calls people by what they are called now', () => {
    const decorated = doc({ type: 'image', attrs: { attachmentId: anId, alt: 'weg', isDecorative: true } });
    expect(noteToHtml(decorated, { language: 'nl' })).toContain('alt=""');
    const named = noteToHtml(everyBlock, { language: 'nl', labelOf: () => 'Sanne de Nieuwe' });
    expect(named).toContain('@Sanne de Nieuwe');
    expect(named).not.toContain('Sanne Voorbeeld');
  });
});

describe('a section', () => {
  const section = doc({
    type: 'section',
    attrs: { title: 'Vraag & <doel>', guidance: 'Niet voor de lezer' },
    content: [{ type: 'paragraph', content: [text('woorden')] }],
  });

  it('is written out under its title, without the guidance for its writer', () => {
    expect(noteToHtml(section, { language: 'nl' })).toBe(
      '<section><h2>Vraag &amp; &lt;doel&gt;</h2><p>woorden</p></section>',
    );
    expect(noteToMarkdown(section, { language: 'nl' })).toBe('## Vraag & \\<doel>\n\nwoorden\n');
  });
});

describe('a note as Markdown', () => {
  it('looks like this', () => {
    expect(noteToMarkdown(everyBlock, { language: 'nl', title: 'De titel' })).toBe(`# De titel

## Kop

Met ==nadruk==, H<sub>2</sub>O en m<sup>2</sup> van @Sanne Voorbeeld op di 24 nov 2026[^1]

> [!question] Vraag
> Wie betaalt?
>
> En wanneer?

<details>
<summary>Meer over de cijfers</summary>

Achter de samenvatting

</details>

\`\`\`\`
regel 1
  \`\`\`regel 2\`\`\`
\`\`\`\`

> Een citaat
>
> — Wethouder, voorbeeld

- [x] gebeld
- [ ] gemaild

3. drie
   - onder drie

| jaar | aantal |
| --- | --- |
| 2026 | twaalf |
| samen |  |

![Kaart van de wijk](/api/attachments/${anId})

*De wijk in 2026*

[begroting.pdf](/api/attachments/${anId})

---

<div style="page-break-after: always"></div>

Slot

[^1]: Volgens de monitor. <https://example.org/monitor>
`);
  });

  it.each([
    [line(text('a*b_c `d` [e](f) <g>')), 'a\\*b\\_c \\`d\\` \\[e\\](f) \\<g>'],
    [line(text('- geen lijst')), '\\- geen lijst'],
    [line(text('1. geen lijst')), '1\\. geen lijst'],
    [line(text('# geen kop')), '\\# geen kop'],
    [line(text('vet ', 'bold'), text('gewoon')), '**vet** gewoon'],
    [line(text('a', 'bold'), text('b', 'bold', 'italic')), '**a*b***'],
    [line(text('a`b', 'code')), '``a`b``'],
    [line(text('x'), { type: 'hardBreak' }, text('- y')), 'x\\\n\\- y'],
  ])('keeps words what they are: %j', (note, markdown) => {
    expect(noteToMarkdown(note, { language: 'nl' })).toBe(`${markdown}\n`);
  });

  it('puts the site before addresses within Kring, when it is known', () => {
    const note = line({ type: 'mention', attrs: { kind: 'case', id: anId, label: 'De casus' } });
    expect(noteToMarkdown(note, { language: 'nl', baseUrl: 'https://kring.example' })).toBe(
      `[@De casus](https://kring.example/cases/${anId})\n`,
    );
  });
});
