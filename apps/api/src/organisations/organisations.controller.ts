import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { OrganisationEndsService } from './organisation-ends.service.ts';
import { OrganisationsService } from './organisations.service.ts';

@Controller()
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly ends: OrganisationEndsService,
  ) {}

  @Route(endpoints.listOrganisations)
  list(@CurrentActor() actor: Actor, @Input() { query }: EndpointInput<typeof endpoints.listOrganisations>) {
    return this.organisations.list(actor, query.cursor);
  }

  @Route(endpoints.createOrganisation)
  create(
    @CurrentActor() actor: Actor,
    @Input() { body }: EndpointInput<typeof endpoints.createOrganisation>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.organisations.create(actor, body, origin);
  }

  @Route(endpoints.updateOrganisation)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateOrganisation>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.organisations.update(actor, params.organisationId, body, origin);
  }

  @Route(endpoints.getOrganisation)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getOrganisation>) {
    return this.organisations.page(actor, params.organisationId);
  }

  @Route(endpoints.getOrganisationUse)
  use(@Input() { params }: EndpointInput<typeof endpoints.getOrganisationUse>) {
    return this.ends.use(params.organisationId);
  }

  @Route(endpoints.mergeOrganisation)
  merge(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.mergeOrganisation>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.ends.merge(actor, params.organisationId, body, origin);
  }

  @Route(endpoints.endOrganisation)
  end(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.endOrganisation>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.ends.end(actor, params.organisationId, body.on, origin);
  }

  @Route(endpoints.reopenOrganisation)
  reopen(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.reopenOrganisation>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.ends.reopen(actor, params.organisationId, origin);
  }
}
