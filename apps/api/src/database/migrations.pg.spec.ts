import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/database.ts';
import { createDataSource } from './data-source.ts';
import { isMigrated, migrate, NewerSchemaError } from './migrate.ts';
import { migrations } from './migrations.ts';

describe('migrations', () => {
  const opened: { dataSource: DataSource; database: TestDatabase }[] = [];

  async function openEmpty(): Promise<DataSource> {
    const database = await createTestDatabase();
    const dataSource = createDataSource({ url: database.url, poolSize: 4 });
    opened.push({ dataSource, database });
    return dataSource.initialize();
  }

  afterEach(async () => {
    for (const { dataSource, database } of opened.splice(0)) {
      if (dataSource.isInitialized) await dataSource.destroy();
      await database.drop();
    }
  });

  it('lead from an empty database to exactly what the entities say', async () => {
    const dataSource = await openEmpty();
    await migrate(dataSource);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    expect(await isMigrated(dataSource)).toBe(true);
  });

  it('have nothing to do the second time', async () => {
    const dataSource = await openEmpty();
    expect(await migrate(dataSource)).toHaveLength(migrations.length);
    expect(await migrate(dataSource)).toEqual([]);
  });

  it('run once when several processes start at once', async () => {
    const dataSource = await openEmpty();
    const done = await Promise.all([migrate(dataSource), migrate(dataSource)]);
    expect(done.flat()).toHaveLength(migrations.length);
  });

  it('can be taken back and done again, newest first', async () => {
    const dataSource = await openEmpty();
    await migrate(dataSource);
    for (let left = migrations.length; left > 0; left--) await dataSource.undoLastMigration();
    expect(await migrate(dataSource)).toHaveLength(migrations.length);
  });

  it('of a newer version stop this one from starting', async () => {
    const dataSource = await openEmpty();
    await migrate(dataSource);
    await dataSource.query(
      `INSERT INTO schema_migrations (timestamp, name) VALUES (9999999999999, 'Future')`,
    );
    await expect(migrate(dataSource)).rejects.toThrow(NewerSchemaError);
  });
});
