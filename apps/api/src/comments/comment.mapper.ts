import {
  reactions,
  type BodyPart,
  type Comment,
  type CommentAnchor,
  type CommentThread,
} from '@kring/contracts';
import { abilities, type Principal } from '@kring/domain';
import type { NoteFactsRow } from '../notes/note-facts-access.ts';
import { toCommentFacts, toThreadFacts } from './comment-facts.ts';
import type { CommentThreadRow } from './comment-threads.repository.ts';
import type { CommentRow } from './comments.repository.ts';

interface Asker {
  readonly principal: Principal;
  readonly personId: string;
}

/** `comments` are those of this thread, oldest first. */
export function toThread(
  row: CommentThreadRow,
  comments: readonly CommentRow[],
  note: NoteFactsRow,
  asker: Asker,
): CommentThread {
  return {
    id: row.id,
    noteId: row.noteId,
    caseId: note.caseId,
    kind: row.kind,
    anchor: toAnchor(row),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    resolved: row.resolvedAt && row.resolvedBy && { at: row.resolvedAt.toISOString(), by: row.resolvedBy },
    commentCount: row.commentCount,
    comments: comments.map((comment) => toComment(comment, note, asker)),
    isMine: row.isMine,
    mentionsMe: row.mentionsMe,
    abilities: abilities(asker.principal, toThreadFacts(row, note)),
  };
}

function toAnchor(row: CommentThreadRow): CommentAnchor | null {
  // Without words: all that was said in it has been removed, and the quote with it.
  if (row.quote === null || row.quote === '') return null;
  return {
    spans: row.isOfPresentText ? (row.spans ?? []) : [],
    quote: row.quote,
    before: row.quoteBefore,
    after: row.quoteAfter,
  };
}

function toComment(row: CommentRow, note: NoteFactsRow, { principal, personId }: Asker): Comment {
  const isRemoved = row.removedAt !== null;
  return {
    id: row.id,
    author: row.author,
    body: isRemoved ? [] : row.body.map((part) => toPart(part, row.names)),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    removed: row.removedAt &&
      row.removedBy && {
        at: row.removedAt.toISOString(),
        by: row.removedBy,
        canUndo: row.isUndoable && row.removedBy.id === personId,
      },
    reactions: isRemoved ? [] : toReactions(row, personId),
    version: row.version,
    abilities: abilities(principal, toCommentFacts(row, note)),
  };
}

function toPart(part: CommentRow['body'][number], names: CommentRow['names']): BodyPart {
  if (part.type === 'text') return part;
  return { type: 'mention', person: { id: part.personId, name: names[part.personId] ?? '' } };
}

function toReactions(row: CommentRow, personId: string): Comment['reactions'] {
  return reactions
    .map((reaction) => ({
      reaction,
      people: row.reactions.filter((given) => given.reaction === reaction).map(({ person }) => person),
    }))
    .filter(({ people }) => people.length > 0)
    .map((found) => ({ ...found, isMine: found.people.some(({ id }) => id === personId) }));
}
