/** An image of eight by eight points of one colour, as PNG. */
export const square = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWPgj4nBihiGlgQAXaUxwR6zHMcAAAAASUVORK5CYII=',
  'base64',
);
