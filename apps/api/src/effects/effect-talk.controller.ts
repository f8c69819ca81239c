import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { EffectProposalsService } from './effect-proposals.service.ts';
import { EffectTalkService } from './effect-talk.service.ts';

/** What is noted after a reveal: agreed cells, links, knowledge gaps. */
@Controller()
export class EffectTalkController {
  constructor(
    private readonly talk: EffectTalkService,
    private readonly proposals: EffectProposalsService,
  ) {}

  @Route(endpoints.noteEffect)
  note(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.noteEffect>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.talk.note(actor, params.cellId, body, origin);
  }

  @Route(endpoints.addEffectLink)
  addLink(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.addEffectLink>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.talk.addLink(actor, params.caseId, body, origin);
  }

  @Route(endpoints.updateEffectLink)
  updateLink(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateEffectLink>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.talk.updateLink(actor, params.linkId, body, origin);
  }

  @Route(endpoints.addKnowledgeGap)
  addGap(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.addKnowledgeGap>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.talk.addGap(actor, params.cellId, body, origin);
  }

  @Route(endpoints.proposeLearningQuestion)
  propose(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.proposeLearningQuestion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.proposals.propose(actor, params.gapId, origin);
  }

  @Route(endpoints.updateKnowledgeGap)
  updateGap(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateKnowledgeGap>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.talk.updateGap(actor, params.gapId, body, origin);
  }
}
