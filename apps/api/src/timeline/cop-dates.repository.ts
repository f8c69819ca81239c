import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { CopDateEntity } from './cop-date.entity.ts';

type Facts = Pick<CopDateEntity, 'title' | 'day' | 'time' | 'place' | 'url' | 'isPublic'>;

/** A date with the CoP that it is of. */
export type DateWithCop = CopDateEntity & { readonly cop: { readonly slug: string; readonly name: string } };

@Injectable()
export class CopDatesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Oldest first; the latest of them when there are more than `most`. */
  async listOf(copId: string, most: number): Promise<CopDateEntity[]> {
    const rows = await this.dataSource.manager.find(CopDateEntity, {
      where: { copId },
      order: { day: 'DESC', time: 'DESC', id: 'DESC' },
      take: most,
    });
    return rows.reverse();
  }

  async findIn(copId: string, id: string, tx: EntityManager): Promise<CopDateEntity | null> {
    return tx.findOneBy(CopDateEntity, { id, copId });
  }

  /** The next ones of these CoPs, soonest first. */
  async listNext(copIds: readonly string[], today: string, most: number): Promise<DateWithCop[]> {
    if (copIds.length === 0) return [];
    const query = this.withCop().where('d.copId IN (:...copIds) AND d.day >= :today', { copIds, today });
    return read(query.orderBy('d.day').addOrderBy('d.time').addOrderBy('d.id').limit(most));
  }

  /** What CoPs show everybody: the last few before today and the next few, oldest first. */
  async listPublic(today: string, most: { past: number; next: number }): Promise<DateWithCop[]> {
    const past = this.withCop().where('d.isPublic AND d.day < :today', { today });
    const next = this.withCop().where('d.isPublic AND d.day >= :today', { today });
    const [before, after] = await Promise.all([
      read(past.orderBy('d.day', 'DESC').addOrderBy('d.id', 'DESC').limit(most.past)),
      read(next.orderBy('d.day').addOrderBy('d.time').addOrderBy('d.id').limit(most.next)),
    ]);
    return [...before.reverse(), ...after];
  }

  async insert(
    tx: EntityManager,
    date: Facts & { id: string; copId: string; createdById: string },
  ): Promise<void> {
    await tx.insert(CopDateEntity, date);
  }

  async update(tx: EntityManager, id: string, facts: Facts): Promise<void> {
    await tx.update(
      CopDateEntity,
      { id },
      { ...facts, version: () => 'version + 1', updatedAt: () => 'now()' },
    );
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(CopDateEntity, { id });
  }

  private withCop() {
    return this.dataSource.manager
      .createQueryBuilder(CopDateEntity, 'd')
      .innerJoin('cops', 'c', 'c.id = d.copId')
      .addSelect('c.slug', 'cop_slug')
      .addSelect('c.name', 'cop_name');
  }
}

async function read(query: SelectQueryBuilder<CopDateEntity>): Promise<DateWithCop[]> {
  const { entities, raw } = await query.getRawAndEntities<{ cop_slug: string; cop_name: string }>();
  return entities.map((date, at) => ({
    ...date,
    cop: { slug: raw[at]?.cop_slug ?? '', name: raw[at]?.cop_name ?? '' },
  }));
}
