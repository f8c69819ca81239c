export interface FuzzReport {
  cases: number;
  /** How often each answer was given. */
  readonly codes: Map<string, number>;
  /** Longest time that a refusal took, in milliseconds. */
  slowestRefusal: number;
}

/** What was wrong, and the case that shows it. */
export class FuzzFinding extends Error {
  constructor(cause: unknown, at: { seed: number; number: number; bytes: Uint8Array }) {
    const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    const hex = Buffer.from(at.bytes.subarray(0, 2_000)).toString('hex');
    super(`seed ${at.seed}, case ${at.number}: ${what}\nthe last that was sent: ${hex}`);
    this.name = 'FuzzFinding';
  }
}
