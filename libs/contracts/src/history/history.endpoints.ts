import { z } from 'zod';
import { doneSchema, idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as history from './history.schema.ts';

const noteParams = z.strictObject({ noteId: idSchema });
const versionParams = noteParams.extend({ versionId: idSchema });

export const historyEndpoints = {
  listNoteVersions: endpoint({
    method: 'GET',
    path: '/notes/:noteId/versions',
    access: 'version.read',
    summary: 'The versions of a note, newest first, without their text.',
    params: noteParams,
    query: z.strictObject({ before: idSchema.optional() }),
    response: history.noteVersionPageSchema,
  }),
  createNoteVersion: endpoint({
    method: 'POST',
    path: '/notes/:noteId/versions',
    access: 'version.create',
    summary: 'Keeps what the note says now, under a name.',
    params: noteParams,
    body: history.versionNameInputSchema,
    response: history.noteVersionSchema,
    errors: ['note-archived', 'case-archived', 'case-concluded', 'too-many-versions', 'unavailable'],
  }),
  renameNoteVersion: endpoint({
    method: 'PATCH',
    path: '/notes/:noteId/versions/:versionId',
    access: 'version.name',
    summary: 'Gives a version a name; it is then kept for ever.',
    params: versionParams,
    body: history.renameVersionInputSchema,
    response: history.noteVersionSchema,
    errors: ['changed-meanwhile', 'note-archived', 'case-archived', 'case-concluded', 'too-many-versions'],
  }),
  getNoteVersion: endpoint({
    method: 'GET',
    path: '/notes/:noteId/versions/:versionId',
    access: 'version.read',
    summary: 'What a note said in one version, with who wrote what.',
    params: versionParams,
    response: history.noteContentSchema,
  }),
  restoreNoteVersion: endpoint({
    method: 'POST',
    path: '/notes/:noteId/versions/:versionId/restore',
    access: 'version.restore',
    summary: 'Keeps what the note says now, and gives the text that the person puts back by own edits.',
    params: versionParams,
    response: history.noteContentSchema,
    errors: ['note-archived', 'case-archived', 'case-concluded', 'unavailable'],
  }),
  getNoteText: endpoint({
    method: 'GET',
    path: '/notes/:noteId/text',
    access: 'version.read',
    summary: 'What a note says now, with who wrote what.',
    params: noteParams,
    response: history.noteContentSchema,
    errors: ['unavailable'],
  }),
  getLastVisit: endpoint({
    method: 'GET',
    path: '/notes/:noteId/last-visit',
    access: 'version.read',
    summary: 'Whether a note has changed since the person saw it last.',
    params: noteParams,
    response: history.lastVisitSchema,
  }),
  getLastSeenText: endpoint({
    method: 'GET',
    path: '/notes/:noteId/last-visit/text',
    access: 'version.read',
    summary: 'What a note said when the person saw it last; null when they never did.',
    params: noteParams,
    response: history.noteContentSchema.nullable(),
  }),
  recordVisit: endpoint({
    method: 'POST',
    path: '/notes/:noteId/visits',
    access: 'version.read',
    summary: 'Remembers that the person has seen what the note says now.',
    params: noteParams,
    body: history.visitInputSchema,
    response: doneSchema,
    errors: ['unavailable'],
  }),
} as const satisfies Record<string, Endpoint>;
