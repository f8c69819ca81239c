import { Injectable } from '@nestjs/common';
import type { SearchField, SearchHit, SearchKind } from '@kring/contracts';
import { DataSource } from 'typeorm';

/** What is shown of something that was found, and the texts in which its words may stand. */
export interface HitRow {
  readonly id: string;
  readonly title: string;
  readonly cop: SearchHit['cop'];
  readonly case: SearchHit['case'];
  /** Of a learning question. */
  readonly letter?: string;
  readonly texts: Partial<Record<SearchField, string>>;
}

const mostOfText = 60_000;

const copJson = `json_build_object('id', cop.id, 'slug', cop.slug, 'name', cop.name)`;
const caseJson = `json_build_object('id', c.id, 'title', c.title, 'status', c.status)`;

const queries: Readonly<Record<SearchKind, string>> = {
  cop: `
    SELECT cop.id, cop.name AS title, ${copJson} AS cop, NULL AS case,
           json_build_object('question', cop.question,
             'charter', concat_ws(' ', cop.purpose, cop.audience, cop.working_agreements)) AS texts
      FROM cops cop WHERE cop.id = ANY ($1::uuid[])`,
  case: `
    SELECT c.id, c.title, ${copJson} AS cop, ${caseJson} AS case,
           json_build_object('question', c.question, 'region', c.region, 'holder', p.name) AS texts
      FROM cases c JOIN cops cop ON cop.id = c.cop_id JOIN people p ON p.id = c.holder_id
     WHERE c.id = ANY ($1::uuid[])`,
  note: `
    SELECT n.id, n.title, ${copJson} AS cop, ${caseJson} AS case,
           json_build_object('text', left(coalesce(s.text, ''), ${mostOfText})) AS texts
      FROM notes n JOIN cases c ON c.id = n.case_id JOIN cops cop ON cop.id = c.cop_id
      LEFT JOIN settled_documents s ON s.document_id = n.document_id
     WHERE n.id = ANY ($1::uuid[])`,
  'learning-question': `
    SELECT q.id, last.text AS title, ${copJson} AS cop, NULL AS case, q.letter,
           json_build_object('text', concat_ws(' ', q.why, q.tried, q.learned, q.next_step,
             (SELECT string_agg(v.text, ' ' ORDER BY v.number DESC) FROM learning_question_versions v
               WHERE v.question_id = q.id AND v.number < last.number))) AS texts
      FROM learning_questions q JOIN cops cop ON cop.id = q.cop_id
      JOIN LATERAL (SELECT v.number, v.text FROM learning_question_versions v
                     WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1) last ON true
     WHERE q.id = ANY ($1::uuid[])`,
  'library-item': `
    SELECT l.id, l.title, ${copJson} AS cop, NULL AS case,
           json_build_object('description', l.description, 'file', coalesce(l.file_name, l.url)) AS texts
      FROM library_items l JOIN cops cop ON cop.id = l.cop_id
     WHERE l.id = ANY ($1::uuid[])`,
  person: `
    SELECT p.id, p.name AS title, NULL AS cop, NULL AS case,
           json_build_object('job-title', p.job_title, 'organisation', concat_ws(', ', o.name, nullif(o.abbreviation, ''))) AS texts
      FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
     WHERE p.id = ANY ($1::uuid[])`,
};

/** Reads what is shown of things that a search found as the person who asks may see them. */
@Injectable()
export class SearchHitsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async listByIds(found: readonly { kind: SearchKind; id: string }[]): Promise<ReadonlyMap<string, HitRow>> {
    const idsOf = Map.groupBy(found, ({ kind }) => kind);
    const lists = await Promise.all(
      [...idsOf].map(([kind, entries]) =>
        this.dataSource.query<HitRow[]>(queries[kind], [entries.map(({ id }) => id)]),
      ),
    );
    return new Map(lists.flat().map((row) => [row.id, row]));
  }
}
