import type { Language } from '@kring/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row. What is null there is as Kring, or the environment, has it. */
@Entity('platform_settings')
@Check('ck_platform_settings_one', 'id = 1')
@Check('ck_platform_settings_languages', 'default_language = ANY (languages)')
@Check('ck_platform_settings_accent', '(accent_light IS NULL) = (accent_dark IS NULL)')
export class PlatformSettingsEntity {
  @PrimaryColumn('smallint', { default: 1 })
  id: number;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  networkName: string | null;

  @Column('text', { nullable: true })
  contactEmail: string | null;

  @Column('text', { nullable: true })
  operator: string | null;

  @Column('text', { nullable: true })
  privacyUrl: string | null;

  @Column('text', { nullable: true })
  accessibilityUrl: string | null;

  @Column('text', { default: 'nl' })
  defaultLanguage: Language;

  @Column('text', { array: true, default: () => "'{nl,en}'" })
  languages: Language[];

  @Column('text', { nullable: true })
  accentLight: string | null;

  @Column('text', { nullable: true })
  accentDark: string | null;

  /** When a test mail last went out. */
  @Column('timestamptz', { nullable: true })
  mailTestedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
