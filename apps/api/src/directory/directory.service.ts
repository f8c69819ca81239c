import { Injectable } from '@nestjs/common';
import type { DirectoryPerson, DirectoryQuery, PageOf } from '@kring/contracts';
import { copScope, personScope, roleIn, type Principal } from '@kring/domain';
import { readCursor, toPage } from '../common/cursor.ts';
import { CopAccess } from '../cops/cop-access.ts';
import type { Actor } from '../identity/actor.ts';
import { DirectoryAccess } from './directory-access.ts';
import { directoryCursorSchema, DirectoryRepository, type DirectoryRow } from './directory.repository.ts';

const pageSize = 50;

/** People as those who share a CoP with them see them. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly access: DirectoryAccess,
    private readonly cops: CopAccess,
    private readonly people: DirectoryRepository,
  ) {}

  async get(actor: Actor, personId: string): Promise<DirectoryPerson> {
    return toPerson(await this.access.requirePerson(actor, personId), actor);
  }

  async list(actor: Actor, { cursor, ...filter }: DirectoryQuery): Promise<PageOf<DirectoryPerson>> {
    const after = readCursor(cursor, directoryCursorSchema);
    // Of a CoP whose members one does not see, nobody learns who is in it by choosing it.
    if (filter.copId !== undefined) await this.cops.requireCop(actor, filter.copId, 'cop.read-members');
    const where = { ...filter, after, limit: pageSize + 1 };
    return toPage(await this.people.list(personScope(actor.principal), where), pageSize, {
      item: (row) => toPerson(row, actor),
      cursor: ({ sortName, person }) => [sortName, person.id],
    });
  }
}

/** Who is in a CoP is known to its members, and to administrators; of oneself one knows all. */
function toPerson({ person, cops }: DirectoryRow, { principal, personId }: Actor): DirectoryPerson {
  const seesAll = seesAllMembers(principal) || person.id === personId;
  return { ...person, cops: cops.filter(({ id }) => seesAll || roleIn(principal, id) !== null) };
}

const seesAllMembers = (principal: Principal) => copScope(principal, 'cop.read-members').kind === 'all';
