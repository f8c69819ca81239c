import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';

interface WantedIds {
  readonly documentId: string;
  readonly personId: string;
  readonly count: number;
  readonly resolve: (ids: number[]) => void;
  readonly reject: (error: unknown) => void;
}

// Lower ones are for texts that the server itself writes.
const FIRST_CLIENT_ID = 2 ** 16;
const MAX_CLIENT_ID = 2 ** 32;
const UNIQUE_VIOLATION = '23505';

/** Gives out Yjs client ids, in one commit for all who come together. */
export class ClientIdIssuer {
  readonly #pool: Pool;
  readonly #wanted: WantedIds[] = [];
  #isIssuing = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Ids that nobody had for this document before, on disk. */
  issue(documentId: string, personId: string, count: number): Promise<number[]> {
    return new Promise((resolve, reject) => {
      this.#wanted.push({ documentId, personId, count, resolve, reject });
      if (!this.#isIssuing) void this.#run();
    });
  }

  /** One commit for all who come together: what is asked for meanwhile goes with the next. */
  async #run(): Promise<void> {
    this.#isIssuing = true;
    while (this.#wanted.length > 0) {
      const wanted = this.#wanted.splice(0);
      // One of them may be for a document that has just gone: that is nobody else's failure.
      if (!(await this.#issueTo(wanted)) && wanted.length > 1)
        for (const one of wanted) await this.#issueTo([one]);
    }
    this.#isIssuing = false;
  }

  /** False: it failed, and nobody was told but somebody who was alone. */
  async #issueTo(wanted: readonly WantedIds[]): Promise<boolean> {
    try {
      const issued = await this.#insertClients(wanted);
      wanted.forEach(({ resolve }, i) => resolve(issued[i] ?? []));
      return true;
    } catch (error) {
      if (wanted.length === 1) wanted[0]?.reject(error);
      return false;
    }
  }

  async #insertClients(wanted: readonly WantedIds[]): Promise<number[][]> {
    for (;;) {
      const issued = wanted.map(({ count }) =>
        Array.from({ length: count }, () => randomInt(FIRST_CLIENT_ID, MAX_CLIENT_ID)),
      );
      const rows = wanted.flatMap((one, i) => (issued[i] ?? []).map((id) => ({ ...one, id })));
      try {
        await this.#pool.query({
          name: 'collab-issue-clients',
          text: `INSERT INTO document_clients (document_id, client_id, person_id)
                 SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::uuid[])`,
          values: [
            rows.map(({ documentId }) => documentId),
            rows.map(({ id }) => id),
            rows.map(({ personId }) => personId),
          ],
        });
        return issued;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
