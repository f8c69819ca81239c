import type { MailFailure } from '@kring/contracts';
import { errorCodeOf } from '../common/error-code.ts';
import { withoutTokens } from './without-tokens.ts';

const longestAnswer = 300;

/** By the codes of nodemailer and of Node. */
const reasonsOfCodes: Readonly<Record<string, MailFailure['reason']>> = {
  ECONNECTION: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EDNS: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ESOCKET: 'unreachable',
  ETIMEDOUT: 'too-slow',
  ETLS: 'not-secure',
  EAUTH: 'not-signed-in',
  ENOAUTH: 'not-signed-in',
  EMESSAGE: 'message-refused',
};

/** Why a mail did not go out, in a form that can be told: nothing of its text, and no token. */
export function toMailFailure(error: unknown): MailFailure {
  const answer = answerOf(error)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return { reason: reasonOf(error), answer: withoutTokens(answer).slice(0, longestAnswer) };
}

function reasonOf(error: unknown): MailFailure['reason'] {
  const code = errorCodeOf(error);
  if (code === 'EENVELOPE') return isAboutSender(error) ? 'sender-refused' : 'recipient-refused';
  if (code === 'ESOCKET' && /certificate|ssl|tls/i.test(answerOf(error))) return 'not-secure';
  return (code !== undefined && reasonsOfCodes[code]) || 'unknown';
}

function isAboutSender(error: unknown): boolean {
  return error instanceof Error && 'command' in error && String(error.command).startsWith('MAIL FROM');
}

function answerOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'response' in error && typeof error.response === 'string' ? error.response : error.message;
}
