import type { NextFunction, Request, Response } from 'express';
import { AppError } from './app-error.ts';

/** Mail programs post a form to it (RFC 8058); nothing of that body is read. */
const formPaths = /^\/unsubscribe\/one-click\//;

/** Files come as they are: no form can send this type, and no foreign page without asking first. */
const uploadPaths = /^\/(notes\/[\w-]+\/attachments|cops\/[\w-]+\/library\/files|settings\/logo)$/;

/** A body is JSON or is refused: other types are what a form on a foreign page can send. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const wanted = uploadPaths.test(request.path) ? 'application/octet-stream' : 'application/json';
  const isRefused = hasBody(request) && !request.is(wanted) && !formPaths.test(request.path);
  next(isRefused ? new AppError('unsupported-media-type') : undefined);
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
