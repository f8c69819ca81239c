import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { FromWorker, LoadGroup, LoadPerson, LoadResult, ToWorker } from './harness/load-messages.ts';
import { Page } from './harness/page.ts';
import { bodyOf, contentHash } from './harness/text.ts';
import { Visitor } from './harness/visitor.ts';

const now = () => performance.timeOrigin + performance.now();
const send = (message: FromWorker) => process.send?.(message);
const words = 'We schrijven hier samen op wat wij in de regio zien en wat dat voor bewoners betekent. ';

type Measured = {
  -readonly [Key in 'edits' | 'arrivals' | 'acks']: Record<LoadGroup, LoadResult[Key]['crowd'][number][]>;
};
const measured: Measured = {
  edits: { crowd: [], others: [] },
  arrivals: { crowd: [], others: [] },
  acks: { crowd: [], others: [] },
};
let isMeasuring = false;
let isOver = false;
let disconnects = 0;
const ownDelay = monitorEventLoopDelay({ resolution: 5 });

/** Somebody who types as people do: letter by letter, in their own paragraph, now and then taking one back. */
class LoadTypist {
  readonly page: Page;
  readonly #person: LoadPerson;
  /** Times of the edits that are not saved yet, oldest first; null for one that is not measured. */
  readonly #unsaved: (number | null)[] = [];
  #text: Y.XmlText | null = null;
  #count = 0;

  constructor(address: string, person: LoadPerson) {
    this.#person = person;
    const visitor = new Visitor(address);
    visitor.cookie = person.cookie;
    visitor.personId = person.personId;
    visitor.name = person.name;
    this.page = new Page(visitor, person.room);
    this.page.room.subscribe(() => this.#look());
    this.page.room.doc.on('afterTransaction', (transaction: Y.Transaction) => this.#arrived(transaction));
    let wasOnline = false;
    this.page.client.subscribe(() => {
      const isOnline = this.page.client.state === 'online';
      if (wasOnline && !isOnline && !isOver) disconnects += 1;
      wasOnline = isOnline;
    });
  }

  async type(): Promise<void> {
    const pause = 1_000 / this.#person.editsPerSecond;
    await delay(Math.random() * pause);
    while (!isOver) {
      this.#edit();
      // Uneven, as typing is, with the right mean.
      await delay(pause * (0.3 + 1.4 * Math.random()));
    }
  }

  #edit(): void {
    const { doc, awareness } = this.page.room;
    const text = (this.#text ??= this.#begin(doc));
    const at = now();
    const isDeletion = text.length > 20 && Math.random() < 0.08;
    this.#unsaved.push(isMeasuring ? at : null);
    doc.transact(() => {
      if (isDeletion) text.delete(text.length - 1, 1);
      else text.insert(text.length, words[this.#count++ % words.length] ?? ' ');
    }, 'typist');
    if (isMeasuring && !isDeletion) {
      const clock = Y.getState(doc.store, doc.clientID);
      measured.edits[this.#person.group].push([doc.clientID, clock, at]);
    }
    const position = Y.createRelativePositionFromTypeIndex(text, text.length);
    awareness.setLocalStateField('cursor', { anchor: position, head: position });
  }

  #begin(doc: Y.Doc): Y.XmlText {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText('-');
    paragraph.insert(0, [text]);
    this.#unsaved.push(null);
    doc.transact(() => bodyOf(doc).push([paragraph]), 'typist');
    return text;
  }

  #look(): void {
    const { unsavedCount } = this.page.room.status;
    while (this.#unsaved.length > unsavedCount) {
      const at = this.#unsaved.shift();
      if (typeof at === 'number') measured.acks[this.#person.group].push(now() - at);
    }
  }

  #arrived({ local, afterState, beforeState }: Y.Transaction): void {
    if (local || !isMeasuring) return;
    const at = now();
    for (const [client, to] of afterState) {
      const from = beforeState.get(client) ?? 0;
      if (to > from) measured.arrivals[this.#person.group].push([client, from, to, at]);
    }
  }
}

const typists: LoadTypist[] = [];

async function open(address: string, people: readonly LoadPerson[]): Promise<void> {
  for (const person of people) {
    typists.push(new LoadTypist(address, person));
    // As people come in: one after the other, not all in one instant.
    await delay(15);
  }
  await Promise.all(typists.map(({ page }) => page.untilReady()));
  send({ type: 'opened' });
}

async function finish(): Promise<void> {
  isOver = true;
  await Promise.all(typists.map(({ page }) => page.untilSaved(20_000).catch(() => undefined)));
  await delay(1_500);
  ownDelay.disable();
  send({
    type: 'result',
    ...measured,
    copies: typists.map(({ page }) => [page.room.name, contentHash(page.room.doc)]),
    unsaved: typists.reduce((sum, { page }) => sum + page.room.status.unsavedCount, 0),
    ownDelay: ownDelay.percentile(99) / 1e6,
    disconnects,
  });
  await Promise.all(typists.map(({ page }) => page.close()));
}

process.on('message', (message: ToWorker) => {
  if (message.type === 'open') void open(message.address, message.people);
  if (message.type === 'type') for (const typist of typists) void typist.type();
  if (message.type === 'measure') {
    isMeasuring = true;
    ownDelay.enable();
  }
  if (message.type === 'finish') void finish();
});

// Whoever started the run is gone: nobody waits for the rest.
process.on('disconnect', () => process.exit());
