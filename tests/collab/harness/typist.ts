import { MemoryDevice, type RoomStatus } from '@kring/collab-client';
import { setTimeout as delay } from 'node:timers/promises';
import { AckRecord } from './ack-record.ts';
import type { Operation } from './checker.ts';
import { Page, type PageOptions } from './page.ts';
import { removeToken, tokenOf, typeToken } from './text.ts';
import type { Visitor } from './visitor.ts';

type Act = { readonly operation: Operation; readonly kind: 'insert' | 'removal' };

export interface TypistOptions {
  readonly visitor: Visitor;
  readonly roomName: string;
  readonly random: () => number;
  readonly operations: Operation[];
  /** Longest pause between two acts, in milliseconds. */
  readonly pause: number;
  /** To see the checker fail: takes every edit for saved, and loses what the browser kept when it reloads. */
  readonly isGullible?: boolean;
  /** Behind a proxy that lets no WebSocket through. */
  readonly isPolling?: boolean;
  /** How the page lies towards the product. */
  readonly page?: Pick<PageOptions, 'address' | 'clock'>;
  /** False where what the page hears may come twice or in another order: no acknowledgement is written down. */
  readonly isHeard?: boolean;
}

/** A scripted person at a page: types and takes away tokens, reloads, and writes down what the page said is saved. */
export class Typist {
  readonly options: TypistOptions;
  page: Page;
  /** Acts so far that the page said are saved. */
  savedCount = 0;
  isTyping = true;
  readonly acks = new AckRecord();
  /** Milliseconds without connection, each time that it was lost. */
  readonly gaps: number[] = [];
  #isOnline = false;
  #lostAt: number | null = null;
  readonly #own: Operation[] = [];
  /** What the page has not yet said to be saved, oldest first: a page saves in the order of typing. */
  readonly #unsaved: Act[] = [];
  #unsubscribe: () => void = () => undefined;
  #isOver = false;
  #number = 0;
  #typing: Promise<void> | null = null;

  constructor(options: TypistOptions) {
    this.options = options;
    this.page = this.#openPage(new MemoryDevice());
    this.#listen();
  }

  start(): void {
    this.#typing = this.#type();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#typing;
    this.#unsubscribe();
    await this.page.close();
  }

  /** The same browser with a new page; what was not saved is in its store. */
  async reload(): Promise<void> {
    this.#unsubscribe();
    const { isGullible } = this.options;
    const { device } = this.page;
    await this.page.close();
    if (isGullible) this.#unsaved.length = 0;
    this.page = this.#openPage(isGullible ? new MemoryDevice() : device);
    this.#listen();
  }

  #openPage(device: MemoryDevice): Page {
    const { visitor, roomName, isPolling, page, isHeard = true } = this.options;
    return new Page(visitor, roomName, {
      ...page,
      device,
      ...(isHeard && { acks: this.acks }),
      ...(isPolling && { transports: ['polling'] }),
    });
  }

  #listen(): void {
    const { room } = this.page;
    this.#unsubscribe = room.subscribe(() => this.#look());
  }

  #look(): void {
    const { status } = this.page.room;
    this.#lookAtConnection(status);
    if (status.phase !== 'ready') return;
    while (this.#unsaved.length > status.unsavedCount) this.#saved();
  }

  #lookAtConnection({ connection, access }: RoomStatus): void {
    const isOnline = connection === 'online' && access !== 'unknown';
    if (this.#isOnline && !isOnline) this.#lostAt ??= Date.now();
    if (isOnline && this.#lostAt !== null) this.gaps.push(Date.now() - this.#lostAt);
    if (isOnline) this.#lostAt = null;
    this.#isOnline = isOnline;
  }

  #saved(): void {
    const act = this.#unsaved.shift();
    if (!act) return;
    act.operation[act.kind] = 'acked';
    this.savedCount += 1;
  }

  async #type(): Promise<void> {
    const { random, pause } = this.options;
    while (!this.#isOver) {
      await delay(5 + random() * pause);
      const { status } = this.page.room;
      if (this.#isOver || !this.isTyping || status.access !== 'write' || status.phase !== 'ready') continue;
      if (random() < 0.12) this.#remove();
      else this.#insert();
    }
  }

  #insert(): void {
    const { visitor, roomName, random, operations, isGullible } = this.options;
    const author = visitor.personId;
    const token = tokenOf(author.slice(-8), ++this.#number);
    const operation: Operation = { token, author, room: roomName, insert: 'unknown', removal: 'none' };
    operations.push(operation);
    this.#own.push(operation);
    this.#unsaved.push({ operation, kind: 'insert' });
    typeToken(this.page.room.doc, token, random);
    if (isGullible) operation.insert = 'acked';
  }

  #remove(): void {
    const { random } = this.options;
    const operation = this.#own[Math.floor(random() * this.#own.length)];
    if (!operation || operation.insert !== 'acked' || operation.removal !== 'none') return;
    operation.removal = 'unknown';
    this.#unsaved.push({ operation, kind: 'removal' });
    if (removeToken(this.page.room.doc, operation.token)) return;
    // Not there: nothing was typed, so nothing will be said about it. The checker calls it lost at the end.
    this.#unsaved.pop();
    operation.removal = 'none';
  }
}
