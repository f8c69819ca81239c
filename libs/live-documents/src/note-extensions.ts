import type { Extensions } from '@tiptap/core';
import { noteBlocks, type BlockOptions } from './schema/blocks.ts';
import { noteInline } from './schema/inline.ts';
import { noteMarks } from './schema/marks.ts';
import { Unsupported, UnsupportedInline } from './schema/unsupported.ts';
import { NoteDocument, NoteSection } from './sections/section-node.ts';

export type NoteExtensionOptions = BlockOptions;

/** Everything a note can hold, for the editor and for the server alike. No attribute can carry script or style. */
export function noteExtensions(options: NoteExtensionOptions = {}): Extensions {
  const unknown = [Unsupported, UnsupportedInline];
  return [NoteDocument, ...noteBlocks(options), NoteSection, ...noteInline, ...unknown, ...noteMarks];
}
