import { Injectable } from '@nestjs/common';
import type { SystemState } from '@kring/contracts';
import { ProcessSamplesRepository } from './process-samples.repository.ts';

/** How Kring itself is doing, for administrators. */
@Injectable()
export class SystemStateService {
  constructor(private readonly samples: ProcessSamplesRepository) {}

  async get(): Promise<SystemState> {
    const [processes, spans, databaseBytes] = await Promise.all([
      this.samples.listProcesses(),
      this.samples.listSpans(),
      this.samples.databaseBytes(),
    ]);
    return {
      at: new Date().toISOString(),
      processes: processes.map(({ id, startedAt, sampledAt, figures }) => ({
        id,
        startedAt: startedAt.toISOString(),
        sampledAt: sampledAt.toISOString(),
        ...figures,
      })),
      spans: spans.map(({ at, ...span }) => ({ at: at.toISOString(), ...span })),
      databaseBytes,
    };
  }
}
