import 'reflect-metadata';
import process from 'node:process';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { announce } from './announce.ts';
import { errorCodeOf } from './common/error-code.ts';
import { readSettings, SettingsError } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { DatabaseUnreachableError } from './database/data-source.ts';
import { checkDatabase } from './database/durability-check.ts';
import { NewerSchemaError } from './database/migrate.ts';

const endWithinMs = 9_500;
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await createApp(settings);
  endInGoodOrder(app);
  if (settings.isProduction) await requireFitDatabase(app.get(DataSource));
  await app.listen(settings.port, settings.host);
  await announce(app, settings, say);
}

/** What has been typed is stored and acknowledged, then everything closes. Whatever hangs is not waited for. */
function endInGoodOrder(app: INestApplication): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), endWithinMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function requireFitDatabase(dataSource: DataSource): Promise<void> {
  const { faults, warnings } = await checkDatabase(dataSource);
  if (faults.length > 0) throw new SettingsError(faults);
  for (const warning of warnings) say(warning);
}

/** What whoever started the server can do something about is told in one line, the rest with its stack. */
function explain(error: unknown): readonly string[] {
  if (error instanceof SettingsError) return error.lines;
  if (error instanceof DatabaseUnreachableError || error instanceof NewerSchemaError) return [error.message];
  if (errorCodeOf(error) === 'EADDRINUSE') return ['PORT: another program uses it'];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

function fail(error: unknown): never {
  for (const line of explain(error)) process.stderr.write(`Kring cannot run: ${line}\n`);
  process.exit(1);
}

main().catch(fail);
