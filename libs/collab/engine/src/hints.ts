import { toOutgoing } from './outgoing.ts';
import type { Member } from './member.ts';
import type { Clock } from './ports.ts';
import type { Room } from './room.ts';

const HINT_WINDOW = 250;

/** Tells the members of a room what they should look at anew: at once, and then once per window. SPEC H1, H2. */
export class Hints {
  readonly #room: Room;
  readonly #clock: Clock;
  readonly #topics = new Set<string>();
  #sentAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(room: Room, clock: Clock) {
    this.#room = room;
    this.#clock = clock;
  }

  add(topic: string): void {
    this.#topics.add(topic);
    const wait = this.#sentAt + HINT_WINDOW - this.#clock.now();
    if (wait <= 0) return this.#flush();
    this.#cancel ??= this.#clock.after(wait, () => this.#flush());
  }

  /** What this member was not told while access was being asked about. */
  resume(member: Member): void {
    for (const topic of member.missedHints) {
      member.send({ type: 'look', channel: this.#room.channel, topic });
    }
    member.missedHints.clear();
  }

  stop(): void {
    this.#cancel?.();
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#sentAt = this.#clock.now();
    for (const topic of this.#topics) {
      const frame = toOutgoing({ type: 'look', channel: this.#room.channel, topic });
      for (const member of this.#room.members) {
        if (member.isSuspended) member.missedHints.add(topic);
        else member.connection.sendShared(frame);
      }
    }
    this.#topics.clear();
  }
}
