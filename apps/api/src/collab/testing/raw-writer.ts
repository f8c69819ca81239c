import { NOTE_ROOT } from '@kring/live-documents';
import * as Y from 'yjs';
import type { RawPage } from './raw-page.ts';

/** Somebody who writes in a note by way of one process, whatever the server says to it. */
export class RawWriter {
  readonly page: RawPage;
  readonly #doc = new Y.Doc();
  readonly #people = new Set<string>();
  #channel = 0;
  #clientSeq = 0;

  constructor(page: RawPage) {
    this.page = page;
  }

  async join(room: string): Promise<void> {
    const joined = await this.page.join(room);
    for (const update of joined.updates) Y.applyUpdate(this.#doc, update);
    this.#doc.clientID = joined.clientId;
    this.#channel = joined.channel;
    for (const { personId } of joined.people) this.#people.add(personId);
  }

  write(words: string): void {
    const before = Y.encodeStateVector(this.#doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    this.#doc.getXmlFragment(NOTE_ROOT).push([paragraph]);
    this.send(Y.encodeStateAsUpdate(this.#doc, before));
  }

  /** Deletes the block at a place. */
  erase(block: number): void {
    const before = Y.encodeStateVector(this.#doc);
    this.#doc.getXmlFragment(NOTE_ROOT).delete(block, 1);
    this.send(Y.encodeStateAsUpdate(this.#doc, before));
  }

  /** Any bytes as the next update. */
  send(update: Uint8Array): void {
    this.#clientSeq += 1;
    this.page.send({ type: 'update', channel: this.#channel, clientSeq: this.#clientSeq, updates: [update] });
  }

  /** Resolves when these words have come from somebody else. */
  async hears(words: string): Promise<void> {
    while (!this.#doc.getXmlFragment(NOTE_ROOT).toString().includes(words)) {
      const { updates } = await this.page.next('updates');
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    }
  }

  /** Resolves when somebody else has deleted these words. */
  async hearsNoMore(words: string): Promise<void> {
    while (this.#doc.getXmlFragment(NOTE_ROOT).toString().includes(words)) {
      const { updates } = await this.page.next('updates');
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    }
  }

  /** Resolves when it was told that this person is here. */
  async sees(personId: string): Promise<void> {
    while (!this.#people.has(personId)) {
      const { changes } = await this.page.next('presence');
      for (const change of changes) if (change.kind === 'here') this.#people.add(change.person.personId);
    }
  }
}
