import { Injectable } from '@nestjs/common';
import { can } from '@kring/domain';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { DirectoryRepository, type DirectoryRow } from './directory.repository.ts';

/** The only door to somebody else as a person. */
@Injectable()
export class DirectoryAccess {
  constructor(private readonly people: DirectoryRepository) {}

  async requirePerson(actor: Actor, personId: string): Promise<DirectoryRow> {
    const row = await this.people.findById(personId);
    if (!row) throw new AppError('not-found');
    const copIds = row.cops.map(({ id }) => id);
    const facts = { kind: 'person', personId, copIds, isDisabled: row.isDisabled } as const;
    requireAllowed(can(actor.principal, 'person.read', facts));
    return row;
  }
}
