/** The rows of what came from a spreadsheet: a table with nothing beside it, as cleaned HTML. Null for anything else. */
export function sheetIn(html: string): readonly (readonly string[])[] | null {
  // Most of what is pasted need not be read once more.
  if (!/^\s*<table\b/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [table, ...others] = body.children;
  if (!(table instanceof HTMLTableElement) || others.length > 0) return null;
  if (body.textContent.trim() !== table.textContent.trim()) return null;
  return [...table.rows].map((row) => [...row.cells].flatMap(fieldsOf));
}

/** A cell over several columns leaves the next ones empty, so that each value stands below its own head. */
function fieldsOf(cell: HTMLTableCellElement): string[] {
  const text = [...cell.childNodes].map((node) => node.textContent?.trim() ?? '').join('\n');
  return [text.trim(), ...Array.from({ length: Math.max(0, cell.colSpan - 1) }, () => '')];
}
