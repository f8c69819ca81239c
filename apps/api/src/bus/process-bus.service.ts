import { randomUUID } from 'node:crypto';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { RoomBus, RoomBusListener, RoomMessage } from '@kring/collab-engine';
import { DomainEvents } from '../common/domain-events.ts';
import { BUS_CARRIER, type BusCarrier } from './bus-carrier.ts';
import { readLetter, type BusLetter } from './bus-message.ts';
import { OutgoingLetters } from './outgoing-letters.ts';

const BEAT_EVERY = 2_000;
/** A process that was silent for so long is gone. */
const SILENT_AFTER = 7_000;

/**
 * Tells the other processes of this installation what happened here, and this one what happened there: events between
 * features, and messages about open texts. Only hints travel: whoever must miss nothing looks into the database.
 */
@Injectable()
export class ProcessBus implements RoomBus, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Bus');
  private readonly id = randomUUID();
  private readonly letters: OutgoingLetters;
  private readonly heardAt = new Map<string, number>();
  private readonly listeners: RoomBusListener[] = [];
  private beatAt = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private mustSayHello = false;
  private isCarrierUp = false;
  private ownHeardAt = 0;
  isUp = false;

  constructor(
    @Inject(BUS_CARRIER) private readonly carrier: BusCarrier,
    private readonly events: DomainEvents,
  ) {
    this.letters = new OutgoingLetters(carrier, this.id, () => (this.mustSayHello = true));
  }

  get hasPeers(): boolean {
    return this.heardAt.size > 0;
  }

  publish(message: RoomMessage): void {
    if (this.isUp && this.hasPeers) this.letters.add({ kind: 'room', message });
  }

  listen(listener: RoomBusListener): void {
    this.listeners.push(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.events.onPublish((event) => {
      if (this.isUp && this.hasPeers) this.letters.add({ kind: 'event', event });
    });
    await this.carrier.start({
      message: (payload) => this.receive(payload),
      up: () => {
        this.isCarrierUp = true;
        this.cameUp();
      },
      down: () => {
        this.isCarrierUp = false;
        this.wentDown();
      },
    });
    this.timer = setInterval(() => this.beat(), BEAT_EVERY);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.letters.sign('bye');
    await this.carrier.stop();
  }

  private cameUp(): void {
    this.logger.log('Other processes can be heard');
    this.isUp = true;
    this.ownHeardAt = performance.now();
    this.mustSayHello = false;
    void this.letters.sign('hello');
    for (const listener of this.listeners) {
      listener.interrupted();
      listener.peerCame();
    }
  }

  private wentDown(): void {
    if (!this.isUp) return;
    this.logger.warn('Other processes cannot be heard: the database is looked into every second');
    this.isUp = false;
    this.letters.clear();
    for (const listener of this.listeners) listener.interrupted();
  }

  private beat(): void {
    const now = performance.now();
    // After a pause of this process everybody else seems silent.
    const wasPaused = now - this.beatAt > 2 * BEAT_EVERY;
    this.beatAt = now;
    if (this.isCarrierUp) void this.letters.sign(this.mustSayHello ? 'hello' : 'here');
    this.mustSayHello = false;
    if (wasPaused) return;
    // A process hears itself as it hears others.
    if (now - this.ownHeardAt > SILENT_AFTER) this.wentDown();
    for (const [peer, heardAt] of this.heardAt) if (now - heardAt > SILENT_AFTER) this.lose(peer);
  }

  private receive(payload: string): void {
    const letter = readLetter(payload);
    if (!letter) return this.logger.warn('A message of another process could not be read');
    if (letter.from === this.id) return this.hearItself();
    if (letter.sign === 'bye') return this.lose(letter.from);
    this.meet(letter);
    for (const item of letter.items) {
      if (item.kind === 'event') this.events.receive(item.event);
      else for (const listener of this.listeners) listener.receive(letter.from, item.message);
    }
  }

  private hearItself(): void {
    this.ownHeardAt = performance.now();
    if (this.isCarrierUp && !this.isUp) this.cameUp();
  }

  private meet({ from, sign }: BusLetter): void {
    const isNew = !this.heardAt.has(from);
    this.heardAt.set(from, performance.now());
    if (!isNew && sign !== 'hello') return;
    if (isNew) void this.letters.sign('here');
    for (const listener of this.listeners) listener.peerCame();
  }

  private lose(peer: string): void {
    if (!this.heardAt.delete(peer)) return;
    for (const listener of this.listeners) listener.peerWent(peer);
  }
}
