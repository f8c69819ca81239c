/** Injection token of the `BusCarrier` that the settings ask for. */
export const BUS_CARRIER = Symbol('BusCarrier');

export interface BusCarrierEvents {
  message(payload: string): void;
  /** From now on messages come through. */
  up(): void;
  /** Messages are lost until it is up again, which it tries by itself. */
  down(): void;
}

/** Brings short messages to every process of this installation, the sender included. Keeps none. */
export interface BusCarrier {
  /** Most bytes of one message. */
  readonly maxBytes: number;
  /** Resolves when it is up, or could not be brought up at once. */
  start(events: BusCarrierEvents): Promise<void>;
  send(payload: string): Promise<void>;
  stop(): Promise<void>;
}
