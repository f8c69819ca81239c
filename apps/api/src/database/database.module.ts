import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../common/domain-events.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { connect, createDataSource } from './data-source.ts';
import { migrate } from './migrate.ts';
import { TransactionRunner } from './transaction-runner.ts';

async function openDatabase(settings: Settings): Promise<DataSource> {
  const dataSource = createDataSource({ url: settings.databaseUrl, poolSize: settings.databasePoolSize });
  await connect(dataSource);
  await migrate(dataSource);
  return dataSource;
}

/** One data source, migrated before anything uses it, and the runner of transactions. */
@Global()
@Module({
  providers: [
    { provide: DataSource, inject: [SETTINGS], useFactory: openDatabase },
    DomainEvents,
    TransactionRunner,
  ],
  exports: [DataSource, DomainEvents, TransactionRunner],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
