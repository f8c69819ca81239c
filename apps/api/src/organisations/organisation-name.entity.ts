import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.ts';

/** A name that an organisation had before. */
@Entity('organisation_names')
export class OrganisationNameEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisation_names_organisation', onDelete: 'CASCADE' })
  organisationId: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { default: () => 'now()' })
  until: Date;
}
