/** What an attempt is counted against. */
export type AttemptTarget = 'account' | 'network' | 'account-network';

export interface AttemptRule {
  readonly by: AttemptTarget;
  readonly points: number;
  readonly seconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const guesses: readonly AttemptRule[] = [
  { by: 'account-network', points: 5, seconds: 15 * minute },
  { by: 'account-network', points: 30, seconds: day },
  { by: 'network', points: 200, seconds: 15 * minute },
  // Many networks against one account. A link by mail still signs the person in.
  { by: 'account', points: 100, seconds: hour },
];
const mails: readonly AttemptRule[] = [
  { by: 'account-network', points: 5, seconds: 15 * minute },
  { by: 'network', points: 60, seconds: 15 * minute },
  { by: 'account', points: 40, seconds: day },
];
// Tokens cannot be guessed: this only bounds the work that somebody can cause.
const tokens: readonly AttemptRule[] = [{ by: 'network', points: 120, seconds: 15 * minute }];

/**
 * From narrow to wide. What a stranger does counts per account *and* network first, so it takes many networks to use
 * up what an account may do, and then one way in by mail is left.
 */
export const attemptRules = {
  'sign-in-password': guesses,
  'confirm-password': guesses,
  'sign-in-link': mails,
  'password-reset': mails,
  'use-token': tokens,
  'set-up': [
    { by: 'network', points: 10, seconds: 15 * minute },
    { by: 'account', points: 100, seconds: hour },
  ],
  invite: [{ by: 'account', points: 100, seconds: hour }],
  'mail-test': [{ by: 'account', points: 20, seconds: hour }],
  // Each works in the one thread that also reads texts at rest, a trial as much as the act.
  redaction: [{ by: 'account', points: 60, seconds: hour }],
  mention: [{ by: 'account', points: 120, seconds: hour }],
} as const satisfies Record<string, readonly AttemptRule[]>;

export type AttemptKind = keyof typeof attemptRules;
