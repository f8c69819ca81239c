import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DomainEvent } from '../common/domain-events.ts';

export const referenceKinds = ['people', 'cops'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

export interface OrganisationReference {
  count(tx: EntityManager | undefined, organisationId: string): Promise<number>;
  /** From one organisation to another, in the transaction of a merge. */
  move(tx: EntityManager, after: (event: DomainEvent) => void, fromId: string, toId: string): Promise<void>;
}

/** What refers to organisations, from the features that keep it: a merge moves all of it. */
@Injectable()
export class OrganisationReferences {
  private readonly references = new Map<ReferenceKind, OrganisationReference>();

  /** Called once, by the feature that keeps these, when it starts. */
  keepWith(kind: ReferenceKind, reference: OrganisationReference): void {
    this.references.set(kind, reference);
  }

  async count(kind: ReferenceKind, organisationId: string, tx?: EntityManager): Promise<number> {
    return this.of(kind).count(tx, organisationId);
  }

  async moveAll(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    fromId: string,
    toId: string,
  ): Promise<void> {
    for (const kind of referenceKinds) await this.of(kind).move(tx, after, fromId, toId);
  }

  private of(kind: ReferenceKind): OrganisationReference {
    const reference = this.references.get(kind);
    if (!reference) throw new Error(`Nobody keeps the ${kind} of organisations`);
    return reference;
  }
}
