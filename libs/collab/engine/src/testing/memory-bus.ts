import type { RoomBus, RoomBusListener, RoomMessage } from '../ports.ts';

/** Carries hints between engines of one test, at once, and loses them at will. */
export class MemoryBus {
  readonly #stations = new Map<string, RoomBusListener>();
  isUp = true;
  isLost: (message: RoomMessage) => boolean = () => false;
  readonly told: RoomMessage[] = [];

  station(name: string): RoomBus {
    const hasPeers = (): boolean => this.#stations.size > 1;
    const isUp = (): boolean => this.isUp;
    return {
      get hasPeers() {
        return hasPeers();
      },
      get isUp() {
        return isUp();
      },
      publish: (message) => this.#carry(name, message),
      listen: (listener) => {
        this.#stations.set(name, listener);
        for (const [other, known] of this.#stations) if (other !== name) known.peerCame();
      },
    };
  }

  #carry(from: string, message: RoomMessage): void {
    this.told.push(message);
    if (!this.isUp || this.isLost(message)) return;
    for (const [name, listener] of this.#stations) if (name !== from) listener.receive(from, message);
  }

  /** The process is no longer heard of. */
  lose(name: string): void {
    this.#stations.delete(name);
    for (const listener of this.#stations.values()) listener.peerWent(name);
  }

  switch(isUp: boolean): void {
    this.isUp = isUp;
    for (const listener of this.#stations.values()) {
      listener.interrupted();
      if (isUp) listener.peerCame();
    }
  }
}
