import type { Request } from 'express';
import { AppError } from './app-error.ts';

const atOnce = 6;
let receiving = 0;

/** Takes in the body of a request, up to `limit` bytes, and of a few requests at a time. */
export async function receiveBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new AppError('payload-too-large');
  if (receiving >= atOnce) throw new AppError('too-many-attempts', { retryAfterSeconds: 5 });
  receiving += 1;
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > limit) throw new AppError('payload-too-large');
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  } finally {
    receiving -= 1;
  }
}
