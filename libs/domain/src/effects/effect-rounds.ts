/** A cell has private rounds, numbered from 1; `revealedRound` is the last that was shown, 0 for none. */
export interface CellRounds {
  readonly round: number;
  readonly revealedRound: number;
}

/** The one condition under which somebody sees another person's input. */
export function isInputVisible(
  { revealedRound }: Pick<CellRounds, 'revealedRound'>,
  input: { readonly round: number; readonly personId: string },
  askerId: string,
): boolean {
  return input.personId === askerId || input.round <= revealedRound;
}

export function isCollecting({ round, revealedRound }: CellRounds): boolean {
  return round > revealedRound;
}

export function revealed(rounds: CellRounds): CellRounds {
  return { ...rounds, revealedRound: rounds.round };
}

/** A new private round after the one that the person saw; null when that one is not the last, or still open. */
export function reopened(rounds: CellRounds, seenRound: number): CellRounds | null {
  if (rounds.round === seenRound + 1 && isCollecting(rounds)) return rounds;
  if (rounds.round !== seenRound || isCollecting(rounds)) return null;
  return { ...rounds, round: seenRound + 1 };
}
