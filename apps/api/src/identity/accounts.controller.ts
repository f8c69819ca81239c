import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import { AccountsService } from './accounts.service.ts';
import type { Actor } from './actor.ts';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Route(endpoints.listAccounts)
  list(@Input() { query }: EndpointInput<typeof endpoints.listAccounts>) {
    return this.accounts.list(query);
  }

  @Route(endpoints.updateAccount)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateAccount>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.accounts.update(actor, params.personId, body, origin);
  }
}
