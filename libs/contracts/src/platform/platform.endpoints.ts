import { z } from 'zod';
import { idSchema } from '../common.ts';
import * as cops from '../cops/cop.schema.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf, pageQuerySchema } from '../paging.ts';
import * as platform from './platform.schema.ts';
import { systemStateSchema } from './system-state.schema.ts';

/** What administrators decide on for the whole of Kring. */
export const platformEndpoints = {
  getSettings: endpoint({
    method: 'GET',
    path: '/settings',
    access: 'settings.read',
    summary: 'The settings of this installation, and which of them the environment decides on.',
    response: platform.platformSettingsSchema,
  }),
  getSystemState: endpoint({
    method: 'GET',
    path: '/system-state',
    access: 'system.read',
    summary: 'How Kring itself is doing: each of its processes now, and all of them in the last day.',
    response: systemStateSchema,
  }),
  updateSettings: endpoint({
    method: 'PATCH',
    path: '/settings',
    access: 'settings.update',
    summary: 'Changes settings; they hold at once.',
    body: platform.updateSettingsInputSchema,
    response: platform.platformSettingsSchema,
    errors: ['changed-meanwhile', 'setting-fixed'],
  }),
  setLogo: endpoint({
    method: 'PUT',
    path: '/settings/logo',
    access: 'settings.update',
    summary:
      'Puts a logo in place; its bytes are the body. Written anew as an image of at most 320 pixels high.',
    upload: 'application/octet-stream',
    response: platform.platformSettingsSchema,
    errors: ['payload-too-large', 'file-not-allowed', 'image-unreadable', 'too-many-attempts'],
  }),
  removeLogo: endpoint({
    method: 'DELETE',
    path: '/settings/logo',
    access: 'settings.update',
    summary: "Takes the logo away: Kring's own stands there again.",
    response: platform.platformSettingsSchema,
  }),
  testMail: endpoint({
    method: 'POST',
    path: '/settings/mail-test',
    access: 'settings.update',
    summary: 'Sends a mail to the person who asks, at once, and tells how that went.',
    response: platform.mailTestSchema,
    errors: ['no-mail-server', 'too-many-attempts'],
  }),
  getReadiness: endpoint({
    method: 'GET',
    path: '/settings/readiness',
    access: 'settings.read',
    summary: "What is still missing before people's work can depend on this installation.",
    response: platform.readinessSchema,
  }),
  resendInvite: endpoint({
    method: 'POST',
    path: '/cops/:copId/invites/:inviteId/resend',
    access: 'cop.invite',
    summary: 'Invites anew to the same role: a new link for a week, and the old one stops working.',
    params: z.strictObject({ copId: idSchema, inviteId: idSchema }),
    response: cops.inviteSchema,
    errors: ['already-member', 'too-many-attempts'],
  }),
  listOpenInvites: endpoint({
    method: 'GET',
    path: '/invites',
    access: 'invite.list',
    summary: 'Open invites of all CoPs, newest first, 50 at a time.',
    query: pageQuerySchema,
    response: pageOf(platform.openInviteSchema),
  }),
} as const satisfies Record<string, Endpoint>;
