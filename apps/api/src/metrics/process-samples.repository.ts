import { Injectable } from '@nestjs/common';
import type { ProcessFigures, SystemState } from '@kring/contracts';
import { DataSource } from 'typeorm';

interface SampleRow {
  readonly id: string;
  readonly startedAt: Date;
  readonly sampledAt: Date;
  readonly figures: ProcessFigures;
}

@Injectable()
export class ProcessSamplesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what a process measured, and forgets what is older than the day that is shown. */
  async add(processId: string, uptimeSeconds: number, figures: ProcessFigures): Promise<void> {
    await this.dataSource.query(
      `WITH old AS (DELETE FROM process_samples WHERE at < now() - interval '25 hours')
       INSERT INTO process_samples (process_id, started_at, figures)
       VALUES ($1, now() - $2 * interval '1 second', $3) ON CONFLICT DO NOTHING`,
      [processId, uptimeSeconds, JSON.stringify(figures)],
    );
  }

  /** The last sample of each process that was there in the last ten minutes. */
  async listProcesses(): Promise<SampleRow[]> {
    return this.dataSource.query<SampleRow[]>(
      `SELECT * FROM (
         SELECT DISTINCT ON (process_id) process_id AS id, started_at AS "startedAt", at AS "sampledAt", figures
           FROM process_samples WHERE at > now() - interval '10 minutes' ORDER BY process_id, at DESC) AS latest
        ORDER BY "startedAt", id`,
    );
  }

  /** Of all processes together, in spans of five minutes: of each process its middle, or its worst, then added up. */
  async listSpans(): Promise<(Omit<SystemState['spans'][number], 'at'> & { at: Date })[]> {
    return this.dataSource.query(
      `SELECT at, round(sum(connections))::int AS connections, sum(edits)::int AS edits, sum(refused)::int AS refused,
              max("savedWithinMs")::float AS "savedWithinMs", max("waitingSeconds")::float AS "waitingSeconds",
              sum("memoryBytes")::float AS "memoryBytes"
         FROM (SELECT date_bin('5 minutes', at, 'epoch') AS at, process_id,
                      avg((figures ->> 'connections')::float) AS connections,
                      sum((figures ->> 'edits')::int) AS edits, sum((figures ->> 'refused')::int) AS refused,
                      max((figures ->> 'savedWithinMs')::float) AS "savedWithinMs",
                      max((figures ->> 'waitingSeconds')::float) AS "waitingSeconds",
                      max((figures ->> 'memoryBytes')::float) AS "memoryBytes"
                 FROM process_samples WHERE at > now() - interval '24 hours' GROUP BY 1, 2) AS each
        GROUP BY at ORDER BY at`,
    );
  }

  async databaseBytes(): Promise<number> {
    const [row] = await this.dataSource.query<{ bytes: string }[]>(
      'SELECT pg_database_size(current_database()) AS bytes',
    );
    return Number(row?.bytes ?? 0);
  }
}
