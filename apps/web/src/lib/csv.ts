/**
 * Rows as a file that Excel opens as it is: UTF-8 by its mark, and the semicolon that it expects wherever a comma is the
 * decimal sign. A text that a spreadsheet would take for a formula is made plain text; a number stays one.
 */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toField).join(';')).join('\r\n')}\r\n`;
}

const isNumber = (text: string) => /^[+-]?\d[\d.,\u00A0 ]*%?$/.test(text);

function toField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
