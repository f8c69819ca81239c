import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of live texts, their snapshots, and to whom which Yjs client id was given. */
export class LiveTexts1764000200000 implements MigrationInterface {
  readonly name = 'LiveTexts1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_document_updates');
    await runner.query('DROP TABLE document_clients, document_snapshots, document_updates');
  }
}

/**
 * One round trip and one commit for the updates of any number of documents. Sign-ins and documents are locked first,
 * so that what is then read of them holds until the commit: a revoke is either seen here, or waits for us.
 * `members` pairs documents, by their place, with the sign-ins that write in them.
 */
const appendFunction = `
  CREATE FUNCTION append_document_updates(
    document_ids uuid[], generations integer[], access_versions integer[], heads bigint[], counts integer[],
    member_places integer[], member_sessions uuid[],
    update_places integer[], update_seqs bigint[], update_people uuid[], update_offsets integer[],
    update_lengths integer[], content bytea
  ) RETURNS TABLE (place bigint, status text, present_access_version integer, ended_sessions uuid[])
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM login_sessions s WHERE s.id = ANY (member_sessions) ORDER BY s.id FOR SHARE;
    PERFORM 1 FROM documents d WHERE d.id = ANY (document_ids) ORDER BY d.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH ended AS MATERIALIZED (
      SELECT m.place, array_agg(DISTINCT m.session_id) AS sessions
        FROM unnest(member_places, member_sessions) AS m (place, session_id)
       WHERE NOT EXISTS (SELECT 1 FROM login_sessions s
                          WHERE s.id = m.session_id AND s.ended_at IS NULL AND s.expires_at > now())
       GROUP BY m.place
    ), batch AS MATERIALIZED (
      SELECT b.*, d.access_version AS present_version, e.sessions AS ended,
             CASE WHEN d.id IS NULL OR d.generation <> b.generation THEN 'gone'
                  WHEN e.sessions IS NOT NULL THEN 'session-ended'
                  WHEN d.access_version <> b.access_version THEN 'stale-access'
                  WHEN d.head_seq <> b.head THEN 'moved'
                  ELSE 'stored' END AS outcome
        FROM unnest(document_ids, generations, access_versions, heads, counts) WITH ORDINALITY
             AS b (id, generation, access_version, head, amount, place)
        LEFT JOIN documents d ON d.id = b.id
        LEFT JOIN ended e ON e.place = b.place
    ), moved AS (
      UPDATE documents d SET head_seq = b.head + b.amount FROM batch b WHERE d.id = b.id AND b.outcome = 'stored'
    ), appended AS (
      INSERT INTO document_updates (document_id, seq, person_id, bytes)
      SELECT b.id, u.seq, u.person_id, substring(content FROM u.start FOR u.amount)
        FROM unnest(update_places, update_seqs, update_people, update_offsets, update_lengths)
             AS u (place, seq, person_id, start, amount)
        JOIN batch b ON b.place = u.place AND b.outcome = 'stored'
    )
    SELECT b.place, b.outcome, b.present_version, b.ended FROM batch b ORDER BY b.place;
  END $$`;

const up = [
  // No foreign keys: the function that fills it has the document locked, and each would cost more than the row.
  `CREATE TABLE document_updates (
    document_id uuid NOT NULL,
    seq bigint NOT NULL,
    person_id uuid NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_document_updates PRIMARY KEY (document_id, seq)
  )`,
  `CREATE TABLE document_snapshots (
    document_id uuid NOT NULL,
    generation integer NOT NULL,
    up_to bigint NOT NULL,
    bytes bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_document_snapshots PRIMARY KEY (document_id),
    CONSTRAINT fk_document_snapshots_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
  )`,
  `CREATE TABLE document_clients (
    document_id uuid NOT NULL,
    client_id bigint NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_document_clients PRIMARY KEY (document_id, client_id),
    CONSTRAINT fk_document_clients_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CONSTRAINT fk_document_clients_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_document_clients_document_id_person_id ON document_clients (document_id, person_id)`,
  `CREATE INDEX ix_document_clients_person_id ON document_clients (person_id)`,
  appendFunction,
];
