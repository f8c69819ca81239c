import type { CopFacts, LibraryItemFacts } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './permission-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

/** The library of a CoP, and a file in it of everybody who could have added one. */
export function libraryCells(world: PermissionWorld, server: TestApp) {
  const copId = world.here.id;
  const facts: CopFacts = { kind: 'cop', copId };
  const inCop =
    (cell: Omit<Cell, 'object' | 'facts'> = {}) =>
    async (): Promise<Cell[]> => [{ object: 'cop', facts, params: { copId }, ...cell }];
  const onItem =
    (cell: Omit<Cell, 'object' | 'facts' | 'params'> = {}) =>
    async (): Promise<Cell[]> => {
      const adders = Object.entries(world.askers).flatMap(([asker, { person }]) =>
        person ? [{ asker, personId: person.personId }] : [],
      );
      return Promise.all(
        adders.map(async ({ asker, personId }) => ({
          object: `file of ${asker}`,
          facts: { kind: 'library-item', copId, createdById: personId } satisfies LibraryItemFacts,
          params: { itemId: await addLibraryFile(server, copId, personId) },
          ...cell,
        })),
      );
    };
  return {
    listLibrary: inCop(),
    addLibraryLink: inCop({ body: { title: 'X', url: 'https://example.nl/' } }),
    addLibraryFile: inCop({ query: { name: 'x.bin', title: 'X' }, passesWith: ['file-not-allowed'] }),
    updateLibraryItem: onItem({ body: { version: -1 }, passesWith: ['changed-meanwhile'] }),
    removeLibraryItem: onItem({ body: { isRemoved: false } }),
    getLibraryFile: onItem(),
  };
}

export async function addLibraryFile(server: TestApp, copId: string, byId: string): Promise<string> {
  const id = uuidv7();
  await server.query(
    `INSERT INTO library_items (id, cop_id, title, file_name, media_type, size, created_by_id)
     VALUES ($1, $2, 'Kaart', 'x.txt', 'text/plain', 1, $3)`,
    [id, copId, byId],
  );
  await server.query(`INSERT INTO library_item_bytes (item_id, bytes) VALUES ($1, 'x')`, [id]);
  return id;
}
