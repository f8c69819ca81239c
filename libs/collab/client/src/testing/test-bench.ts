import * as Y from 'yjs';
import { type CollabClient, createCollabClient } from '../collab-client.ts';
import { MemoryDevice, MemoryLocalStore } from '../memory-local-store.ts';
import { FakeClock, settled } from './fake-clock.ts';
import { FakeServer } from './fake-server.ts';

export const roomName = 'note:1';

/** A page in a browser: closing it without a word is `crash`. */
export interface TestPage {
  readonly client: CollabClient;
  crash(): Promise<void>;
}

/** A server, devices and pages under one clock. */
export class TestBench {
  readonly clock = new FakeClock();
  readonly server = new FakeServer();
  random: () => number = () => 0.5;

  page(
    personId: string,
    device = new MemoryDevice(),
    schemaVersion = 1,
    store = new MemoryLocalStore(device, true),
  ): TestPage {
    const time = this.clock.forPage();
    const before = new Set(this.server.sessions);
    const transport = this.server.transport(personId);
    const own = new Set<(typeof this.server.sessions)[number]>();
    let isGone = false;
    const client = createCollabClient({
      url: 'http://test',
      personId,
      schemaVersion,
      store,
      clock: time.clock,
      random: () => this.random(),
      transport: (url, handlers) => {
        const made = transport(url, handlers);
        for (const session of this.server.sessions) if (!before.has(session)) own.add(session);
        return isGone ? { send: () => undefined, close: () => undefined } : made;
      },
    });
    return {
      client,
      crash: async () => {
        await settled();
        isGone = true;
        time.end();
        for (const session of own) {
          if (session.handlers) this.server.forget(session);
        }
        await store.close();
      },
    };
  }

  /** Lets everything happen that happens within so much time. */
  async run(milliseconds = 200): Promise<void> {
    for (let left = milliseconds; left > 0; left -= 20) {
      await settled();
      do await settled();
      while (this.server.deliverAll());
      await this.clock.advance(Math.min(20, left));
    }
    do await settled();
    while (this.server.deliverAll());
  }
}

export function textOf(doc: Y.Doc): string {
  return doc.getText('body').toJSON();
}

export function write(doc: Y.Doc, text: string, at = doc.getText('body').length): void {
  doc.transact(() => doc.getText('body').insert(at, text), 'editor');
}
