import { Injectable } from '@nestjs/common';
import type { EndpointInput, Language, Note, NoteSummary, endpoints } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { NotesService } from '../notes/notes.service.ts';
import { NoteBeginningsService } from '../templates/note-beginnings.service.ts';
import { CaseAccess } from './case-access.ts';
import { CaseRecorder } from './case-recorder.ts';

type CreateNote = EndpointInput<typeof endpoints.createNote>['body'];

interface FirstNote {
  readonly caseId: string;
  readonly copId: string;
  readonly templateId: string | null;
}

const firstNoteTitle: Readonly<Record<Language, string>> = { nl: 'Casusanalyse', en: 'Case analysis' };

/** The notes that a case begins with, and those that people add. */
@Injectable()
export class CaseNotesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CaseAccess,
    private readonly notes: NotesService,
    private readonly beginnings: NoteBeginningsService,
    private readonly recorder: CaseRecorder,
  ) {}

  async list(caseId: string): Promise<NoteSummary[]> {
    return this.notes.listOfCase(caseId);
  }

  /** The first note of a case that the caller has just made. Its title is in the language of its template. */
  async addFirst(tx: EntityManager, actor: Actor, first: FirstNote, origin: RequestOrigin): Promise<void> {
    const beginning = await this.beginnings.make(tx, first.copId, first.templateId);
    const language = beginning?.language ?? (await this.recorder.languageOf(tx, actor));
    const { caseId } = first;
    const note = { caseId, title: firstNoteTitle[language], personId: actor.personId, text: beginning?.text };
    await this.notes.createIn(tx, note, origin);
  }

  async create(actor: Actor, caseId: string, input: CreateNote, origin: RequestOrigin): Promise<Note> {
    return this.transactions.run(async (tx) => {
      const { copId } = await this.access.requireCase(actor, caseId, 'note.create', tx);
      const beginning = await this.beginnings.make(tx, copId, input.templateId);
      const note = { caseId, title: input.title, personId: actor.personId, text: beginning?.text };
      const id = await this.notes.createIn(tx, note, origin);
      await this.recorder.tellNote(tx, actor, id);
      return this.notes.read(tx, actor, id);
    });
  }
}
