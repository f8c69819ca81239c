import { Entity, PrimaryColumn } from 'typeorm';

/** A backup that was made: written by whatever makes them, see docs/operations.md. */
@Entity('backup_records')
export class BackupRecordEntity {
  @PrimaryColumn('timestamptz', { default: () => 'now()' })
  at: Date;
}
