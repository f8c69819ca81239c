import { errorCodeOf } from '../common/error-code.ts';

const connectionFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Connection exceptions, shutting down or starting up, out of connections. */
const awayStates = /^(08|57P0[1-3]|53300)/;

/** True for an error that says that the database did not answer, rather than that it refused what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCodeOf(error);
  if (code !== undefined && (connectionFaults.has(code) || awayStates.test(code))) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
