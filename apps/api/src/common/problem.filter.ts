import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorCode, Problem } from '@kring/contracts';
import type { Request, Response } from 'express';
import { AppError } from './app-error.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { correlationIdOf } from './request-context.ts';

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'bad-request',
  // Nest's own only 403 is its cross-site request check.
  403: 'cross-site-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** Turns whatever went wrong into an RFC 9457 problem: a code of the catalogue, never a stack or what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const request = http.getRequest<Request>();
    const correlationId = correlationIdOf(request);
    const appError = toAppError(error);
    // Whoever breaks off what they were sending is nobody's fault, and there is nobody left to answer.
    if (request.destroyed && !request.complete)
      this.logger.debug({ correlationId }, 'A request was broken off');
    else if (appError.status >= 500) this.logger.error({ err: error, correlationId }, 'A request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, appError, correlationId);
  }
}

export function sendProblem(response: Response, error: AppError, correlationId: string): void {
  const problem: Problem = {
    type: `urn:kring:error:${error.code}`,
    title: titleOf(error.code),
    status: error.status,
    code: error.code,
    correlationId,
    ...(error.errors && { errors: [...error.errors] }),
    ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
  };
  if (error.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(error.retryAfterSeconds));
  response.status(error.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : clientStatusOf(error);
  if (status !== undefined)
    return new AppError(codeOfStatus[status] ?? (status < 500 ? 'bad-request' : 'internal-error'));
  return new AppError(isDatabaseAway(error) ? 'database-unavailable' : 'internal-error');
}

/** The status of an error of Express or its parsers (http-errors): those blame the request. */
function clientStatusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function titleOf(code: ErrorCode): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
