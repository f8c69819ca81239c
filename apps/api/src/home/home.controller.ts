import { Controller } from '@nestjs/common';
import { endpoints } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { HomeService } from './home.service.ts';

@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Route(endpoints.getHome)
  get(@CurrentActor() actor: Actor) {
    return this.home.get(actor);
  }
}
