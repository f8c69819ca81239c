import type { EngineContext } from './engine-context.ts';
import type { RoomBus, RoomBusListener, RoomMessage } from './ports.ts';
import type { RoomRegistry } from './room-registry.ts';

/** Stands in for a bus where one process serves alone. */
export const noBus: RoomBus = {
  hasPeers: false,
  isUp: true,
  publish: () => undefined,
  listen: () => undefined,
};

/** Takes what other processes tell about rooms that are open here too. SPEC W1 to W5. */
export class Peers implements RoomBusListener {
  readonly #context: EngineContext;
  readonly #registry: RoomRegistry;
  readonly #onInterrupted: () => void;

  constructor(context: EngineContext, registry: RoomRegistry, onInterrupted: () => void) {
    this.#context = context;
    this.#registry = registry;
    this.#onInterrupted = onInterrupted;
    context.bus.listen(this);
  }

  receive(peer: string, message: RoomMessage): void {
    const room = this.#registry.find(message.room);
    if (!room) return;
    switch (message.type) {
      case 'moved':
        return room.noteLogSeq(message.seq);
      case 'presence':
        return room.fanOut.relay(room.peerPeople.apply(peer, message.changes));
      case 'who':
        return room.fanOut.tellPeers();
    }
  }

  peerCame(): void {
    for (const room of this.#registry.rooms()) {
      this.#context.bus.publish({ type: 'moved', room: room.name, seq: room.state.headSeq });
      this.#context.bus.publish({ type: 'who', room: room.name });
      room.fanOut.tellPeers();
    }
  }

  peerWent(peer: string): void {
    for (const room of this.#registry.rooms()) room.fanOut.relay(room.peerPeople.forget(peer));
  }

  interrupted(): void {
    this.#onInterrupted();
  }
}
