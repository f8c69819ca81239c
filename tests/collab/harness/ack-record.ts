import type { ClientTransportFactory } from '@kring/collab-client';
import { decodeServerFrame } from '@kring/collab-protocol';
import type { Ack } from './checker.ts';

/** Writes down what a page is told to be saved, over all its connections and reloads. */
export class AckRecord {
  readonly acks: Ack[] = [];
  #join = 0;

  /** The same transport, overheard. */
  hearing(transport: ClientTransportFactory): ClientTransportFactory {
    return (url, handlers) =>
      transport(url, {
        ...handlers,
        received: (bytes) => {
          this.#hear(bytes);
          handlers.received(bytes);
        },
      });
  }

  #hear(bytes: Uint8Array): void {
    const frame = decodeServerFrame(bytes);
    if (frame.type === 'joined') this.#join += 1;
    if (frame.type !== 'ack') return;
    this.acks.push({ join: this.#join, clientSeq: frame.clientSeq, seq: frame.seq });
  }
}
