import { Injectable } from '@nestjs/common';
import type { BodyPartInput } from '@kring/contracts';
import { anchorAtWords, noteBodyToUpdate } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import * as Y from 'yjs';
import { CommentThreadsService } from '../comments/comment-threads.service.ts';
import { CommentsService } from '../comments/comments.service.ts';
import { NoteNews } from '../following/note-news.service.ts';
import { NotesService } from '../notes/notes.service.ts';
import type { DemoNote, DemoThread } from './demo-content.ts';
import { DemoPasts, growText, momentOf } from './demo-pasts.ts';

const hourMs = 3_600_000;
/** When a note without a past was begun: no later than what people were told of it. */
const begunHoursAgo = 52;

type IdOf = (personKey: string) => string;

/** Adds a note, with what the people of the demo programme say about its text, and returns its id. */
@Injectable()
export class DemoNoteLoader {
  constructor(
    private readonly notes: NotesService,
    private readonly threads: CommentThreadsService,
    private readonly comments: CommentsService,
    private readonly pasts: DemoPasts,
    private readonly news: NoteNews,
  ) {}

  async add(tx: EntityManager, caseId: string, note: DemoNote, idOf: IdOf): Promise<string> {
    const text = note.past ? growText(note.past).update : note.body && noteBodyToUpdate(note.body);
    const personId = idOf(note.createdByKey);
    const createdAt = note.past?.[0] ? momentOf(note.past[0]) : new Date(Date.now() - begunHoursAgo * hourMs);
    const noteId = await this.notes.createIn(tx, { caseId, title: note.title, personId, text, createdAt });
    await this.news.beginSilently(tx, noteId);
    if (note.past) await this.pasts.keep(tx, { id: noteId, title: note.title }, note.past, idOf);
    const doc = new Y.Doc();
    if (text) Y.applyUpdate(doc, text);
    for (const thread of note.threads ?? []) await this.addThread(tx, { noteId, doc, thread, idOf });
    doc.destroy();
    return noteId;
  }

  private async addThread(
    tx: EntityManager,
    { noteId, doc, thread, idOf }: { noteId: string; doc: Y.Doc; thread: DemoThread; idOf: IdOf },
  ): Promise<void> {
    const { kind, quote, comments, resolvedByKey } = thread;
    const [first, ...others] = comments;
    if (!first) return;
    const anchor = quote === undefined ? null : anchorAtWords(doc, quote);
    if (quote !== undefined && !anchor)
      throw new Error(`The demo programme quotes "${quote}", which is not there`);
    const { id } = await this.threads.add(tx, noteId, idOf(first.personKey), {
      requestId: uuidv7(),
      kind,
      anchor,
      body: toBody(first.text, idOf),
    });
    for (const { personKey, text } of others) {
      await this.comments.add(tx, {
        id: uuidv7(),
        threadId: id,
        authorId: idOf(personKey),
        requestId: uuidv7(),
        body: toBody(text, idOf),
      });
    }
    if (resolvedByKey !== undefined) await this.threads.markResolved(tx, id, idOf(resolvedByKey));
  }
}

function toBody(text: string, idOf: IdOf): BodyPartInput[] {
  return text
    .split(/(@\{[\w-]+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const key = /^@\{([\w-]+)\}$/.exec(part)?.[1];
      return key === undefined ? { type: 'text', text: part } : { type: 'mention', personId: idOf(key) };
    });
}
