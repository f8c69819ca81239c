import { Inject, Injectable } from '@nestjs/common';
import type { PlatformSettings, Readiness, ReadinessCode, ReadinessItem } from '@kring/contracts';
import { isLocal } from '../config/production-check.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { PlatformService } from '../platform/platform.service.ts';
import { ReadinessRepository, type ReadinessFacts } from './readiness.repository.ts';

const demoAddress = '@voorbeeld.nl';
const backupDays = 7;
const dayMs = 24 * 60 * 60 * 1_000;

type Missing = (known: {
  readonly settings: Settings;
  readonly platform: PlatformSettings;
  readonly facts: ReadinessFacts;
}) => boolean | number | Date;

/** What each point looks at; the most important first. A number is how many, a date since when. */
const points: readonly (readonly [ReadinessCode, isUrgent: boolean, Missing])[] = [
  ['address-local', true, ({ settings }) => isLocal(settings.publicUrl)],
  ['secret-generated', true, ({ settings }) => settings.isSecretGenerated],
  ['demo-accounts', true, ({ facts }) => facts.demoPeople],
  ['mail-server', true, ({ settings }) => settings.smtpUrl === undefined],
  ['mail-test', true, ({ platform: { mail } }) => mail.hasServer && mail.testedAt === null],
  ['mail-sender', true, ({ settings }) => /@(?:localhost|[^@]+\.localdomain)$/.test(settings.mailFrom)],
  ['backup-none', true, ({ facts }) => facts.lastBackupAt === null],
  ['backup-old', true, ({ facts: { lastBackupAt } }) => isOld(lastBackupAt) && (lastBackupAt ?? true)],
  ['mails-failed', false, ({ facts }) => facts.failedMails],
  ['one-administrator', false, ({ facts }) => facts.administrators < 2],
  ['people-at-ended', false, ({ facts }) => facts.peopleAtEnded],
  ['notes-nearly-full', false, ({ facts }) => facts.nearlyFullNotes],
  ['no-contact', false, ({ platform }) => platform.contactEmail === null],
  [
    'no-statements',
    false,
    ({ platform }) =>
      platform.operator === null || platform.privacyUrl === null || platform.accessibilityUrl === null,
  ],
];

const isOld = (at: Date | null) => at !== null && Date.now() - at.getTime() > backupDays * dayMs;

/** What is still missing before people's work can depend on this installation, looked up each time. */
@Injectable()
export class ReadinessService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly platform: PlatformService,
    private readonly repository: ReadinessRepository,
  ) {}

  async read(): Promise<Readiness> {
    const known = {
      settings: this.settings,
      platform: await this.platform.current(),
      facts: await this.repository.read(demoAddress),
    };
    const items = points.flatMap(([code, isUrgent, isMissing]): ReadinessItem[] => {
      const found = isMissing(known);
      if (found === false || found === 0) return [];
      const count = typeof found === 'number' ? found : null;
      return [{ code, isUrgent, count, since: found instanceof Date ? found.toISOString() : null }];
    });
    return { items };
  }
}
