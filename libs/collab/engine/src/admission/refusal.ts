import type { RefusalCode } from '@kring/collab-protocol';

/** Thrown inside admission alone; says why an update may not come near a document. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}
