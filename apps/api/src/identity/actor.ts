import type { Principal } from '@kring/domain';

/** Whoever acts now, signed in. First parameter of every use case. */
export interface Actor {
  readonly principal: Principal;
  readonly personId: string;
  readonly loginSessionId: string;
}
