import type { CopFacts } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './permission-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

/** The dates of a CoP: what one does with them is an act in the CoP. */
export function dateCells(world: PermissionWorld, server: TestApp) {
  const facts: CopFacts = { kind: 'cop', copId: world.here.id };
  const copId = world.here.id;
  const day = '2030-01-01';
  const onDate =
    (cell: Omit<Cell, 'object' | 'facts' | 'params'> = {}) =>
    async () => [
      {
        object: 'date of the cop',
        facts,
        params: { copId, dateId: await addCopDate(server, copId, world.facilitatorId) },
        ...cell,
      },
    ];
  return {
    listCopDates: async () => [{ object: 'cop', facts, params: { copId } }],
    createCopDate: async () => [
      {
        object: 'cop',
        facts,
        params: { copId },
        body: { title: 'Nieuw', day },
        undo: () => server.query("DELETE FROM cop_dates WHERE title = 'Nieuw'"),
      },
    ],
    updateCopDate: onDate({
      body: { version: -1, title: 'X', day, time: '', place: '', url: '', isPublic: false },
      passesWith: ['changed-meanwhile'],
    }),
    // Once it is gone, who may remove it hears that it is not there; who may not hears that they may not.
    removeCopDate: onDate({ passesWith: ['not-found'] }),
  };
}

export async function addCopDate(server: TestApp, copId: string, byId: string): Promise<string> {
  const id = uuidv7();
  await server.query(
    `INSERT INTO cop_dates (id, cop_id, title, day, created_by_id) VALUES ($1, $2, 'Datum', '2030-01-01', $3)`,
    [id, copId, byId],
  );
  return id;
}
