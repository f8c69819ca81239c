import type { RefusalCode } from '@kring/collab-protocol';
import { type Part, structOf } from './forge.ts';

/** Where a hostile update lands. Both people have at least two characters on disk, at the root `body`. */
export interface Target {
  /** Client id of the attacker, and the clock that its next struct gets. */
  readonly own: number;
  readonly ownClock: number;
  /** Client id of a victim, and the clock that its next struct gets. */
  readonly other: number;
  readonly otherClock: number;
}

export interface HostileUpdate {
  /** Begins with the rule of SPEC.md that it breaks. */
  readonly name: string;
  readonly code: RefusalCode;
  make(target: Target): Uint8Array;
}

/** Kinds of content, as a struct names them. */
export const TEXT = 4;
export const FORMAT = 6;
export const TYPE = 7;
export const ANY = 8;

/** The attacker's next struct, of this content. */
export const next =
  (...struct: Part[]) =>
  ({ own, ownClock }: Target): Uint8Array =>
    structOf(own, ownClock, ...struct);
