/**
 * What a network does to a page. The last three do it to whole frames of ours, and to WebSockets alone. A bit that is
 * another one is not among them: TLS ends such a connection, which is a cut.
 */
export const networkFaults = [
  'delay',
  'throttle',
  'cut',
  'truncate',
  'half-open',
  'partition',
  'slow-reader',
  'duplicate',
  'reorder',
  'drop',
] as const;

export type NetworkFault = (typeof networkFaults)[number];
/** `up`: from the page to the server. */
export type Direction = 'up' | 'down';

export interface Weather {
  readonly fault: NetworkFault;
  /** Where only one direction suffers. */
  readonly direction: Direction;
}

/** After these, what a page hears is not in the order in which the server said it. */
export const shuffling: ReadonlySet<string> = new Set<NetworkFault>(['duplicate', 'reorder', 'drop']);
