import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { VersionsService } from './versions.service.ts';
import { VisitsService } from './visits.service.ts';

@Controller()
export class HistoryController {
  constructor(
    private readonly versions: VersionsService,
    private readonly visits: VisitsService,
  ) {}

  @Route(endpoints.listNoteVersions)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.listNoteVersions>,
  ) {
    return this.versions.list(actor, params.noteId, query.before);
  }

  @Route(endpoints.createNoteVersion)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.createNoteVersion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.versions.create(actor, params.noteId, body, origin);
  }

  @Route(endpoints.renameNoteVersion)
  rename(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.renameNoteVersion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.versions.rename(actor, params, body, origin);
  }

  @Route(endpoints.getNoteVersion)
  getContent(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getNoteVersion>,
  ) {
    return this.versions.getContent(actor, params);
  }

  @Route(endpoints.restoreNoteVersion)
  restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.restoreNoteVersion>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.versions.restore(actor, params, origin);
  }

  @Route(endpoints.getNoteText)
  getText(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getNoteText>) {
    return this.visits.getText(actor, params.noteId);
  }

  @Route(endpoints.getLastVisit)
  getLastVisit(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getLastVisit>,
  ) {
    return this.visits.getLast(actor, params.noteId);
  }

  @Route(endpoints.getLastSeenText)
  getLastSeenText(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.getLastSeenText>,
  ) {
    return this.visits.getLastSeenText(actor, params.noteId);
  }

  @Route(endpoints.recordVisit)
  recordVisit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.recordVisit>,
  ) {
    return this.visits.record(actor, params.noteId, body);
  }
}
