import type { NoteNode } from '../note-schema.ts';

/** What happened at a place of a compared note. */
export type PieceKind =
  | 'inserted'
  | 'deleted'
  | 'moved-here'
  | 'moved-away'
  /** The same words with other marks, such as bold. */
  | 'marks'
  /** The same block with other settings, or of another kind. */
  | 'settings';

/** A node of both notes in one: `piece` says what happened to it, as part of which change. */
export interface ComparedNode extends Omit<NoteNode, 'content'> {
  content?: ComparedNode[];
  piece?: { readonly change: number; readonly kind: PieceKind };
}

export interface NoteChange {
  readonly kinds: readonly PieceKind[];
  /** The words that went and that came, cut off where they are long. */
  readonly before: string;
  readonly after: string;
  /** Places in the list of people of those whose words came. */
  readonly by: readonly number[];
}

export interface NoteComparison {
  readonly doc: ComparedNode;
  readonly changes: readonly NoteChange[];
  /** False when parts differed so much that they are shown as replaced as a whole. */
  readonly isComplete: boolean;
}

/** So many characters of the text of a note, in its order, by one person; -1 where it cannot be told. */
export type PlacedAuthors = readonly (readonly [length: number, person: number])[];

export interface CompareOptions {
  /** Names of the nodes that hold words themselves. */
  readonly textblocks: readonly string[];
  readonly authors?: PlacedAuthors;
}
