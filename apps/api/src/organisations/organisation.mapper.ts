import type { Action, Organisation, OrganisationPage } from '@kring/contracts';
import type { OrganisationNameEntity } from './organisation-name.entity.ts';
import type { OrganisationEntity } from './organisation.entity.ts';

/** `formerNames` newest first. */
export function toOrganisation(
  entity: OrganisationEntity,
  formerNames: readonly OrganisationNameEntity[],
  abilities: Action[],
): Organisation {
  return {
    id: entity.id,
    slug: entity.slug,
    name: entity.name,
    abbreviation: entity.abbreviation,
    kind: entity.kind,
    region: entity.region,
    parentId: entity.parentId,
    formerNames: formerNames.map(({ name, until }) => ({ name, until: until.toISOString() })),
    endedOn: entity.endedOn,
    successorId: entity.successorId,
    abilities,
  };
}

/** `around` holds the ones above and below, and those that went up in each other, by name. */
export function toOrganisationPage(
  organisation: Organisation,
  around: readonly OrganisationEntity[],
  cops: OrganisationPage['cops'],
): OrganisationPage {
  const named = ({ id, name, endedOn }: OrganisationEntity) => ({ id, name, endedOn });
  const one = (id: string | null) => {
    const found = around.find((other) => other.id === id);
    return found ? named(found) : null;
  };
  return {
    ...organisation,
    parent: one(organisation.parentId),
    parts: around.filter(({ parentId }) => parentId === organisation.id).map(named),
    successor: one(organisation.successorId),
    predecessors: around.filter(({ successorId }) => successorId === organisation.id).map(named),
    cops,
  };
}
