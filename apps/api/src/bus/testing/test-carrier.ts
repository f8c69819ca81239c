import type { BusCarrier, BusCarrierEvents } from '../bus-carrier.ts';

/** A carrier in the hands of a test: what is sent stands in `sent`, and goes no further. */
export class TestCarrier implements BusCarrier {
  readonly maxBytes = 1_000;
  readonly sent: string[] = [];
  events: BusCarrierEvents | null = null;
  take: () => Promise<void> = () => Promise.resolve();

  start(events: BusCarrierEvents): Promise<void> {
    this.events = events;
    events.up();
    return Promise.resolve();
  }

  async send(payload: string): Promise<void> {
    await this.take();
    this.sent.push(payload);
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
