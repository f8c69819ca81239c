import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads beside the text of notes, with comments, mentions and reactions. */
export class Comments1764400010000 implements MigrationInterface {
  readonly name = 'Comments1764400010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comment_reactions, comment_mentions, comments, comment_threads');
  }
}

const up = [
  `CREATE TABLE comment_threads (
    id uuid NOT NULL,
    note_id uuid NOT NULL,
    kind text NOT NULL,
    spans jsonb,
    quote text,
    quote_before text NOT NULL DEFAULT '',
    quote_after text NOT NULL DEFAULT '',
    generation integer NOT NULL,
    seq bigint NOT NULL,
    created_by_id uuid NOT NULL,
    request_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_activity_at timestamptz NOT NULL DEFAULT now(),
    comment_count integer NOT NULL DEFAULT 0,
    resolved_at timestamptz,
    resolved_by_id uuid,
    CONSTRAINT pk_comment_threads PRIMARY KEY (id),
    CONSTRAINT uq_comment_threads_request UNIQUE (created_by_id, request_id),
    CONSTRAINT ck_comment_threads_kind CHECK (kind IN ('remark', 'question', 'required-change')),
    CONSTRAINT ck_comment_threads_anchor CHECK ((spans IS NULL) = (quote IS NULL)),
    CONSTRAINT fk_comment_threads_note FOREIGN KEY (note_id) REFERENCES notes (id),
    CONSTRAINT fk_comment_threads_created_by FOREIGN KEY (created_by_id) REFERENCES people (id),
    CONSTRAINT fk_comment_threads_resolved_by FOREIGN KEY (resolved_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_comment_threads_note_id ON comment_threads (note_id, id)`,
  `CREATE INDEX ix_comment_threads_open ON comment_threads (note_id)
    WHERE resolved_at IS NULL AND comment_count > 0`,
  `CREATE TABLE comments (
    id uuid NOT NULL,
    thread_id uuid NOT NULL,
    author_id uuid NOT NULL,
    request_id uuid NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    removed_at timestamptz,
    removed_by_id uuid,
    is_wiped boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT pk_comments PRIMARY KEY (id),
    CONSTRAINT uq_comments_request UNIQUE (author_id, request_id),
    CONSTRAINT fk_comments_thread FOREIGN KEY (thread_id) REFERENCES comment_threads (id),
    CONSTRAINT fk_comments_author FOREIGN KEY (author_id) REFERENCES people (id),
    CONSTRAINT fk_comments_removed_by FOREIGN KEY (removed_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_comments_thread_id ON comments (thread_id, id)`,
  `CREATE INDEX ix_comments_to_wipe ON comments (removed_at) WHERE removed_at IS NOT NULL AND NOT is_wiped`,
  `CREATE TABLE comment_mentions (
    comment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT pk_comment_mentions PRIMARY KEY (comment_id, person_id),
    CONSTRAINT fk_comment_mentions_comment FOREIGN KEY (comment_id) REFERENCES comments (id),
    CONSTRAINT fk_comment_mentions_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_comment_mentions_person_id ON comment_mentions (person_id)`,
  `CREATE TABLE comment_reactions (
    comment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    reaction text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_comment_reactions PRIMARY KEY (comment_id, person_id, reaction),
    CONSTRAINT ck_comment_reactions_reaction CHECK (reaction IN ('agree', 'thanks', 'good-idea', 'doubt')),
    CONSTRAINT fk_comment_reactions_comment FOREIGN KEY (comment_id) REFERENCES comments (id),
    CONSTRAINT fk_comment_reactions_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
];
