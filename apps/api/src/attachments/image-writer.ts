import { fork } from 'node:child_process';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { ImageTask, WrittenImage } from './image-process.ts';

const file = path.join(import.meta.dirname, `image-process${path.extname(import.meta.filename)}`);
const TIME_LIMIT = 30_000;
const atOnce = 2;

/**
 * Writes images anew in a process of their own: a picture that breaks the library, or makes it work for ever, harms
 * nobody else. Two at a time; others wait.
 */
@Injectable()
export class ImageWriter {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** Null for what cannot be read as an image of the allowed kinds and size. */
  async write(task: ImageTask): Promise<WrittenImage | null> {
    if (this.running >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await writeInProcess(task);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

function writeInProcess(task: ImageTask): Promise<WrittenImage | null> {
  return new Promise((resolve) => {
    const child = fork(file, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of the server's secrets is needed there.
      env: { NODE_ENV: process.env['NODE_ENV'] },
      execArgv: [...process.execArgv, '--max-old-space-size=256'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    child.once('message', (written: WrittenImage | null) => resolve(written));
    child.once('error', () => resolve(null));
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
    child.send(task);
  });
}
