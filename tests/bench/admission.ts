import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {
  AdmittingDocument,
  EditingSession,
  hostileUpdates,
  seededRandom,
  type SentUpdate,
} from '@kring/collab-engine/testing/hostile';
import * as Y from 'yjs';
import { median } from './meter.ts';

const EDIT_GOAL_US = 10;
const REFUSAL_GOAL_MS = 50;
const ROUNDS = 15;
const REFUSALS = 25;
const report = path.resolve(import.meta.dirname, '..', '..', 'docs', 'benchmarks-admission.md');

/** Edits on top of what is stored already. */
interface Workload {
  readonly name: string;
  readonly stored: readonly Uint8Array[];
  readonly edits: readonly SentUpdate[];
}

function mixedEditing(): Workload {
  const session = new EditingSession(seededRandom(1), 3);
  const take = (steps: number): SentUpdate[] => Array.from({ length: steps }, () => session.step()).flat();
  const stored = take(1_000).map(({ update }) => update);
  return { name: 'three people write, mark, delete and undo', stored, edits: take(2_000) };
}

/** One sends a key at a time, at the end of a text of so many paragraphs. */
function typing(name: string, paragraphs: number): Workload {
  const doc = new Y.Doc();
  doc.clientID = 80_001;
  const body = doc.getXmlFragment('body');
  const written = Array.from({ length: paragraphs }, () => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [
      new Y.XmlText('twelve words of an ordinary sentence stand here to be read again. '),
    ]);
    return paragraph;
  });
  body.insert(0, written);
  const stored = [Y.encodeStateAsUpdate(doc)];
  const edits: SentUpdate[] = [];
  doc.on('update', (update: Uint8Array) => edits.push({ client: doc.clientID, update }));
  const text = (body.get(paragraphs - 1) as Y.XmlElement).get(0) as Y.XmlText;
  for (let key = 0; key < 2_000; key++) text.insert(text.length, 'x');
  return { name, stored, edits };
}

/** Microseconds per edit of each round, once warm. */
function timesOf(edits: readonly SentUpdate[], prepare: () => (edit: SentUpdate) => void): number {
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const take = prepare();
    const begun = performance.now();
    for (const edit of edits) take(edit);
    if (round >= 0) times.push(((performance.now() - begun) * 1_000) / edits.length);
  }
  return median(times);
}

function measureEdits({ name, stored, edits }: Workload): { name: string; admission: number; yjs: number } {
  const admission = timesOf(edits, () => {
    const document = new AdmittingDocument(stored);
    return (edit) => {
      const answer = document.send(edit);
      if (answer !== 'admitted') throw new Error(`an ordinary edit was ${answer}`);
    };
  });
  const yjs = timesOf(edits, () => {
    const doc = new Y.Doc();
    for (const update of stored) Y.applyUpdate(doc, update);
    return ({ update }) => Y.applyUpdate(doc, update);
  });
  return { name, admission, yjs };
}

function measureRefusals({
  stored,
}: Workload): { name: string; code: string; typical: number; worst: number }[] {
  const document = new AdmittingDocument(stored);
  const target = document.targetOf(80_001, 80_002);
  return hostileUpdates.map(({ name, code, make }) => {
    const update = make(target);
    const times = Array.from({ length: REFUSALS }, () => {
      const begun = performance.now();
      const answer = document.send({ client: target.own, update });
      const time = performance.now() - begun;
      if (answer !== code) throw new Error(`${name}: ${answer} instead of ${code}`);
      return time;
    });
    return { name, code, typical: median(times), worst: Math.max(...times) };
  });
}

/** A table as prettier writes it. */
function tableOf(head: readonly string[], rows: readonly string[][]): string[] {
  const widths = head.map((name, at) =>
    Math.max(3, name.length, ...rows.map((cells) => cells[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

const before = load();
const mixed = mixedEditing();
const edits = [
  mixed,
  typing('a key in a note of one paragraph', 1),
  typing('a key in a note of 3,000 paragraphs', 3_000),
].map(measureEdits);
const refusals = measureRefusals(mixed);
const worst = Math.max(...refusals.map((refusal) => refusal.worst));
const lines = [
  '# What admission costs, measured',
  '',
  'Written by `npm run bench:admission`. Every update passes admission before it is stored (SPEC A1 to A10). _Yjs_ is the reference in the same run: `Y.applyUpdate` of the same edits to a document of the same text, which Kring never does on the way of an edit. Microseconds per edit, the median of fifteen rounds.',
  '',
  `- Machine: ${availableParallelism()} processors, Node ${process.version}, load ${before} before and ${load()} after.`,
  `- Goals: an ordinary edit within ${EDIT_GOAL_US} µs, a refusal within ${REFUSAL_GOAL_MS} ms. The slowest refusal took ${worst.toFixed(1)} ms.`,
  '',
  ...tableOf(
    ['edits', 'admission, µs', 'Yjs, µs', 'ratio', 'goal, µs'],
    edits.map(({ name, admission, yjs }) => [
      name,
      admission.toFixed(2),
      yjs.toFixed(1),
      (admission / yjs).toFixed(2),
      String(EDIT_GOAL_US),
    ]),
  ),
  '',
  `How long each hostile update of the corpus takes until it is refused, in milliseconds, ${REFUSALS} times each:`,
  '',
  ...tableOf(
    ['update', 'refused as', 'median', 'worst'],
    refusals.map(({ name, code, typical, worst: longest }) => [
      name.replaceAll('__proto__', '`__proto__`'),
      code,
      typical.toFixed(3),
      longest.toFixed(3),
    ]),
  ),
  '',
];
const document = lines.join('\n');
writeFileSync(report, document);
console.log(document);
const misses = [
  ...edits.filter(({ admission }) => admission > EDIT_GOAL_US).map(({ name }) => name),
  ...refusals.filter((refusal) => refusal.worst > REFUSAL_GOAL_MS).map(({ name }) => name),
];
for (const name of misses) console.error(`above its goal: ${name}`);
process.exitCode = misses.length > 0 ? 1 : 0;
