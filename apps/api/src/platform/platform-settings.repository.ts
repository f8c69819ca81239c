import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PlatformLogoEntity } from './platform-logo.entity.ts';
import { PlatformSettingsEntity } from './platform-settings.entity.ts';

export type PlatformRow = PlatformSettingsEntity & { readonly logoHash: string | null };

const one = { id: 1 };

@Injectable()
export class PlatformSettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(tx: EntityManager = this.dataSource.manager): Promise<PlatformRow> {
    const settings = await tx.findOneByOrFail(PlatformSettingsEntity, one);
    const logo = await tx.findOne(PlatformLogoEntity, { where: one, select: { id: true, hash: true } });
    return { ...settings, logoHash: logo?.hash ?? null };
  }

  /** Others wait until the transaction ends. */
  async lock(tx: EntityManager): Promise<PlatformRow> {
    await tx.findOneOrFail(PlatformSettingsEntity, { where: one, lock: { mode: 'pessimistic_write' } });
    return this.read(tx);
  }

  async update(
    tx: EntityManager,
    changes: Partial<Omit<PlatformSettingsEntity, 'id' | 'version'>>,
  ): Promise<void> {
    await tx.update(PlatformSettingsEntity, one, { ...changes, version: () => 'version + 1' });
  }

  /** No setting of anybody's: nobody's form is out of date by it. */
  async markMailTested(tx: EntityManager): Promise<void> {
    await tx.update(PlatformSettingsEntity, one, { mailTestedAt: () => 'now()' });
  }

  async readLogo(): Promise<PlatformLogoEntity | null> {
    return this.dataSource.manager.findOneBy(PlatformLogoEntity, one);
  }

  async putLogo(tx: EntityManager, logo: Omit<PlatformLogoEntity, 'id'>): Promise<void> {
    await tx.upsert(PlatformLogoEntity, { ...one, ...logo }, ['id']);
  }

  async removeLogo(tx: EntityManager): Promise<boolean> {
    return ((await tx.delete(PlatformLogoEntity, one)).affected ?? 0) > 0;
  }
}
