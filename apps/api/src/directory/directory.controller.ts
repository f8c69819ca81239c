import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { DirectoryService } from './directory.service.ts';

@Controller()
export class DirectoryController {
  constructor(private readonly directory: DirectoryService) {}

  @Route(endpoints.listDirectory)
  list(@CurrentActor() actor: Actor, @Input() { query }: EndpointInput<typeof endpoints.listDirectory>) {
    return this.directory.list(actor, query);
  }

  @Route(endpoints.getPerson)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getPerson>) {
    return this.directory.get(actor, params.personId);
  }
}
