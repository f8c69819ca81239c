import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { attachmentNameSchema, attachmentSchema } from './attachment.schema.ts';

export const attachmentEndpoints = {
  uploadAttachment: endpoint({
    method: 'POST',
    path: '/notes/:noteId/attachments',
    access: 'note.write',
    summary: 'Adds a file to a note; its bytes are the body.',
    params: z.strictObject({ noteId: idSchema }),
    query: z.strictObject({ name: attachmentNameSchema }),
    upload: 'application/octet-stream',
    response: attachmentSchema,
    errors: ['payload-too-large', 'file-not-allowed', 'image-unreadable', 'note-full', 'too-many-attempts'],
  }),
  getAttachment: endpoint({
    method: 'GET',
    path: '/attachments/:attachmentId',
    access: 'note.read',
    summary: 'The bytes of an attachment, as a download.',
    params: z.strictObject({ attachmentId: idSchema }),
    response: z.instanceof(Uint8Array),
    media: 'application/octet-stream',
  }),
} as const satisfies Record<string, Endpoint>;
