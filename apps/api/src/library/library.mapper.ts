import type { LibraryItem } from '@kring/contracts';
import { abilities, withRoleIn, type LibraryItemFacts, type Principal } from '@kring/domain';
import type { LibraryItemRow } from './library.repository.ts';

export function toLibraryItemFacts({ copId, createdById }: LibraryItemRow): LibraryItemFacts {
  return { kind: 'library-item', copId, createdById };
}

export function toLibraryItem(row: LibraryItemRow, asker: Principal): LibraryItem {
  const { id, title, description, addedBy, url, fileName, mediaType, size, version } = row;
  const isFile = fileName !== null && mediaType !== null && size !== null;
  return {
    id,
    title,
    description,
    addedBy,
    addedAt: row.createdAt.toISOString(),
    link: url === null ? null : { url },
    file: isFile ? { name: fileName, mediaType, size } : null,
    version,
    abilities: abilities(withRoleIn(asker, row.copId, row.myRole), toLibraryItemFacts(row)),
  };
}
