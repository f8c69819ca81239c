import type { ErrorCode, FieldError } from '@kring/contracts';

/** What the web adds to the server's codes: the network failed, or the answer was not one of ours. */
export type ApiErrorCode = ErrorCode | 'offline' | 'bad-answer';

/** The one error that `call` throws. `code` has a text in every language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly fieldErrors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;
  /** Names the request in the server's log; shown with unexpected errors. */
  readonly correlationId: string | null;

  constructor(
    code: ApiErrorCode,
    extra: {
      fieldErrors?: readonly FieldError[];
      retryAfterSeconds?: number | undefined;
      correlationId?: string;
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: extra.cause });
    this.code = code;
    this.fieldErrors = extra.fieldErrors ?? [];
    this.retryAfterSeconds = extra.retryAfterSeconds ?? null;
    this.correlationId = extra.correlationId ?? null;
  }
}

export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'offline' || error.code === 'unavailable');
}

/** Any thrown thing as an `ApiError`, so that one place can show it. */
export function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('bad-answer', { cause: error });
}
