import { Controller } from '@nestjs/common';
import { endpoints, type Done, type EndpointInput } from '@kring/contracts';
import { CaseAccess } from '../cases/case-access.ts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import { CopAccess } from '../cops/cop-access.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { FollowsService } from '../notifications/follows.service.ts';
import { NotificationLists } from '../notifications/notification-lists.service.ts';
import { MentionsService } from './mentions.service.ts';

const done: Done = { done: true };

@Controller()
export class FollowingController {
  constructor(
    private readonly cops: CopAccess,
    private readonly cases: CaseAccess,
    private readonly notes: NoteAccess,
    private readonly follows: FollowsService,
    private readonly lists: NotificationLists,
    private readonly mentions: MentionsService,
  ) {}

  @Route(endpoints.listFollows)
  list(@CurrentActor() actor: Actor) {
    return this.follows.list(actor);
  }

  @Route(endpoints.followCop)
  async followCop(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.followCop>,
  ) {
    await this.cops.requireCop(actor, params.copId, 'cop.read');
    return this.follows.set(actor, 'cop', params.copId, body.isFollowing);
  }

  @Route(endpoints.followCase)
  async followCase(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.followCase>,
  ) {
    await this.cases.requireCase(actor, params.caseId, 'case.read');
    return this.follows.set(actor, 'case', params.caseId, body.isFollowing);
  }

  @Route(endpoints.followNote)
  async followNote(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.followNote>,
  ) {
    await this.notes.requireNote(actor, params.noteId, 'note.read');
    return this.follows.set(actor, 'note', params.noteId, body.isFollowing);
  }

  @Route(endpoints.markNoteNotifications)
  async markNoteNotifications(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.markNoteNotifications>,
  ) {
    await this.notes.requireNote(actor, params.noteId, 'note.read');
    await this.lists.visit(actor, { noteId: params.noteId });
    return done;
  }

  @Route(endpoints.markCaseNotifications)
  async markCaseNotifications(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.markCaseNotifications>,
  ) {
    await this.cases.requireCase(actor, params.caseId, 'case.read');
    await this.lists.visit(actor, { caseId: params.caseId });
    return done;
  }

  @Route(endpoints.markEffectsNotifications)
  async markEffectsNotifications(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.markEffectsNotifications>,
  ) {
    await this.cases.requireCase(actor, params.caseId, 'effect.read');
    await this.lists.visitEffects(actor, params.caseId);
    return done;
  }

  @Route(endpoints.mentionPerson)
  mention(
    @CurrentActor() actor: Actor,
    @Input() input: EndpointInput<typeof endpoints.mentionPerson>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.mentions.mention(actor, input, origin);
  }
}
