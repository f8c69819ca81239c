/**
 * Version of the note schema. A client with another one may read, never write: an editor that does not know a
 * node would throw it away. Raise it with every change of nodes, marks or attributes.
 * History: 1 = first release; 2 = callouts, details, quotes with a source, code, footnotes,
 * mentions, dates, images, files, page breaks, highlight, super- and subscript, sections.
 */
export const SCHEMA_VERSION = 2;

/** Name of the root type that holds the text of a note. */
export const NOTE_ROOT = 'body';

/** Yjs client id of text that the server itself puts into a new document. Never given to a person. */
export const SEED_CLIENT_ID = 1;
