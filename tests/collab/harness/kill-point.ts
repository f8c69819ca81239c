/** Moments at which the API can be made to kill itself, in the order in which an edit passes them. */
export const killPoints = [
  'after-commit',
  'after-ack',
  'before-snapshot',
  'during-snapshot',
  'after-snapshot',
] as const;

export type KillPoint = (typeof killPoints)[number];

export type KillOrder = {
  readonly killAt: KillPoint;
  /** How often the moment passes before. */
  readonly after: number;
};
