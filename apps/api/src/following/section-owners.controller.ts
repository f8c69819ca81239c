import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { SectionOwnersService } from './section-owners.service.ts';

@Controller()
export class SectionOwnersController {
  constructor(private readonly owners: SectionOwnersService) {}

  @Route(endpoints.tellSectionOwner)
  tell(
    @CurrentActor() actor: Actor,
    @Input() input: EndpointInput<typeof endpoints.tellSectionOwner>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.owners.tell(actor, input, origin);
  }
}
