import path from 'node:path';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { WorkerQueue } from '../common/worker-queue.ts';
import type { ReadNoteAnswer, ReadNoteTask } from './note-work.ts';

const file = path.join(import.meta.dirname, `note-worker${path.extname(import.meta.filename)}`);

/** Reads notes from stored bytes in a thread of its own, one at a time: a bomb harms nobody else. */
@Injectable()
export class NoteReader implements BeforeApplicationShutdown {
  private readonly queue = new WorkerQueue<ReadNoteTask, ReadNoteAnswer>({
    file,
    timeLimit: 30_000,
    memoryLimitMb: 512,
    idleLimit: 60_000,
  });

  read(updates: readonly Uint8Array[], since: Uint8Array | null): Promise<ReadNoteAnswer> {
    return this.queue.ask({ kind: 'read', updates, since });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
