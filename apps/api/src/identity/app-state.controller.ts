import { Controller, Inject } from '@nestjs/common';
import { endpoints, type AppState } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Route } from '../common/route.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { version } from '../config/version.ts';
import { PlatformService } from '../platform/platform.service.ts';
import type { Actor } from './actor.ts';
import { PeopleService } from './people.service.ts';
import { SetupService } from './setup.service.ts';

@Controller()
export class AppStateController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly platform: PlatformService,
    private readonly people: PeopleService,
    private readonly setup: SetupService,
  ) {}

  @Route(endpoints.getAppState)
  async getAppState(@CurrentActor() actor: Actor | null): Promise<AppState> {
    const { name, networkName, defaultLanguage, languages, logoPath, ...platform } =
      await this.platform.current();
    return {
      me: actor && (await this.people.getMe(actor.personId)),
      name,
      networkName,
      contactEmail: platform.contactEmail,
      operator: platform.operator,
      privacyUrl: platform.privacyUrl,
      accessibilityUrl: platform.accessibilityUrl,
      defaultLanguage,
      languages,
      logoPath,
      isDemo: this.settings.isDemo,
      needsSetup: await this.setup.isNeeded(),
      version,
    };
  }
}
