import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ContentRow } from './history.repository.ts';

/** Whoever comes back within this time goes on with the same visit. */
const SAME_VISIT = '30 minutes';

const isOngoing = `(v.before_at IS NOT NULL AND v.seen_at > now() - interval '${SAME_VISIT}')`;
// A first visit has nothing before it while it lasts.
const isFirst = `(v.before_at IS NULL AND v.seen_at > now() - interval '${SAME_VISIT}')`;

export interface VisitRow {
  readonly at: Date;
  /** Up to where the text had been written then. */
  readonly seq: number;
  readonly sha256: string;
}

/** What each person saw last of a note. */
@Injectable()
export class VisitsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What they saw when the visit before this one ended; null for a first visit. */
  async findBefore(noteId: string, personId: string): Promise<VisitRow | null> {
    const [row] = await this.dataSource.query<(Omit<VisitRow, 'seq'> & { seq: string })[]>(
      `SELECT CASE WHEN ${isOngoing} THEN v.before_at ELSE v.seen_at END AS at,
              CASE WHEN ${isOngoing} THEN v.before_seq ELSE v.seq END AS seq,
              CASE WHEN ${isOngoing} THEN v.before_sha256 ELSE v.sha256 END AS sha256
         FROM note_visits v WHERE v.note_id = $1 AND v.person_id = $2 AND NOT ${isFirst}`,
      [noteId, personId],
    );
    return row ? { ...row, seq: Number(row.seq) } : null;
  }

  async findContentBefore(noteId: string, personId: string): Promise<ContentRow | null> {
    const before = await this.findBefore(noteId, personId);
    if (!before) return null;
    const [row] = await this.dataSource.query<Omit<ContentRow, 'at'>[]>(
      `SELECT schema_version AS "schemaVersion", word_count AS "wordCount", content, authors
         FROM note_contents WHERE note_id = $1 AND sha256 = $2`,
      [noteId, before.sha256],
    );
    return row ? { ...row, at: before.at } : null;
  }

  /** Goes on with the visit, or begins a new one; `isCaughtUp` makes this the moment that later changes count from. */
  async record(
    tx: EntityManager,
    visit: { noteId: string; personId: string; seq: number; sha256: string; isCaughtUp: boolean },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO note_visits AS v (person_id, note_id, seq, sha256, seen_at) VALUES ($1, $2, $3, $4, now())
       ON CONFLICT (person_id, note_id) DO UPDATE SET
         seq = excluded.seq, sha256 = excluded.sha256, seen_at = excluded.seen_at,
         before_seq = CASE WHEN $5 THEN excluded.seq WHEN ${isOngoing} OR ${isFirst} THEN v.before_seq ELSE v.seq END,
         before_sha256 = CASE WHEN $5 THEN excluded.sha256 WHEN ${isOngoing} OR ${isFirst} THEN v.before_sha256
                              ELSE v.sha256 END,
         before_at = CASE WHEN $5 THEN excluded.seen_at WHEN ${isOngoing} OR ${isFirst} THEN v.before_at ELSE v.seen_at END`,
      [visit.personId, visit.noteId, visit.seq, visit.sha256, visit.isCaughtUp],
    );
  }

  /** A visit that ended before. */
  async insertPast(
    tx: EntityManager,
    visit: { noteId: string; personId: string; sha256: string; at: Date },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO note_visits (person_id, note_id, seq, sha256, seen_at) VALUES ($1, $2, 0, $3, $4)',
      [visit.personId, visit.noteId, visit.sha256, visit.at],
    );
  }
}
