import { Controller } from '@nestjs/common';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { CurrentActor } from '../common/current-actor.ts';
import { Origin, type RequestOrigin } from '../common/request-context.ts';
import { Input, Route } from '../common/route.ts';
import type { Actor } from '../identity/actor.ts';
import { MentionablesService } from './mentionables.service.ts';
import { NoteExportService } from './note-export.service.ts';
import { NotesService } from './notes.service.ts';

@Controller()
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly mentionables: MentionablesService,
    private readonly exports: NoteExportService,
  ) {}

  @Route(endpoints.getNote)
  get(@CurrentActor() actor: Actor, @Input() { params }: EndpointInput<typeof endpoints.getNote>) {
    return this.notes.get(actor, params.noteId);
  }

  @Route(endpoints.downloadNoteMarkdown)
  downloadMarkdown(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.downloadNoteMarkdown>,
  ) {
    return this.exports.toMarkdown(actor, params.noteId, query.language);
  }

  @Route(endpoints.searchMentionable)
  searchMentionable(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: EndpointInput<typeof endpoints.searchMentionable>,
  ) {
    return this.mentionables.search(actor, params.noteId, query.query);
  }

  @Route(endpoints.updateNote)
  rename(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: EndpointInput<typeof endpoints.updateNote>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.notes.rename(actor, params.noteId, body, origin);
  }

  @Route(endpoints.archiveNote)
  archive(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.archiveNote>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.notes.archive(actor, params.noteId, origin);
  }

  @Route(endpoints.restoreNote)
  restore(
    @CurrentActor() actor: Actor,
    @Input() { params }: EndpointInput<typeof endpoints.restoreNote>,
    @Origin() origin: RequestOrigin,
  ) {
    return this.notes.restore(actor, params.noteId, origin);
  }
}
