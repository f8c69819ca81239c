import { Injectable } from '@nestjs/common';
import { attachmentLimits } from '@kring/contracts';
import { DataSource } from 'typeorm';

export interface ReadinessFacts {
  readonly failedMails: number;
  readonly administrators: number;
  readonly demoPeople: number;
  readonly peopleAtEnded: number;
  readonly nearlyFullNotes: number;
  readonly lastBackupAt: Date | null;
}

const nearlyFull = 0.9 * attachmentLimits.bytesPerNote;

@Injectable()
export class ReadinessRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** `demoAddress` ends the addresses of made-up people. */
  async read(demoAddress: string): Promise<ReadinessFacts> {
    const [facts] = await this.dataSource.query<ReadinessFacts[]>(
      `SELECT
        (SELECT count(*)::int FROM outbox_mails WHERE state = 'failed') AS "failedMails",
        (SELECT count(*)::int FROM people WHERE platform_role = 'administrator' AND disabled_at IS NULL)
          AS administrators,
        (SELECT count(*)::int FROM people WHERE disabled_at IS NULL AND right(email, length($1)) = $1) AS "demoPeople",
        (SELECT count(*)::int FROM people p JOIN organisations o ON o.id = p.organisation_id
          WHERE o.ended_on IS NOT NULL AND p.disabled_at IS NULL) AS "peopleAtEnded",
        (SELECT count(*)::int FROM
          (SELECT 1 FROM attachments GROUP BY note_id HAVING sum(size) > $2) full_notes) AS "nearlyFullNotes",
        (SELECT max(at) FROM backup_records) AS "lastBackupAt"`,
      [demoAddress, nearlyFull],
    );
    if (!facts) throw new Error('A query without a condition answered nothing');
    return facts;
  }
}
