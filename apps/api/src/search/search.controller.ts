import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { SearchService } from './search.service.ts';

@Controller()
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Route(endpoints.search)
  search(@CurrentActor() actor: Actor, @Input() { query }: EndpointInput<typeof endpoints.search>) {
    return this.searching.search(actor, query);
  }

  @Route(endpoints.searchTitles)
  async searchTitles(
    @CurrentActor() actor: Actor,
    @Input() { query }: EndpointInput<typeof endpoints.searchTitles>,
  ) {
    return { items: await this.searching.searchTitles(actor, query.q) };
  }
}
