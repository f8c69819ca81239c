import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Response } from 'express';
import { DomainEvents } from '../common/domain-events.ts';
import type { Actor } from '../identity/actor.ts';
import { LoginSessionsService } from '../identity/login-sessions.service.ts';
import { NotificationSignals } from './notification-signals.service.ts';

const beatMs = 20_000;
const mostPerPerson = 12;
/** Over which time everybody looks again when it cannot be said who has to. */
const spreadMs = 1_000;

interface Stream {
  readonly personId: string;
  readonly loginSessionId: string;
  readonly response: Response;
}

/**
 * Open pages that want to hear at once that there is something to look at. No content goes over a stream: what
 * somebody may see is decided when they look.
 */
@Injectable()
export class NotificationStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly waiting = new Map<Stream, NodeJS.Timeout>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly signals: NotificationSignals,
    private readonly events: DomainEvents,
    private readonly logins: LoginSessionsService,
  ) {}

  onModuleInit(): void {
    this.signals.onSignal((personIds) => {
      if (personIds === 'everybody') this.tellEverybody();
      else this.tell(personIds);
    });
    this.events.on('login-session-ended', ({ loginSessionIds }) => {
      for (const stream of this.streams)
        if (loginSessionIds.includes(stream.loginSessionId)) this.end(stream);
    });
    this.events.on('person-changed', () => this.endOver());
    this.events.on('access-changed', ({ scope }) => {
      if ('personId' in scope) this.tell([scope.personId]);
      else this.tellEverybody();
    });
    this.timer = setInterval(() => void this.beat(), beatMs);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const stream of this.streams) this.end(stream);
  }

  open(actor: Actor, response: Response): void {
    const stream: Stream = { personId: actor.personId, loginSessionId: actor.loginSessionId, response };
    this.makeRoom(actor.personId);
    this.streams.add(stream);
    response.on('close', () => this.forget(stream));
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      // A proxy that gathers what it passes on would keep it to itself.
      'x-accel-buffering': 'no',
    });
    send(stream, 'retry: 3000');
    this.look(stream);
  }

  private tell(personIds: readonly string[]): void {
    const meant = new Set(personIds);
    for (const stream of this.streams) if (meant.has(stream.personId)) this.look(stream);
  }

  private tellEverybody(): void {
    for (const stream of this.streams) {
      if (this.waiting.has(stream)) continue;
      const timer = setTimeout(() => this.look(stream), Math.random() * spreadMs);
      timer.unref();
      this.waiting.set(stream, timer);
    }
  }

  private look(stream: Stream): void {
    clearTimeout(this.waiting.get(stream));
    this.waiting.delete(stream);
    send(stream, 'event: changed\ndata: look');
  }

  private async beat(): Promise<void> {
    await this.endOver().catch(() => undefined);
    for (const stream of this.streams) send(stream, ': still here');
  }

  /** Whose sign-in ended in another process hears nothing more either. */
  private async endOver(): Promise<void> {
    for (const stream of [...this.streams]) {
      if (!(await this.logins.isAlive(stream.loginSessionId))) this.end(stream);
    }
  }

  private makeRoom(personId: string): void {
    const own = [...this.streams].filter((stream) => stream.personId === personId);
    for (const oldest of own.slice(0, Math.max(0, own.length - mostPerPerson + 1))) this.end(oldest);
  }

  private end(stream: Stream): void {
    this.forget(stream);
    stream.response.end();
  }

  private forget(stream: Stream): void {
    clearTimeout(this.waiting.get(stream));
    this.waiting.delete(stream);
    this.streams.delete(stream);
  }
}

function send({ response }: Stream, text: string): void {
  if (!response.writableEnded) response.write(`${text}\n\n`);
}
