import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row, or none. */
@Entity('platform_logo')
@Check('ck_platform_logo_one', 'id = 1')
export class PlatformLogoEntity {
  @PrimaryColumn('smallint', { default: 1 })
  id: number;

  @Column('text')
  mediaType: string;

  @Column('bytea')
  bytes: Buffer;

  /** Of the bytes; stands in its address, so that browsers see a new logo at once. */
  @Column('text')
  hash: string;
}
