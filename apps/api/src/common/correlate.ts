import type { NextFunction, Request, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';

/** Gives each request an id of our own, which stands in logs, audit and problems. A client cannot choose it. */
export function correlate(request: Request & { id?: unknown }, response: Response, next: NextFunction): void {
  request.id = uuidv7();
  response.setHeader('X-Correlation-Id', String(request.id));
  if (request.path.startsWith('/api')) response.setHeader('Cache-Control', 'no-store');
  next();
}
