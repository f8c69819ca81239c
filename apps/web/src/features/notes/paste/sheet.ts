/** The rows of what came from a spreadsheet: a table with nothing beside it, as cleaned HTML. Null for anything else. */
export function sheetIn(html: string): readonly (readonly string[])[] | null {
  // Most of what is pasted need not be read once more.
  if (!/^\s*<table\b/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [table, ...others] = body.children;
  if (!(table instanceof HTMLTableElement) || others.length > 0) return null;
  if (body.textContent.trim() !== table.textContent.trim()) return null;
  return fieldsOf(table);
}

/** A cell over several columns or rows leaves the others empty, so that each value stays in its own row and column. */
function fieldsOf({ rows }: HTMLTableElement): string[][] {
  const fields = [...rows].map((): string[] => []);
  for (const [at, row] of [...rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (fields[at]?.[column] !== undefined) column += 1;
      for (const field of fields.slice(at, at + cell.rowSpan))
        for (let over = 0; over < cell.colSpan; over += 1) field[column + over] = '';
      const own = fields[at];
      if (own) own[column] = textOf(cell);
    }
  }
  return fields.map((row) => Array.from(row, (field) => field ?? ''));
}

function textOf(cell: HTMLTableCellElement): string {
  const lines = [...cell.childNodes].map((node) => node.textContent?.trim() ?? '');
  return lines.join('\n').trim();
}
