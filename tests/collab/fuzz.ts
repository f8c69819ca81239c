import { parseArgs } from 'node:util';
import { type FuzzReport, fuzzFrames, fuzzUpdates } from '@kring/collab-engine/testing/hostile';
import { noteToHtml, noteToMarkdown, noteToText, readNote, readNoteWithAuthors } from '@kring/live-documents';
import type * as Y from 'yjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

/** A round is small enough to be run again by its seed alone. */
const CASES = { updates: 20_000, frames: 2_000 };

/** As the product reads a note: for pages, exports, search and versions. */
function read(doc: Y.Doc): void {
  const note = readNote(doc);
  noteToHtml(note, { language: 'nl', labelOf: () => '' });
  noteToMarkdown(note, { language: 'nl', title: 'Note' });
  noteToText(note);
  readNoteWithAuthors(doc);
}

const total: Record<keyof typeof CASES, number> = { updates: 0, frames: 0 };
const codes = new Map<string, number>();
let slowest = 0;

function add(kind: keyof typeof CASES, report: FuzzReport): void {
  total[kind] += report.cases;
  slowest = Math.max(slowest, report.slowestRefusal);
  for (const [code, count] of report.codes) {
    const name = `${kind}: ${code}`;
    codes.set(name, (codes.get(name) ?? 0) + count);
  }
}

const minutes = Number(values.minutes);
const first = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(first)) {
  console.error('fuzz: --minutes takes a number above 0, --seed a whole number.');
  process.exit(2);
}
console.log(`Seed ${first}, ${minutes} minutes`);
try {
  const end = Date.now() + minutes * 60_000;
  for (let seed = first; Date.now() < end; seed++) {
    add(
      'updates',
      fuzzUpdates(seed, ({ cases }) => cases >= CASES.updates, read),
    );
    add('frames', await fuzzFrames(seed, ({ cases }) => cases >= CASES.frames));
  }
  for (const [name, count] of [...codes].sort()) console.log(`${name.padEnd(36)} ${count}`);
  console.log(`${total.updates} updates and ${total.frames} frames: no harm done.`);
  console.log(`The slowest refusal took ${slowest.toFixed(1)} ms.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
