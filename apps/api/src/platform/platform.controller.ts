import { Controller, Req } from '@nestjs/common';
import { platformEndpoints, type EndpointInput } from '@kring/contracts';
import type { Request } from 'express';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { PlatformSettingsService } from './platform-settings.service.ts';
import { PlatformService } from './platform.service.ts';

@Controller()
export class PlatformController {
  constructor(
    private readonly platform: PlatformService,
    private readonly settings: PlatformSettingsService,
  ) {}

  @Route(platformEndpoints.getSettings)
  get() {
    return this.platform.current();
  }

  @Route(platformEndpoints.updateSettings)
  update(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof platformEndpoints.updateSettings>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.settings.update(actor, body, origin);
  }

  @Route(platformEndpoints.setLogo)
  setLogo(@CurrentActor() actor: Actor, @Req() request: Request, @Origin() origin: RequestOrigin) {
    return this.settings.setLogo(actor, request, origin);
  }

  @Route(platformEndpoints.removeLogo)
  removeLogo(@CurrentActor() actor: Actor, @Origin() origin: RequestOrigin) {
    return this.settings.removeLogo(actor, origin);
  }
}
