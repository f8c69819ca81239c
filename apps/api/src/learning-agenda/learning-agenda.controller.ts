import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { LearningAgendaService } from './learning-agenda.service.ts';
import { LearningQuestionLinksService } from './learning-question-links.service.ts';
import { LearningQuestionStatesService } from './learning-question-states.service.ts';

@Controller()
export class LearningAgendaController {
  constructor(
    private readonly agenda: LearningAgendaService,
    private readonly states: LearningQuestionStatesService,
    private readonly links: LearningQuestionLinksService,
  ) {}

  @Route(endpoints.getLearningAgenda)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getLearningAgenda>) {
    return this.agenda.get(actor, params.copId);
  }

  @Route(endpoints.createLearningQuestion)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createLearningQuestion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.agenda.create(actor, params.copId, body, origin);
  }

  @Route(endpoints.getLearningQuestion)
  getQuestion(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getLearningQuestion>,
  ) {
    return this.agenda.getQuestion(actor, params.questionId);
  }

  @Route(endpoints.updateLearningQuestion)
  update(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateLearningQuestion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.agenda.update(actor, params.questionId, body, origin);
  }

  @Route(endpoints.rewordLearningQuestion)
  reword(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.rewordLearningQuestion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.agenda.reword(actor, params.questionId, body, origin);
  }

  @Route(endpoints.changeLearningQuestionStatus)
  changeStatus(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.changeLearningQuestionStatus>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.changeStatus(actor, params.questionId, body, origin);
  }

  @Route(endpoints.splitLearningQuestion)
  split(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.splitLearningQuestion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.split(actor, params.questionId, body, origin);
  }

  @Route(endpoints.mergeLearningQuestions)
  merge(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.mergeLearningQuestions>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.states.merge(actor, params.copId, body, origin);
  }

  @Route(endpoints.linkLearningQuestions)
  link(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.linkLearningQuestions>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.links.changeOfCase(actor, params.caseId, body, origin);
  }

  @Route(endpoints.getCaseLearningQuestions)
  ofCase(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getCaseLearningQuestions>,
  ) {
    return this.links.ofCase(actor, params.caseId);
  }

  @Route(endpoints.listLinkableCases)
  linkable(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.listLinkableCases>,
  ) {
    return this.links.linkableCases(actor, params.questionId);
  }

  @Route(endpoints.linkCases)
  linkCases(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.linkCases>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.links.changeOfQuestion(actor, params.questionId, body, origin);
  }
}
