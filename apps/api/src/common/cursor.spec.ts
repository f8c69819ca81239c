import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { cursorParts, readCursor, toPage, writeCursor } from './cursor.ts';

const schema = z.tuple([cursorParts.instant, cursorParts.text, cursorParts.id]);
const id = '0198c0de-0000-7000-8000-000000000001';

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a cursor', () => {
  it('comes back as it was written', () => {
    const values = ['1764111111123456', 'Ynske Ødegård-’t Hooft', id];
    expect(readCursor(writeCursor(values), schema)).toEqual(values);
    expect(readCursor(undefined, schema)).toBeNull();
  });

  it.each([
    ['nothing in it', ''],
    ['no JSON', 'AAAA'],
    ['values of another list', writeCursor([id])],
    ['SQL for an id', writeCursor(['1', 'a', "x' OR true --"])],
    ['a number that is no time', writeCursor(['1e9', 'a', id])],
    ['a time that does not fit', writeCursor(['99999999999999999999', 'a', id])],
    ['a character that PostgreSQL does not take', writeCursor(['1', 'a\u0000', id])],
    ['something more', writeCursor(['1', 'a', id, 1])],
    ['an object', Buffer.from('{"__proto__":[]}').toString('base64url')],
  ])('with %s is refused', (_, cursor) => {
    expect(codeOf(() => readCursor(cursor, schema))).toBe('invalid-input');
  });

  it('never does anything but being read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (cursor) => expect(['read', 'invalid-input']).toContain(codeOf(() => readCursor(cursor, schema))),
      ),
    );
  });
});

describe('a page', () => {
  const page = (count: number) =>
    toPage(
      Array.from({ length: count }, (_, index) => index),
      3,
      { item: (row) => `#${row}`, cursor: (row) => [row] },
    );

  it('has a next one only when there is more', () => {
    expect(page(0)).toEqual({ items: [], next: null });
    expect(page(3)).toEqual({ items: ['#0', '#1', '#2'], next: null });
    expect(page(4)).toEqual({ items: ['#0', '#1', '#2'], next: writeCursor([2]) });
  });
});
