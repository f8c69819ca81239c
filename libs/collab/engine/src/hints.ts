import { toOutgoing } from './outgoing.ts';
import type { Member } from './member.ts';
import type { Clock } from './ports.ts';
import type { Room } from './room.ts';

const HINT_WINDOW = 250;

/** Tells the members of a room what they should look at anew: at once, and then once per window. SPEC H1, H2. */
export class Hints {
  readonly #room: Room;
  readonly #clock: Clock;
  #topics: Set<string> | null = null;
  #sentAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(room: Room, clock: Clock) {
    this.#room = room;
    this.#clock = clock;
  }

  add(topic: string): void {
    (this.#topics ??= new Set()).add(topic);
    const wait = this.#sentAt + HINT_WINDOW - this.#clock.now();
    if (wait <= 0) return this.#flush();
    this.#cancel ??= this.#clock.after(wait, () => this.#flush());
  }

  /** What this member was not told while access was being asked about. */
  resume(member: Member): void {
    for (const topic of member.missedHints ?? []) {
      member.send({ type: 'look', channel: this.#room.channel, topic });
    }
    member.missedHints = null;
  }

  stop(): void {
    this.#cancel?.();
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#sentAt = this.#clock.now();
    for (const topic of this.#topics ?? []) {
      const frame = toOutgoing({ type: 'look', channel: this.#room.channel, topic });
      for (const member of this.#room.members) {
        if (member.isSuspended) (member.missedHints ??= new Set()).add(topic);
        else member.connection.sendShared(frame);
      }
    }
    this.#topics = null;
  }
}
