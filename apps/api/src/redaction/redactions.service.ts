import { Injectable } from '@nestjs/common';
import { redactionLimits, type RedactInput, type Redaction } from '@kring/contracts';
import { WordsToRedact } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { WorkerFailedError } from '../common/worker-queue.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { DocumentRedaction } from '../documents/document-redaction.service.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { SearchWords } from '../search/search-words.service.ts';
import { KeptTexts, type Found } from './kept-texts.ts';

/** Ends the transaction of a trial: all of it was done, none of it is kept. */
class TrialOver extends Error {
  constructor(readonly result: Redaction) {
    super('A trial');
  }
}

/** Takes words out of a note for good, from wherever Kring keeps them. */
@Injectable()
export class RedactionsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly documents: DocumentRedaction,
    private readonly kept: KeptTexts,
    private readonly searchWords: SearchWords,
    private readonly audit: AuditService,
    private readonly limits: AttemptLimits,
  ) {}

  async redact(actor: Actor, noteId: string, input: RedactInput, origin: RequestOrigin): Promise<Redaction> {
    await this.limits.spend('redaction', { address: origin.address, account: actor.personId });
    try {
      return await this.transactions.run(async (tx, after) => {
        await this.access.requireNote(actor, noteId, 'note.redact', tx);
        const { result, events } = await this.redactAll(tx, actor, noteId, input.words);
        if (input.isTrial) throw new TrialOver(result);
        const object = { objectType: 'note', objectId: noteId, result: 'done' } as const;
        await this.audit.record(tx, { actor, action: 'note.redact', ...object, origin });
        events.forEach(after);
        return result;
      });
    } catch (error) {
      if (error instanceof TrialOver) return error.result;
      // The text cannot be read, or not in time: nothing was changed.
      if (error instanceof WorkerFailedError) throw new AppError('unavailable');
      throw error;
    }
  }

  private async redactAll(
    tx: EntityManager,
    actor: Actor,
    noteId: string,
    words: readonly string[],
  ): Promise<{ result: Redaction; events: DomainEvent[] }> {
    const clientId = await this.documents.issueClientId(tx, noteId, actor.personId);
    const document = await this.documents.redact(tx, noteId, { words, clientId });
    const found: Found = { words: new WordsToRedact(words), forms: new Set(document?.forms) };
    const versions = await this.kept.redactContents(tx, noteId, { words, clientId }, found.forms);
    const comments = await this.kept.redactComments(tx, noteId, found);
    const titles = await this.kept.redactTitles(tx, noteId, found);
    const forms = [...new Set([...found.forms, ...found.words.forms])];
    await this.searchWords.forget(tx, [...words, ...forms]);
    const result = {
      forms: forms.slice(0, redactionLimits.forms),
      inText: document?.count ?? 0,
      versions,
      comments,
      titles,
    };
    return { result, events: eventsOf(noteId, document) };
  }
}

function eventsOf(
  noteId: string,
  document: { readonly documentId: string; readonly headSeq: number } | null,
): DomainEvent[] {
  const beside: DomainEvent[] = [
    { type: 'note-touched', noteId, topic: 'comments' },
    { type: 'note-touched', noteId, topic: 'versions' },
  ];
  if (!document) return beside;
  const { documentId, headSeq: seq } = document;
  return [
    // The rooms compare themselves with the database, and find the new generation.
    { type: 'access-changed', scope: { noteId } },
    { type: 'document-settled', documentId, noteId, seq, personIds: [] },
    ...beside,
  ];
}
