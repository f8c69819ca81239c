import type { Server } from 'node:http';
import { promisify } from 'node:util';
import { constants, deflateRaw, type ZlibOptions } from 'node:zlib';
import { CollabEngine, type Compactor, type Logger as EngineLogger } from '@kring/collab-engine';
import { roomOfNote } from '@kring/domain';
import { NOTE_ROOT, SCHEMA_VERSION } from '@kring/live-documents';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Pool } from 'pg';
import { ProcessBus } from '../bus/process-bus.service.ts';
import { DomainEvents } from '../common/domain-events.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Metrics } from '../metrics/metrics.service.ts';
import { CollabAuthorizer } from './collab-authorizer.ts';
import { createCollabPool } from './collab-pool.ts';
import { CutOffRecorder } from './cut-off-recorder.ts';
import { LiveServer } from './live-server.ts';
import { PostgresDocumentLog } from './postgres-document-log.ts';
import { compactInWorker } from './worker-compactor.ts';

const deflateQuickly: (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw);

/** Runs the collaboration engine beside the HTTP server, and tells it what changed elsewhere. */
@Injectable()
export class CollabService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Collab');
  private readonly pool: Pool;
  private readonly engine: CollabEngine;
  private readonly stopListening: (() => void)[] = [];
  private live: LiveServer | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly host: HttpAdapterHost,
    private readonly events: DomainEvents,
    private readonly authorizer: CollabAuthorizer,
    bus: ProcessBus,
    cutOffs: CutOffRecorder,
    metrics: Metrics,
  ) {
    const report = (error: unknown): void => this.logger.error({ err: error }, 'A live connection failed');
    this.pool = createCollabPool(settings.databaseUrl, report);
    this.engine = new CollabEngine({
      log: new PostgresDocumentLog(this.pool, (documentIds) =>
        this.events.publish({ type: 'documents-written', documentIds }),
      ),
      authorizer,
      bus,
      monitor: metrics,
      clock: systemClock,
      logger: toEngineLogger(this.logger),
      compactor: compactInWorker satisfies Compactor,
      deflate: (bytes) => deflateQuickly(bytes, { level: constants.Z_BEST_SPEED }),
      schemaVersion: SCHEMA_VERSION,
      rootNames: { note: [NOTE_ROOT] },
      onCutOff: (credentials, rooms) => void cutOffs.record(credentials, rooms),
    });
    metrics.watch(this.engine);
    metrics.watchBus(() => bus.isUp);
  }

  onApplicationBootstrap(): void {
    this.live = new LiveServer(this.host.httpAdapter.getHttpServer() as Server, {
      publicUrl: this.settings.publicUrl,
      engine: this.engine,
      authenticate: (cookieHeader) => this.authorizer.authenticate(cookieHeader),
      onError: (error) => this.logger.error({ err: error }, 'A live connection failed'),
    });
    this.stopListening.push(
      this.events.on('access-changed', () => this.engine.refreshAccess()),
      this.events.on('login-session-ended', (event) => this.engine.endLoginSessions(event.loginSessionIds)),
      this.events.on('person-changed', (event) => this.engine.refreshPerson(event.personId)),
      this.events.on('note-touched', ({ noteId, topic }) => this.engine.look(roomOfNote(noteId), topic)),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.stopListening) stop();
    await this.live?.stop();
    await this.pool.end();
  }
}

const systemClock = {
  now: () => performance.now(),
  after(milliseconds: number, callback: () => void): () => void {
    // What is left to do later must not keep a stopped process alive.
    const timer = setTimeout(callback, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

function toEngineLogger(logger: Logger): EngineLogger {
  const facts = ({ error, ...rest }: Record<string, unknown> = {}) =>
    error ? { err: error, ...rest } : rest;
  return {
    info: (message, extra) => logger.log(facts(extra), message),
    warn: (message, extra) => logger.warn(facts(extra), message),
    error: (message, extra) => logger.error(facts(extra), message),
  };
}
