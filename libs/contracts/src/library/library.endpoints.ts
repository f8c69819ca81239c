import { z } from 'zod';
import { doneSchema, idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf } from '../paging.ts';
import * as library from './library.schema.ts';

const copParams = z.strictObject({ copId: idSchema });
const itemParams = z.strictObject({ itemId: idSchema });

export const libraryEndpoints = {
  listLibrary: endpoint({
    method: 'GET',
    path: '/cops/:copId/library',
    access: 'library-item.list',
    summary: 'Files and links of a CoP, newest first, 50 at a time.',
    params: copParams,
    query: library.libraryQuerySchema,
    response: pageOf(library.libraryItemSchema),
  }),
  addLibraryLink: endpoint({
    method: 'POST',
    path: '/cops/:copId/library/links',
    access: 'library-item.create',
    summary: 'Adds a link to the library of a CoP.',
    params: copParams,
    body: library.addLibraryLinkInputSchema,
    response: library.libraryItemSchema,
  }),
  addLibraryFile: endpoint({
    method: 'POST',
    path: '/cops/:copId/library/files',
    access: 'library-item.create',
    summary: 'Adds a file to the library of a CoP; its bytes are the body.',
    params: copParams,
    query: library.addLibraryFileQuerySchema,
    upload: 'application/octet-stream',
    response: library.libraryItemSchema,
    errors: [
      'payload-too-large',
      'file-not-allowed',
      'image-unreadable',
      'library-full',
      'too-many-attempts',
    ],
  }),
  updateLibraryItem: endpoint({
    method: 'PATCH',
    path: '/library-items/:itemId',
    access: 'library-item.update',
    summary: 'Changes title, description or address.',
    params: itemParams,
    body: library.updateLibraryItemInputSchema,
    response: library.libraryItemSchema,
    errors: ['changed-meanwhile'],
  }),
  removeLibraryItem: endpoint({
    method: 'PUT',
    path: '/library-items/:itemId/removed',
    access: 'library-item.update',
    summary: 'Takes a file or link out of the library, or puts it back. After thirty days it is gone.',
    params: itemParams,
    body: library.removeLibraryItemInputSchema,
    response: doneSchema,
  }),
  getLibraryFile: endpoint({
    method: 'GET',
    path: '/library-items/:itemId/file',
    access: 'library-item.read',
    summary: 'The bytes of a file, as a download.',
    params: itemParams,
    response: z.instanceof(Uint8Array),
    media: 'application/octet-stream',
  }),
} as const satisfies Record<string, Endpoint>;
