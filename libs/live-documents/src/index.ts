export { anchorAt, anchorAtWords, resolveAnchors, type AnchorPlace } from './anchors/anchors.ts';
export * from './schema-version.ts';
export { safeHref, toHref } from './safe-href.ts';
export { findLinks, type FoundLink } from './find-links.ts';
export { REMOTE_META } from './schema/remote-meta.ts';
export { noteExtensions, type NoteExtensionOptions } from './note-extensions.ts';
export { noteSchema, type NoteNode } from './note-schema.ts';
export { NoteRenderer, type NoteMapping } from './render-note.ts';
export {
  calloutKinds,
  imageWidths,
  longest,
  mentionKinds,
  nodeAttributeRules,
  type CalloutKind,
  type MentionKind,
} from './attribute-rules.ts';
export { attachmentAddress } from './attachment-address.ts';
export { leafText } from './leaf-text.ts';
export { dateInWords, noteWords, type NoteLanguage } from './note-words.ts';
export { footnotesOf, mentionAddress, sizeInWords, type WritingOptions } from './note-writing.ts';
export { noteToHtml } from './note-to-html.ts';
export { noteToMarkdown } from './note-to-markdown.ts';
export { readNote, readNoteDocument, noteToText } from './read-note.ts';
export { readNoteWithAuthors, UNKNOWN_AUTHOR, type AuthorRun } from './read-authors.ts';
export { compareSigns, type NoteSigns, type SignChange } from './signs/note-signs.ts';
export { compareNotes } from './diff/compare-notes.ts';
export type {
  CompareOptions,
  ComparedNode,
  NoteChange,
  NoteComparison,
  PieceKind,
  PlacedAuthors,
} from './diff/note-change.ts';
export { EMPTY_NOTE } from './empty-note.ts';
export { canonicalJson } from './canonical-json.ts';
export { countWords } from './count-words.ts';
export { noteStepsToUpdate, type NoteStep } from './note-steps.ts';
export { noteBodyToUpdate } from './note-body.ts';
export { freeKey } from './sections/unique-keys.ts';
export { sectionsToBody } from './sections/sections-to-body.ts';
export { inShownOrder, inStoredOrder, orderBetween, orderStep, sectionOf } from './sections/section-order.ts';
export {
  sectionStatuses,
  type SectionAttributes,
  type SectionStatus,
  type SectionTool,
} from './sections/section-rules.ts';
export { redactContent, type RedactedContent } from './redaction/redact-content.ts';
export { redactDocument } from './redaction/redact-document.ts';
export { REDACTED, WordsToRedact } from './redaction/words-to-redact.ts';
