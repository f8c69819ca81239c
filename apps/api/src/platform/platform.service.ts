import { Inject, Injectable } from '@nestjs/common';
import type { FixableSetting, PlatformSettings } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { PlatformSettingsRepository, type PlatformRow } from './platform-settings.repository.ts';

export interface PlatformLogo {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const ownName = 'Kring';
const ownNetworkName = 'Nationaal Netwerk Brede Welvaart';

/** The settings that hold now: the environment's, else the administrators', else Kring's own. */
@Injectable()
export class PlatformService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly repository: PlatformSettingsRepository,
  ) {}

  async current(tx?: EntityManager): Promise<PlatformSettings> {
    return this.toSettings(await this.repository.read(tx));
  }

  /** What stands in the place of Kring's own logo; null for that one. */
  async logo(): Promise<PlatformLogo | null> {
    return this.repository.readLogo();
  }

  async markMailTested(tx: EntityManager): Promise<void> {
    await this.repository.markMailTested(tx);
  }

  private toSettings(row: PlatformRow): PlatformSettings {
    const { fixedName, fixedNetworkName, smtpUrl, mailFrom } = this.settings;
    return {
      version: row.version,
      name: fixedName ?? row.name ?? ownName,
      networkName: fixedNetworkName ?? row.networkName ?? ownNetworkName,
      contactEmail: row.contactEmail,
      operator: row.operator,
      privacyUrl: row.privacyUrl,
      accessibilityUrl: row.accessibilityUrl,
      defaultLanguage: row.defaultLanguage,
      languages: row.languages,
      accent:
        row.accentLight !== null && row.accentDark !== null
          ? { light: row.accentLight, dark: row.accentDark }
          : null,
      logoPath: row.logoHash === null ? null : `/api/logo?v=${row.logoHash}`,
      fixed: this.fixed,
      mail: {
        hasServer: smtpUrl !== undefined,
        sender: mailFrom,
        testedAt: row.mailTestedAt?.toISOString() ?? null,
      },
    };
  }

  /** What the environment decides on. */
  get fixed(): FixableSetting[] {
    const fixed: FixableSetting[] = [];
    if (this.settings.fixedName !== undefined) fixed.push('name');
    if (this.settings.fixedNetworkName !== undefined) fixed.push('networkName');
    return fixed;
  }
}
