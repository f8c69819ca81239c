import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { CaseFacetsService } from './case-facets.service.ts';
import { CaseNotesService } from './case-notes.service.ts';
import { CaseStatesService } from './case-states.service.ts';
import { CasesService } from './cases.service.ts';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly states: CaseStatesService,
    private readonly notes: CaseNotesService,
    private readonly facets: CaseFacetsService,
  ) {}

  @Route(endpoints.listCases)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: EndpointInput<typeof endpoints.listCases>) {
    return this.cases.listOfCop(actor, params.copId, query);
  }

  @Route(endpoints.countCases)
  count(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.countCases>,
  ) {
    return this.facets.countOfCop(actor, params.copId, query);
  }

  @Route(endpoints.createCase)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createCase>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.cases.create(actor, params.copId, body, origin);
  }

  @Route(endpoints.getCase)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getCase>) {
    return this.cases.get(actor, params.caseId);
  }

  @Route(endpoints.updateCase)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateCase>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.cases.update(actor, params.caseId, body, origin);
  }

  @Route(endpoints.changeCaseStatus)
  changeStatus(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.changeCaseStatus>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.changeStatus(actor, params.caseId, body.status, origin);
  }

  @Route(endpoints.changeCaseVisibility)
  changeVisibility(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.changeCaseVisibility>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.changeVisibility(actor, params.caseId, body, origin);
  }

  @Route(endpoints.archiveCase)
  archive(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.archiveCase>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.archive(actor, params.caseId, origin);
  }

  @Route(endpoints.restoreCase)
  restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.restoreCase>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.restore(actor, params.caseId, origin);
  }

  @Route(endpoints.createNote)
  createNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createNote>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.notes.create(actor, params.caseId, body, origin);
  }
}
