import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { errorCodeOf } from './error-code.ts';
import type { Settings } from '../config/settings.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Structured logs with one id per request. Never a cookie, token, body, query or address of a person. */
@Module({})
export class LoggingModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({
          pinoHttp: {
            level: settings.logLevel,
            genReqId: (request: IncomingMessage) => request.id,
            quietReqLogger: true,
            customAttributeKeys: { reqId: 'correlationId' },
            autoLogging: { ignore: (request: IncomingMessage) => !isApiRequest(request) },
            customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
              error || response.statusCode >= 500 ? 'error' : 'info',
            serializers: { req: describeRequest, res: describeResponse, err: describeError },
            // What went wrong has been logged where it was caught.
            customErrorObject: (_request, _response, _error, line: object) => ({ ...line, err: undefined }),
          },
        }),
      ],
    };
  }
}

function isApiRequest(request: IncomingMessage): boolean {
  return request.url?.startsWith('/api/') ?? false;
}

const token = /[A-Za-z0-9_-]{43,}/g;

// Only the path: a query can hold what somebody searched for.
export function describeRequest(request: { method: string; url: string }) {
  return { method: request.method, path: request.url.split('?')[0]?.replace(token, '…') };
}

function describeResponse(response: { statusCode: number | null }) {
  return { status: response.statusCode };
}

/** Not all that hangs on an error: the database's hold the query with its parameters, which are people's data. */
export function describeError(given: unknown) {
  const error = rawOf(given);
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return { type: name, message, stack, code: errorCodeOf(error), constraint };
}

/** pino-http hands on its own description of an error, which keeps the error itself as `raw`. */
function rawOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'raw' in given ? given.raw : given;
}
