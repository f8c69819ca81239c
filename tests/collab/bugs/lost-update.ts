import type { StoredUpdate } from '@kring/collab-engine';
import { builtPrototype, engineFile } from '../harness/built.ts';

interface FanOut {
  sendUpdates(updates: readonly StoredUpdate[]): void;
}

const oneIn = 1_000;
const nothing = new Uint8Array([0, 0]);
const fanOut = await builtPrototype<FanOut>(engineFile('fan-out'), 'FanOut');
const { sendUpdates } = fanOut;
let count = 0;

/**
 * One stored update in a thousand does not reach the others. Its number does: a page that misses a number, which a
 * whole frame that is lost takes along, asks for it and heals.
 */
fanOut.sendUpdates = function (updates) {
  const sent = updates.map((update) => (++count % oneIn === 0 ? { ...update, bytes: nothing } : update));
  sendUpdates.call(this, sent);
};
