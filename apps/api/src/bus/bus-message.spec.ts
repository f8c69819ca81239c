import { describe, expect, it } from '@jest/globals';
import type { PresentPerson } from '@kring/collab-protocol';
import { packItem, readLetter, type BusItem } from './bus-message.ts';

const person = (clientId: number): PresentPerson => ({
  clientId,
  personId: 'p',
  name: 'Zoë',
  affiliation: 'Provincie Fryslân',
  colour: 3,
  access: 'write',
  cursor: new Uint8Array([0, 255, 10]),
});
const here = (...clientIds: number[]): BusItem => ({
  kind: 'room',
  message: {
    type: 'presence',
    room: 'note:1',
    changes: clientIds.map((clientId) => ({ kind: 'here', person: person(clientId) })),
  },
});
const letter = (items: readonly string[], rest = '') => `{"from":"a"${rest},"items":[${items.join(',')}]}`;

describe('what processes tell each other', () => {
  const items: BusItem[] = [
    { kind: 'room', message: { type: 'moved', room: 'note:1', seq: 7 } },
    { kind: 'room', message: { type: 'who', room: 'note:1' } },
    here(1, 2),
    { kind: 'event', event: { type: 'access-changed', scope: { caseId: 'c' } } },
    { kind: 'event', event: { type: 'login-session-ended', loginSessionIds: ['s'], personId: 'p' } },
    { kind: 'event', event: { type: 'person-changed', personId: 'p' } },
    { kind: 'event', event: { type: 'note-touched', noteId: 'n', topic: 'versions' } },
  ];

  it('arrives as it was told', () => {
    const packed = items.flatMap((item) => packItem(item, 10_000));
    expect(readLetter(letter(packed))).toEqual({ from: 'a', sign: 'here', items });
  });

  it('travels in pieces that fit, and leaves out what never will', () => {
    const packed = packItem(here(1, 2, 3, 4, 5), 400);
    expect(Math.max(...packed.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(400);
    const changes = readLetter(letter(packed))?.items.flatMap((item) =>
      item.kind === 'room' && item.message.type === 'presence' ? item.message.changes : [],
    );
    expect(changes).toEqual([1, 2, 3, 4, 5].map((id) => ({ kind: 'here', person: person(id) })));
    expect(packItem(here(1), 50)).toEqual([]);
  });

  it('is nothing where it cannot be read, and leaves out what it does not know', () => {
    for (const payload of ['', '{', 'null', '[]', '{"from":""}', '{"items":[]}', '{"from":"a","sign":"x"}'])
      expect(readLetter(payload)).toBeNull();
    const known = packItem(here(1), 1_000)[0] ?? '';
    const unknown = [
      '7',
      '{"kind":"later"}',
      '{"kind":"room","message":{"type":"moved","room":"r","seq":-1}}',
    ];
    expect(readLetter(letter([...unknown, known]))?.items).toEqual([here(1)]);
  });
});
