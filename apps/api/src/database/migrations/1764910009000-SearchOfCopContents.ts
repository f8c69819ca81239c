import type { MigrationInterface, QueryRunner } from 'typeorm';
import { relatedChanged, sources } from './1764800000000-Search.ts';

/** Learning questions, by every wording and what was written about them, and what is in libraries, are found too. */
export class SearchOfCopContents1764910009000 implements MigrationInterface {
  readonly name = 'SearchOfCopContents1764910009000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const kinds = (list: string) => [
  'ALTER TABLE search_entries DROP CONSTRAINT ck_search_entries_kind',
  `ALTER TABLE search_entries ADD CONSTRAINT ck_search_entries_kind CHECK (kind IN (${list}))`,
];

/** A question that was dropped, or goes on in others, and what was taken out of a library, count as archived. */
const moreSources = `${sources}
  UNION ALL
  SELECT 'learning-question', q.id, q.cop_id, NULL, last.at, q.status IN ('dropped', 'split', 'merged'), last.text, '',
         concat_ws(' ', q.why, q.tried, q.learned, q.next_step,
           (SELECT string_agg(v.text, ' ' ORDER BY v.number DESC) FROM learning_question_versions v
             WHERE v.question_id = q.id AND v.number < last.number))
    FROM learning_questions q JOIN LATERAL (
      SELECT v.number, v.text, v.at FROM learning_question_versions v
       WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1) last ON true
  UNION ALL
  SELECT 'library-item', l.id, l.cop_id, NULL, l.created_at, l.removed_at IS NOT NULL, l.title, l.description,
         coalesce(l.file_name, l.url, '')
    FROM library_items l`.replace('CREATE VIEW', 'CREATE OR REPLACE VIEW');

/** A learning question has its wordings elsewhere. */
const moreRelated = relatedChanged.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION').replace(
  '    ELSE\n',
  `    ELSIF TG_ARGV[0] = 'wording' THEN
      PERFORM search_refresh('learning-question', ARRAY[NEW.question_id]);
    ELSE\n`,
);

const own = [
  ['learning_questions', 'learning-question', 'status, why, tried, learned, next_step'],
  ['library_items', 'library-item', 'title, description, url, removed_at'],
] as const;
const nameOf = (kind: string) => `search_${kind.replace('-', '_')}`;

const up = [
  ...kinds(`'cop', 'case', 'note', 'person', 'learning-question', 'library-item'`),
  moreSources,
  moreRelated,
  ...own.map(
    ([table, kind, columns]) =>
      `CREATE TRIGGER ${nameOf(kind)} AFTER INSERT OR DELETE OR UPDATE OF ${columns} ON ${table}
         FOR EACH ROW EXECUTE FUNCTION search_changed('${kind}')`,
  ),
  `CREATE TRIGGER search_wording AFTER INSERT OR UPDATE OF text ON learning_question_versions
     FOR EACH ROW EXECUTE FUNCTION search_related_changed('wording')`,
  ...own.map(([table, kind]) => `SELECT search_refresh('${kind}', ARRAY(SELECT id FROM ${table}))`),
];

const down = [
  'DROP TRIGGER search_wording ON learning_question_versions',
  ...own.map(([table, kind]) => `DROP TRIGGER ${nameOf(kind)} ON ${table}`),
  `DELETE FROM search_entries WHERE kind IN ('learning-question', 'library-item')`,
  relatedChanged.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'),
  'DROP VIEW search_sources',
  sources,
  ...kinds(`'cop', 'case', 'note', 'person'`),
];
