import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { EffectRoundsService } from './effect-rounds.service.ts';
import { EffectsService } from './effects.service.ts';

/** The matrix, its options and its private rounds. */
@Controller()
export class EffectsController {
  constructor(
    private readonly effects: EffectsService,
    private readonly rounds: EffectRoundsService,
  ) {}

  @Route(endpoints.getEffects)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getEffects>) {
    return this.effects.get(actor, params.caseId);
  }

  @Route(endpoints.getEffectsStamp)
  getStamp(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getEffectsStamp>,
  ) {
    return this.effects.getStamp(actor, params.caseId);
  }

  @Route(endpoints.startEffects)
  start(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.startEffects>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.effects.start(actor, params.caseId, body.frameworkId, origin);
  }

  @Route(endpoints.askForEffects)
  ask(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.askForEffects>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.rounds.ask(actor, params.caseId, origin);
  }

  @Route(endpoints.revealEffects)
  reveal(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.revealEffects>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.rounds.reveal(actor, params.caseId, body.optionId, origin);
  }

  @Route(endpoints.addEffectOption)
  addOption(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.addEffectOption>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.effects.addOption(actor, params.caseId, body, origin);
  }

  @Route(endpoints.updateEffectOption)
  updateOption(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateEffectOption>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.effects.updateOption(actor, params.optionId, body, origin);
  }

  @Route(endpoints.getEffectCellInputs)
  getInputs(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getEffectCellInputs>,
  ) {
    return this.rounds.getInputs(actor, params.cellId);
  }

  @Route(endpoints.saveEffectInput)
  saveInput(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.saveEffectInput>,
  ) {
    return this.rounds.saveInput(actor, params.cellId, body);
  }

  @Route(endpoints.revealEffectCell)
  revealCell(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.revealEffectCell>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.rounds.revealCell(actor, params.cellId, origin);
  }

  @Route(endpoints.reopenEffectCell)
  reopen(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.reopenEffectCell>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.rounds.reopen(actor, params.cellId, body.round, origin);
  }
}
