import { Injectable } from '@nestjs/common';
import type { CaseFacets, CaseFacetsQuery } from '@kring/contracts';
import { CopAccess } from '../cops/cop-access.ts';
import type { Actor } from '../identity/actor.ts';
import { CaseFacetsRepository } from './case-facets.repository.ts';

/** By what the cases of a CoP can be chosen. */
@Injectable()
export class CaseFacetsService {
  constructor(
    private readonly cops: CopAccess,
    private readonly facets: CaseFacetsRepository,
  ) {}

  async countOfCop(actor: Actor, copId: string, filter: CaseFacetsQuery): Promise<CaseFacets> {
    await this.cops.requireCop(actor, copId, 'cop.read');
    return this.facets.count(actor.principal, copId, filter);
  }
}
