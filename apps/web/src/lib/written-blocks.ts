export type WrittenBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'bulleted' | 'numbered'; readonly items: readonly string[] };

const bullet = /^\s*[-*•–]\s+(.+)$/;
const number = /^\s*\d{1,3}[.)]\s+(.+)$/;

/**
 * What somebody typed into a field of plain text, as paragraphs and lists: lines that begin with a dash or a bullet, or
 * with numbers from 1 on, are items. Every word stays.
 */
export function writtenBlocks(text: string): readonly WrittenBlock[] {
  const blocks: { kind: WrittenBlock['kind']; texts: string[] }[] = [];
  let isApart = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isApart = true;
      continue;
    }
    const last = blocks.at(-1);
    const [kind, words] = kindOf(line, last?.kind === 'numbered' ? last.texts.length : 0);
    // Between the items of a list there may be an empty line.
    const goesOn = last?.kind === kind && (kind !== 'paragraph' || !isApart);
    if (goesOn) last.texts.push(words);
    else blocks.push({ kind, texts: [words] });
    isApart = false;
  }
  return blocks.map(({ kind, texts }) =>
    kind === 'paragraph' ? { kind, lines: texts } : { kind, items: texts },
  );
}

/** A number is an item only where the list would say the same number: the year of `2024. Toen …` stays in the text. */
function kindOf(line: string, itemsBefore: number): [WrittenBlock['kind'], string] {
  const bulleted = bullet.exec(line)?.[1];
  if (bulleted !== undefined) return ['bulleted', bulleted];
  const numbered = number.exec(line)?.[1];
  if (numbered !== undefined && Number.parseInt(line, 10) === itemsBefore + 1) return ['numbered', numbered];
  return ['paragraph', line];
}
