import type { DocumentLog, Snapshot } from '@kring/collab-engine';
import { builtPrototype, documentLogFile, engineFile } from '../harness/built.ts';
import type { KillOrder, KillPoint } from '../harness/kill-point.ts';

interface FanOut {
  sendUpdates(updates: unknown): void;
}
interface Compaction {
  consider(room: unknown): void;
  considerLast(room: unknown): void;
}

let armed: KillPoint | null = null;
let left = 0;
let isDying = false;

process.on('message', (order: KillOrder) => {
  armed = order.killAt;
  left = order.after;
});
// Waiting for orders must not keep a stopped process alive.
process.channel?.unref();

/** Whether to die here and now. */
function isReached(point: KillPoint): boolean {
  return armed === point && left-- <= 0;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

const log = await builtPrototype<DocumentLog>(documentLogFile, 'PostgresDocumentLog');
const { append, writeSnapshot } = log;

log.append = async function (batches) {
  const outcomes = await append.call(this, batches);
  if (isReached('after-commit')) die();
  return outcomes;
};

log.writeSnapshot = async function (snapshot: Snapshot) {
  if (isReached('before-snapshot')) die();
  const writing = writeSnapshot.call(this, snapshot);
  // The snapshot and the trimming of the log are one statement: there is no moment between the two.
  if (isReached('during-snapshot')) setTimeout(die, 1);
  const isWritten = await writing;
  if (isReached('after-snapshot')) die();
  return isWritten;
};

const fanOut = await builtPrototype<FanOut>(engineFile('fan-out'), 'FanOut');
const { sendUpdates } = fanOut;

fanOut.sendUpdates = function (updates) {
  if (!isDying && isReached('after-ack')) {
    isDying = true;
    // What this turn of the event loop acknowledges goes out first.
    setImmediate(die);
  }
  if (!isDying) sendUpdates.call(this, updates);
};

const compaction = await builtPrototype<Compaction>(engineFile('compaction/compaction'), 'Compaction');
const { consider } = compaction;

/** A snapshot is due far sooner than in use when one is to be died at. */
compaction.consider = function (room) {
  if (armed?.endsWith('-snapshot')) this.considerLast(room);
  else consider.call(this, room);
};
