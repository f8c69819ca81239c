import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A lighter way to append: it answers only for what it did not store, and where everything is stored it neither gathers
 * reasons nor plans for them. The earlier function stays for processes of the version before this one.
 */
export class LeanAppend1764910010000 implements MigrationInterface {
  readonly name = 'LeanAppend1764910010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(storeFunction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION store_document_updates');
  }
}

/**
 * One round trip and one commit for the updates of any number of documents. Sign-ins and documents are locked first,
 * so that what is then read of them holds until the commit: a revoke is either seen here, or waits for us. Several
 * documents are locked in one order, so that two processes never wait for each other. `members` pairs documents, by
 * their place, with the sign-ins that write in them; `sessions` are these sign-ins, each once.
 */
const storeFunction = `
  CREATE FUNCTION store_document_updates(
    document_ids uuid[], generations integer[], access_versions integer[], heads bigint[], counts integer[],
    sessions uuid[], member_places integer[], member_sessions uuid[],
    update_places integer[], update_seqs bigint[], update_people uuid[], update_offsets integer[],
    update_lengths integer[], content bytea
  ) RETURNS TABLE (place integer, status text, present_access_version integer, ended_sessions uuid[])
  LANGUAGE plpgsql AS $$
  DECLARE
    barred integer[] := '{}';
    stored integer[];
  BEGIN
    IF (SELECT count(*) FROM (
          SELECT FROM login_sessions s WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now()
           ORDER BY s.id FOR SHARE) alive) < cardinality(sessions) THEN
      SELECT array_agg(m.place) INTO barred FROM unnest(member_places, member_sessions) AS m (place, session_id)
       WHERE NOT EXISTS (SELECT FROM login_sessions s
                          WHERE s.id = m.session_id AND s.ended_at IS NULL AND s.expires_at > now());
    END IF;
    IF cardinality(document_ids) > 1 THEN
      PERFORM FROM documents d WHERE d.id = ANY (document_ids) ORDER BY d.id FOR NO KEY UPDATE;
    END IF;
    WITH moved AS (
      UPDATE documents d SET head_seq = b.head + b.amount
        FROM unnest(document_ids, generations, access_versions, heads, counts) WITH ORDINALITY
             AS b (id, generation, access_version, head, amount, place)
       WHERE d.id = b.id AND d.generation = b.generation AND d.access_version = b.access_version
         AND d.head_seq = b.head AND b.place <> ALL (barred)
      RETURNING b.place)
    SELECT coalesce(array_agg(m.place), '{}') INTO stored FROM moved m;
    INSERT INTO document_updates (document_id, seq, person_id, bytes)
    SELECT document_ids[u.place], u.seq, u.person_id, substring(content FROM u.start FOR u.amount)
      FROM unnest(update_places, update_seqs, update_people, update_offsets, update_lengths)
           AS u (place, seq, person_id, start, amount)
     WHERE u.place = ANY (stored);
    IF cardinality(stored) = cardinality(document_ids) THEN
      RETURN;
    END IF;
    RETURN QUERY
    SELECT b.place::integer,
           CASE WHEN d.id IS NULL OR d.generation <> b.generation THEN 'gone'
                WHEN e.sessions IS NOT NULL THEN 'session-ended'
                WHEN d.access_version <> b.access_version THEN 'stale-access'
                ELSE 'moved' END,
           d.access_version, e.sessions
      FROM unnest(document_ids, generations, access_versions) WITH ORDINALITY AS b (id, generation, access_version, place)
      LEFT JOIN documents d ON d.id = b.id
      LEFT JOIN (SELECT m.place, array_agg(DISTINCT m.session_id) AS sessions
                   FROM unnest(member_places, member_sessions) AS m (place, session_id)
                  WHERE NOT EXISTS (SELECT FROM login_sessions s
                                     WHERE s.id = m.session_id AND s.ended_at IS NULL AND s.expires_at > now())
                  GROUP BY m.place) e ON e.place = b.place
     WHERE b.place <> ALL (stored);
  END $$`;
