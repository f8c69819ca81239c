import { Injectable } from '@nestjs/common';
import { can, withRoleIn, type ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { toLibraryItemFacts } from './library.mapper.ts';
import { LibraryRepository, type LibraryItemRow } from './library.repository.ts';

/** The only door to a file or link in a library. */
@Injectable()
export class LibraryAccess {
  constructor(private readonly library: LibraryRepository) {}

  /** The item, if the actor may do this to it; what was taken away is there for putting it back only. */
  async requireItem(
    actor: Actor,
    itemId: string,
    action: ActionOn<'library-item'>,
    { tx, alsoRemoved = false }: { readonly tx?: EntityManager; readonly alsoRemoved?: boolean } = {},
  ): Promise<LibraryItemRow> {
    if (tx) await this.library.lock(tx, itemId);
    const item = await this.library.findById(itemId, actor.personId, tx);
    if (!item || (item.isRemoved && !alsoRemoved)) throw new AppError('not-found');
    const principal = withRoleIn(actor.principal, item.copId, item.myRole);
    requireAllowed(can(principal, action, toLibraryItemFacts(item)));
    return item;
  }
}
