/** Signs of Markdown, each with what it weighs: one `#` may be a hash, a heading and a list are no accident. */
const signs: readonly (readonly [pattern: RegExp, weight: number, most: number])[] = [
  [/^#{1,6} \S/gm, 2, 4],
  [/^```/gm, 2, 4],
  [/^\s*[-*+] \[[ xX]\] \S/gm, 2, 4],
  [/^\|? *:?-{3,}:? *\|/gm, 3, 3],
  [/\[[^\]\n]+\]\((?:https?:|mailto:|\/)[^)\s]+\)/g, 2, 4],
  [/^\s*[-*+] \S/gm, 1, 2],
  [/^\s*\d{1,3}\. \S/gm, 1, 2],
  [/^> \S/gm, 1, 2],
  [/\*\*[^*\s][^*\n]*\*\*/g, 1, 2],
  [/^\[\^\w+\]: /gm, 2, 2],
];

/** Whether a plain text clearly is Markdown. In doubt it is not: words must not lose signs that belong to them. */
export function isMarkdown(text: string): boolean {
  if (text.length > 500_000) return false;
  const weight = signs.reduce((sum, [pattern, each, most]) => {
    const count = text.match(pattern)?.length ?? 0;
    return sum + Math.min(count * each, most);
  }, 0);
  return weight >= 3 || (weight === 2 && /^#{1,6} \S[^\n]*\n\s*\S/.test(text));
}

/** Joins the lines that a PDF breaks at the edge of its page, and the words that it splits there. */
export function joinBrokenLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => (isBroken(part.split('\n')) ? joined(part) : part))
    .join('\n\n');
}

function isBroken(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const lengths = lines.slice(0, -1).map((line) => line.trimEnd().length);
  const longest = Math.max(...lengths);
  if (longest < 40 || longest > 140) return false;
  const isListed = lines.some((line) => /^\s*(?:[-*•–·]|\d+[.)])\s/.test(line));
  return !isListed && lengths.filter((length) => length >= longest * 0.75).length >= lengths.length * 0.8;
}

const joined = (part: string): string =>
  part.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1').replace(/[ \t]*\n[ \t]*/g, ' ');
