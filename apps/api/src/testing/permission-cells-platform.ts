import type { CopFacts, PersonFacts, PlatformFacts } from '@kring/domain';
import { platform } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { addInvite, type Cell } from './permission-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

const stale = { version: -1 };
const unknownId = uuidv7();

export function platformCells(world: PermissionWorld) {
  const onPlatform =
    (cell: Omit<Cell, 'object' | 'facts'> = {}) =>
    async () => [{ object: 'platform', facts: platform as PlatformFacts, ...cell }];
  return {
    // Without words to look for: who may search hears that they are missing.
    search: onPlatform({ passesWith: ['invalid-input'] }),
    searchTitles: onPlatform({ passesWith: ['invalid-input'] }),
    getPerson: async () => [
      {
        object: 'person',
        facts: {
          kind: 'person',
          personId: world.observerId,
          copIds: [world.here.id],
          isDisabled: false,
        } as PersonFacts,
        params: { personId: world.observerId },
      },
    ],
    listDirectory: onPlatform(),
    listAccounts: onPlatform(),
    updateAccount: onPlatform({ params: { personId: world.observerId }, body: {} }),
    listOutbox: onPlatform(),
    retryMail: onPlatform({ params: { mailId: unknownId }, passesWith: ['no-mail-server'] }),
    getSettings: onPlatform(),
    getSystemState: onPlatform(),
    updateSettings: onPlatform({ body: stale, passesWith: ['changed-meanwhile'] }),
    setLogo: onPlatform({ passesWith: ['file-not-allowed'] }),
    removeLogo: onPlatform(),
    testMail: onPlatform({ passesWith: ['no-mail-server'] }),
    getReadiness: onPlatform(),
    listOpenInvites: onPlatform(),
    retryMails: onPlatform({ passesWith: ['no-mail-server'] }),
    listAuditEvents: onPlatform(),
    listOrganisations: onPlatform(),
    createOrganisation: onPlatform({
      body: { name: 'X', kind: 'other', parentId: unknownId },
      passesWith: ['invalid-input'],
    }),
    updateOrganisation: onPlatform({
      params: { organisationId: unknownId },
      body: {},
      passesWith: ['not-found'],
    }),
    getOrganisation: onPlatform({ params: { organisationId: unknownId }, passesWith: ['not-found'] }),
    getOrganisationUse: onPlatform({ params: { organisationId: unknownId }, passesWith: ['not-found'] }),
    mergeOrganisation: onPlatform({
      params: { organisationId: unknownId },
      body: { successorId: uuidv7(), on: '2024-07-02' },
      passesWith: ['not-found'],
    }),
    endOrganisation: onPlatform({
      params: { organisationId: unknownId },
      body: { on: '2024-07-02' },
      passesWith: ['not-found'],
    }),
    reopenOrganisation: onPlatform({ params: { organisationId: unknownId }, passesWith: ['not-found'] }),
    listCops: onPlatform(),
    createCop: onPlatform({
      body: { name: 'X', question: 'Y', coordinatorId: unknownId, facilitatorEmail: 'x@example.nl' },
      passesWith: ['invalid-input'],
    }),
  };
}

export function inviteCells(world: PermissionWorld, server: TestApp) {
  const facts: CopFacts = { kind: 'cop', copId: world.here.id };
  return {
    // To somebody who is a member: who may send it again hears that.
    resendInvite: async () => {
      const inviteId = await addInvite(server, world.here.id, world.facilitatorId);
      await server.query(
        'UPDATE cop_invites SET email = (SELECT email FROM people WHERE id = $2) WHERE id = $1',
        [inviteId, world.observerId],
      );
      return [
        {
          object: 'cop',
          facts,
          params: { copId: world.here.id, inviteId },
          passesWith: ['already-member', 'too-many-attempts'],
        },
      ];
    },
  };
}
