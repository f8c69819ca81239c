import { Injectable } from '@nestjs/common';
import type { Language } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { CaseTemplateEntity } from './case-template.entity.ts';

type Changes = Partial<Pick<CaseTemplateEntity, 'name' | 'description' | 'language' | 'sections'>>;

@Injectable()
export class TemplatesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A template that a CoP can use: its own, or one of the network. */
  async findFor(
    copId: string,
    id: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CaseTemplateEntity | null> {
    return this.of(copId, tx).andWhere('t.id = :id', { id }).getOne();
  }

  async list(
    copId: string,
    filter: { isArchived: boolean; limit: number },
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CaseTemplateEntity[]> {
    return this.of(copId, tx)
      .andWhere(filter.isArchived ? 't.archivedAt IS NOT NULL' : 't.archivedAt IS NULL')
      .orderBy('t.copId', 'ASC', 'NULLS LAST')
      .addOrderBy('lower(t.name)')
      .addOrderBy('t.id')
      .limit(filter.limit)
      .getMany();
  }

  /** How many of its own a CoP has now. */
  async countOwn(tx: EntityManager, copId: string): Promise<number> {
    return this.of(copId, tx).andWhere('t.copId IS NOT NULL AND t.archivedAt IS NULL').getCount();
  }

  /** What is chosen beforehand: the choice of the CoP, else the network's in this language. */
  async findDefault(
    copId: string,
    language: Language,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CaseTemplateEntity | null> {
    return this.of(copId, tx)
      .andWhere('t.isDefault AND t.archivedAt IS NULL')
      .orderBy('t.copId', 'ASC', 'NULLS LAST')
      .addOrderBy('CASE WHEN t.language = :language THEN 0 ELSE 1 END')
      .setParameter('language', language)
      .limit(1)
      .getOne();
  }

  async insert(tx: EntityManager, template: Partial<CaseTemplateEntity> & { id: string }): Promise<void> {
    await tx.insert(CaseTemplateEntity, template);
  }

  async update(tx: EntityManager, id: string, changes: Changes): Promise<void> {
    await tx.update(CaseTemplateEntity, { id }, { ...changes, ...touched });
  }

  /** A template that is put away is nobody's default any longer. */
  async setArchived(tx: EntityManager, id: string, isArchived: boolean): Promise<void> {
    const state = isArchived ? { archivedAt: () => 'now()', isDefault: false } : { archivedAt: null };
    await tx.update(CaseTemplateEntity, { id }, { ...state, ...touched });
  }

  /** Null: none of its own. */
  async setDefault(tx: EntityManager, copId: string, id: string | null): Promise<void> {
    await tx.update(CaseTemplateEntity, { copId, isDefault: true }, { isDefault: false });
    if (id !== null) await tx.update(CaseTemplateEntity, { id, copId }, { isDefault: true });
  }

  private of(copId: string, tx: EntityManager) {
    return tx
      .createQueryBuilder(CaseTemplateEntity, 't')
      .where('(t.copId = :copId OR t.copId IS NULL)', { copId });
  }
}

const touched = { version: () => 'version + 1', updatedAt: () => 'now()' };
