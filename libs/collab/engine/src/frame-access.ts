import type { ClientFrame } from '@kring/collab-protocol';

/**
 * What a connection must be before a frame of this type is looked at. A type that is not in this table does not
 * compile; the dispatcher asks it for each frame. SPEC P1.
 */
export const frameAccess = {
  hello: 'connected',
  ping: 'connected',
  join: 'greeted',
  leave: 'joined',
  fetch: 'joined',
  presence: 'writer',
  update: 'writer',
} as const satisfies Record<ClientFrame['type'], 'connected' | 'greeted' | 'joined' | 'writer'>;
