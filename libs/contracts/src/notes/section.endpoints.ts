import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { mentionAnswerSchema } from '../notifications/notification.schema.ts';
import { sectionKeySchema } from '../templates/template.schema.ts';

/** What sections of a note need beside their shared text. */
export const sectionEndpoints = {
  tellSectionOwner: endpoint({
    method: 'POST',
    path: '/notes/:noteId/section-owners',
    access: 'note.write',
    summary: 'Tells somebody that they were made owner of a section; once an hour for each section.',
    params: z.strictObject({ noteId: idSchema }),
    body: z.strictObject({ personId: idSchema, sectionKey: sectionKeySchema }),
    response: mentionAnswerSchema,
    errors: ['too-many-attempts', 'note-archived', 'case-archived', 'case-concluded'],
  }),
} as const satisfies Record<string, Endpoint>;
