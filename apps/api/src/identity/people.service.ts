import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language, Me, Person, PlatformRole } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../common/app-error.ts';
import { brokenConstraintOf } from '../database/transaction-runner.ts';
import { OrganisationReferences } from '../organisations/organisation-references.service.ts';
import { PlatformService } from '../platform/platform.service.ts';
import { PeopleRepository } from './people.repository.ts';
import { toMe, toPerson, type PersonRow } from './person.mapper.ts';
import { platformAbilities } from './platform-access.ts';

/** What other features may know of a person beyond the contract's `Person`: enough to mail them. */
export interface KnownPerson extends Person {
  readonly email: string;
  readonly language: Language;
  readonly isDisabled: boolean;
}

export interface NewPerson {
  /** In its stored form: `emailSchema` has parsed it. */
  readonly email: string;
  readonly name: string;
  readonly jobTitle?: string | undefined;
  readonly organisationId?: string | null | undefined;
  readonly language?: Language | undefined;
  readonly platformRole?: PlatformRole | undefined;
}

/** People as other features see them. */
@Injectable()
export class PeopleService implements OnModuleInit {
  constructor(
    private readonly people: PeopleRepository,
    private readonly references: OrganisationReferences,
    private readonly platform: PlatformService,
  ) {}

  onModuleInit(): void {
    this.references.keepWith('people', {
      count: (tx, organisationId) => this.people.countOfOrganisation(organisationId, tx),
      move: async (tx, after, fromId, toId) => {
        const moved = await this.people.moveOrganisation(tx, fromId, toId);
        for (const personId of moved) after({ type: 'person-changed', personId });
      },
    });
  }

  async findById(personId: string, tx?: EntityManager): Promise<KnownPerson | null> {
    const row = await this.people.findById(personId, tx);
    return row && toKnownPerson(row);
  }

  async findByEmail(email: string, tx?: EntityManager): Promise<KnownPerson | null> {
    const row = await this.people.findByEmail(email, tx);
    return row && toKnownPerson(row);
  }

  /** By id; whoever does not exist is missing from the map. */
  async listByIds(ids: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, KnownPerson>> {
    const rows = ids.length === 0 ? [] : await this.people.listByIds([...new Set(ids)], tx);
    return new Map(rows.map((row) => [row.id, toKnownPerson(row)]));
  }

  async getMe(personId: string, tx?: EntityManager): Promise<Me> {
    const row = await this.people.findById(personId, tx);
    if (!row) throw new AppError('not-signed-in');
    return toMe(row, platformAbilities(row));
  }

  /** Makes an account; throws `email-taken` when the address has one. Returns its id. */
  async create(tx: EntityManager, person: NewPerson): Promise<string> {
    const id = uuidv7();
    try {
      await this.people.insert(tx, {
        id,
        email: person.email,
        name: person.name,
        jobTitle: person.jobTitle ?? '',
        organisationId: person.organisationId ?? null,
        language: person.language ?? (await this.platform.current(tx)).defaultLanguage,
        platformRole: person.platformRole ?? 'member',
      });
    } catch (error) {
      throw toPersonError(error);
    }
    return id;
  }
}

/** Names the person's or the client's mistake behind a broken constraint. */
export function toPersonError(error: unknown): unknown {
  const constraint = brokenConstraintOf(error);
  if (constraint === 'uq_people_email') return new AppError('email-taken');
  if (constraint === 'fk_people_organisation') {
    return new AppError('invalid-input', { errors: [{ path: 'organisationId', code: 'not-found' }] });
  }
  if (constraint === 'ck_people_open_organisation') {
    return new AppError('invalid-input', { errors: [{ path: 'organisationId', code: 'ended' }] });
  }
  return error;
}

function toKnownPerson(row: PersonRow): KnownPerson {
  return {
    ...toPerson(row),
    email: row.email,
    language: row.language,
    isDisabled: row.disabledAt !== null,
  };
}
