import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { protocols } from '../protocols/index.ts';
import { Editor, type Samples, SentEdits } from './editor.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { fillWithTrace, read } from './reading.ts';
import { SlowReaders } from './slow-readers.ts';
import { Storm } from './storm.ts';

const say = (message: FromWorker) => process.send?.(message);
/** Connections that are being opened at once: as many as a server takes in without turning any away. */
const AT_ONCE = 20;
const LAST_EDITS_WITHIN = 5_000;

const samples: Samples = { deliveries: [], acks: [], isMeasuring: false, closed: 0 };
const sent = new Map<string, SentEdits>();
let editors: Editor[] = [];
let sampled: Editor[] = [];
let ownDelay = monitorEventLoopDelay({ resolution: 2 });

async function open({
  protocol,
  seats,
  sampled: perRoom,
}: Extract<ToWorker, { type: 'open' }>): Promise<void> {
  const inRoom = new Map<string, number>();
  for (let begin = 0; begin < seats.length; begin += AT_ONCE) {
    const opened = seats.slice(begin, begin + AT_ONCE).map(async (seat) => {
      const edits = sent.get(seat.room) ?? new SentEdits();
      sent.set(seat.room, edits);
      const place = inRoom.get(seat.room) ?? 0;
      inRoom.set(seat.room, place + 1);
      const editor = new Editor(seat.room, edits, samples);
      editors.push(editor);
      if (place < perRoom) sampled.push(editor);
      await editor.open(protocols[protocol], seat, place < perRoom);
    });
    await Promise.all(opened);
  }
  say({ type: 'opened' });
}

function measure(): void {
  for (const edits of sent.values()) edits.forget();
  for (const editor of sampled) editor.arrived = editor.ownMeasured = 0;
  samples.deliveries.length = 0;
  samples.acks.length = 0;
  ownDelay.disable();
  ownDelay = monitorEventLoopDelay({ resolution: 2 });
  ownDelay.enable();
  samples.isMeasuring = true;
}

/** Edits that a sampled editor has not got yet; its own do not come to itself. */
function missing(): number {
  const got = sampled.reduce((sum, { arrived }) => sum + arrived, 0);
  return expected() - got;
}

function expected(): number {
  return sampled.reduce((sum, editor) => sum + (sent.get(editor.room)?.count ?? 0) - editor.ownMeasured, 0);
}

async function result(): Promise<void> {
  samples.isMeasuring = false;
  ownDelay.disable();
  for (const end = Date.now() + LAST_EDITS_WITHIN; missing() > 0 && Date.now() < end;) await delay(20);
  say({
    type: 'result',
    edits: [...sent.values()].reduce((sum, { count }) => sum + count, 0),
    deliveries: Float64Array.from(samples.deliveries),
    acks: Float64Array.from(samples.acks),
    missing: missing(),
    ownDelay: ownDelay.percentile(99) / 1e6,
    closed: samples.closed,
  });
}

async function close(): Promise<void> {
  for (const editor of editors) editor.close();
  await delay(200);
  editors = [];
  sampled = [];
  sent.clear();
  samples.closed = 0;
  say({ type: 'closed' });
}

let storm: Storm | null = null;
let held = 0;

async function hold({ protocol, seats }: Extract<ToWorker, { type: 'hold' }>): Promise<void> {
  const entered = new Storm(protocols[protocol]);
  storm = entered;
  held = seats.length;
  for (let begin = 0; begin < seats.length; begin += AT_ONCE)
    await Promise.all(seats.slice(begin, begin + AT_ONCE).map((seat) => entered.enter(seat)));
  say({ type: 'held' });
}

let slow = new SlowReaders();

async function writeSlow({ bytes, stopsReading }: Extract<ToWorker, { type: 'write-slow' }>): Promise<void> {
  if (stopsReading) slow.stopReading();
  say({ type: 'written-slow', ...(await slow.write(bytes)) });
}

/** What the workloads apart from typing and opening ask for. */
async function handleOther(message: ToWorker): Promise<void> {
  if (message.type === 'hold') await hold(message);
  else if (message.type === 'until-back' && storm) say({ type: 'back', ...(await storm.untilBack(held)) });
  else if (message.type === 'let-go') {
    storm?.end();
    say({ type: 'let-go' });
  } else if (message.type === 'open-slow') {
    await slow.open(protocols[message.protocol], message.writers, message.readers);
    say({ type: 'opened-slow' });
  } else if (message.type === 'write-slow') await writeSlow(message);
  else if (message.type === 'close-slow') {
    slow.close();
    slow = new SlowReaders();
    say({ type: 'closed-slow' });
  }
}

process.on('message', (message: ToWorker) => {
  if (message.type === 'open') void open(message);
  else if (message.type === 'pace') for (const editor of editors) editor.pace(message.pace);
  else if (message.type === 'measure') measure();
  else if (message.type === 'result') void result();
  else if (message.type === 'fill')
    void fillWithTrace(protocols[message.protocol], message.seat).then((length) =>
      say({ type: 'filled', length }),
    );
  else if (message.type === 'read')
    void read(protocols[message.protocol], message.seats, message.length).then((reading) =>
      say({ type: 'read', ...reading }),
    );
  else if (message.type === 'close') void close();
  else void handleOther(message);
});
// Whoever started the run is gone: nobody waits for the rest.
process.on('disconnect', () => process.exit());
