import type { MigrationInterface, QueryRunner } from 'typeorm';

/** CoPs with their members, invites and join requests; cases with their notes; and the rows of live texts. */
export class Community1764000100000 implements MigrationInterface {
  readonly name = 'Community1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE notes, documents, cases, cop_join_requests, cop_invites, cop_members, cops',
    );
  }
}

const up = [
  `CREATE TABLE cops (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    question text NOT NULL,
    coordinator_id uuid,
    purpose text NOT NULL DEFAULT '',
    audience text NOT NULL DEFAULT '',
    working_agreements text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_cops PRIMARY KEY (id),
    CONSTRAINT uq_cops_slug UNIQUE (slug),
    CONSTRAINT fk_cops_coordinator FOREIGN KEY (coordinator_id) REFERENCES organisations (id)
  )`,
  `CREATE INDEX ix_cops_coordinator_id ON cops (coordinator_id)`,
  `CREATE TABLE cop_members (
    cop_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_cop_members PRIMARY KEY (cop_id, person_id),
    CONSTRAINT ck_cop_members_role CHECK (role IN ('observer', 'participant', 'facilitator')),
    CONSTRAINT fk_cop_members_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_cop_members_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_cop_members_person_id ON cop_members (person_id)`,
  `CREATE TABLE cop_invites (
    id uuid NOT NULL,
    cop_id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL DEFAULT '',
    role text NOT NULL,
    language text NOT NULL,
    token_hash bytea NOT NULL,
    invited_by_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT pk_cop_invites PRIMARY KEY (id),
    CONSTRAINT uq_cop_invites_token_hash UNIQUE (token_hash),
    CONSTRAINT ck_cop_invites_role CHECK (role IN ('observer', 'participant', 'facilitator')),
    CONSTRAINT ck_cop_invites_email CHECK (email = lower(email)),
    CONSTRAINT fk_cop_invites_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_cop_invites_invited_by FOREIGN KEY (invited_by_id) REFERENCES people (id)
  )`,
  `CREATE UNIQUE INDEX uq_cop_invites_open ON cop_invites (cop_id, email)
    WHERE accepted_at IS NULL AND revoked_at IS NULL`,
  `CREATE INDEX ix_cop_invites_invited_by_id ON cop_invites (invited_by_id)`,
  `CREATE TABLE cop_join_requests (
    id uuid NOT NULL,
    cop_id uuid NOT NULL,
    person_id uuid NOT NULL,
    motivation text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    decision text,
    decided_at timestamptz,
    decided_by_id uuid,
    CONSTRAINT pk_cop_join_requests PRIMARY KEY (id),
    CONSTRAINT ck_cop_join_requests_decision CHECK (decision IN ('accept', 'decline')),
    CONSTRAINT ck_cop_join_requests_decided CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT fk_cop_join_requests_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_cop_join_requests_person FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_cop_join_requests_decided_by FOREIGN KEY (decided_by_id) REFERENCES people (id)
  )`,
  `CREATE UNIQUE INDEX uq_cop_join_requests_open ON cop_join_requests (cop_id, person_id) WHERE decided_at IS NULL`,
  `CREATE INDEX ix_cop_join_requests_person_id ON cop_join_requests (person_id)`,
  `CREATE TABLE cases (
    id uuid NOT NULL,
    cop_id uuid NOT NULL,
    title text NOT NULL,
    question text NOT NULL DEFAULT '',
    region text NOT NULL DEFAULT '',
    holder_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'exploring',
    visibility text NOT NULL,
    is_example boolean NOT NULL DEFAULT false,
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_by_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_cases PRIMARY KEY (id),
    CONSTRAINT ck_cases_status CHECK (status IN ('exploring', 'active', 'concluded')),
    CONSTRAINT ck_cases_visibility CHECK (visibility IN ('private', 'cop', 'all-cops', 'network')),
    CONSTRAINT fk_cases_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_cases_holder FOREIGN KEY (holder_id) REFERENCES people (id),
    CONSTRAINT fk_cases_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_cases_cop_id_updated_at ON cases (cop_id, updated_at, id)`,
  `CREATE INDEX ix_cases_visibility_updated_at ON cases (visibility, updated_at, id)`,
  `CREATE INDEX ix_cases_holder_id ON cases (holder_id)`,
  `CREATE TABLE documents (
    id uuid NOT NULL,
    room text NOT NULL,
    generation integer NOT NULL DEFAULT 1,
    head_seq bigint NOT NULL DEFAULT 0,
    access_version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_documents PRIMARY KEY (id),
    CONSTRAINT uq_documents_room UNIQUE (room)
  )`,
  `CREATE TABLE notes (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    document_id uuid NOT NULL,
    title text NOT NULL,
    created_by_id uuid NOT NULL,
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_notes PRIMARY KEY (id),
    CONSTRAINT uq_notes_document_id UNIQUE (document_id),
    CONSTRAINT fk_notes_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT fk_notes_document FOREIGN KEY (document_id) REFERENCES documents (id),
    CONSTRAINT fk_notes_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_notes_case_id_created_at ON notes (case_id, created_at, id)`,
  `CREATE INDEX ix_notes_created_by_id ON notes (created_by_id)`,
];
