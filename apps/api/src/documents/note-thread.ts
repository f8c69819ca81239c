import path from 'node:path';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { WorkerQueue } from '../common/worker-queue.ts';
import type { NoteTask, NoteWork } from './note-work.types.ts';

const file = path.join(import.meta.dirname, `note-worker${path.extname(import.meta.filename)}`);

/** Works on notes from stored bytes in a thread of its own, one at a time: a bomb harms nobody else. */
@Injectable()
export class NoteThread implements BeforeApplicationShutdown {
  private readonly queue = new WorkerQueue<NoteTask, unknown>({
    file,
    timeLimit: 30_000,
    memoryLimitMb: 512,
    idleLimit: 60_000,
  });

  /** What a note says. `since` is the state vector of the last time; null for never. */
  read(updates: readonly Uint8Array[], since: Uint8Array | null): Promise<NoteWork['read']['answer']> {
    return this.ask('read', { updates, since });
  }

  /** The note without words, as one update and as it then reads. */
  redact(task: NoteWork['redact']['task']): Promise<NoteWork['redact']['answer']> {
    return this.ask('redact', task);
  }

  /** A kept content without words; null where they do not stand in it. */
  redactContent(task: NoteWork['redact-content']['task']): Promise<NoteWork['redact-content']['answer']> {
    return this.ask('redact-content', task);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }

  private async ask<K extends keyof NoteWork>(
    kind: K,
    task: NoteWork[K]['task'],
  ): Promise<NoteWork[K]['answer']> {
    return (await this.queue.ask({ kind, ...task } as NoteTask)) as NoteWork[K]['answer'];
  }
}
