import { endpoints, type NoteContent } from '@kring/contracts';
import { noteToText, type NoteNode } from '@kring/live-documents';
import type { Copy, Operation } from './checker.ts';
import { tokenPattern } from './text.ts';
import { until } from './until.ts';
import type { Visitor } from './visitor.ts';

/** How long the index may take for all of a text after that was read. */
const INDEXED_WITHIN = 30_000;

const noteIdOf = (room: string): string => room.slice('note:'.length);

/** What the product reads of a text without its room: versions, the download and the print are made of this. */
export async function textAtRest(reader: Visitor, room: string): Promise<Copy> {
  const { content }: NoteContent = await reader.call(endpoints.getNoteText, {
    params: { noteId: noteIdOf(room) },
  });
  const tokens = noteToText(content as NoteNode).match(tokenPattern) ?? [];
  return { room, of: 'the text at rest', hash: null, tokens, hasPending: false };
}

/** Who wrote something in this text that stays there, and is not found by it; ask after `textAtRest`. */
export async function unfoundIn(
  reader: Visitor,
  room: string,
  operations: readonly Operation[],
): Promise<string[]> {
  const kept = operations.filter(
    (one) => one.room === room && one.insert === 'acked' && one.removal === 'none',
  );
  const byAuthor = new Map(kept.map((one) => [one.author, one.token]));
  const unfound: string[] = [];
  const end = Date.now() + INDEXED_WITHIN;
  for (const token of byAuthor.values()) {
    // The number alone would be a word of many texts.
    const q = /⟦(\w+)-/.exec(token)?.[1] ?? token;
    const isFound = async () => {
      const { items } = await reader.call(endpoints.search, { query: { q, kind: 'note' } });
      return items.some(({ id, isNear }) => id === noteIdOf(room) && !isNear);
    };
    await until(() => token, isFound, end - Date.now()).catch(() => unfound.push(`${token} in ${room}`));
  }
  return unfound;
}
