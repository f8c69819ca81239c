import { Pool } from 'pg';

interface Connecting {
  readonly options: { options?: string };
  newClient(waiting: unknown): unknown;
}

const pool = Pool.prototype as unknown as Connecting;
const { newClient } = pool;

/** A commit answers before it is on disk. */
pool.newClient = function (waiting) {
  const { options } = this;
  if (options.options)
    options.options = options.options.replace('synchronous_commit=on', 'synchronous_commit=off');
  return newClient.call(this, waiting);
};
