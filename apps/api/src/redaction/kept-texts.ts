import { Injectable } from '@nestjs/common';
import { commentLimits, redactionLimits } from '@kring/contracts';
import type { WordsToRedact } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { DocumentRedaction } from '../documents/document-redaction.service.ts';
import { RedactionRepository, type TitleRow } from './redaction.repository.ts';

export interface Found {
  readonly words: WordsToRedact;
  /** How the words are written where another thread looked for them. */
  readonly forms: Set<string>;
}

/** Takes words out of what is kept beside the live text of a note. Each tells how many places it changed. */
@Injectable()
export class KeptTexts {
  constructor(
    private readonly kept: RedactionRepository,
    private readonly documents: DocumentRedaction,
  ) {}

  async redactContents(
    tx: EntityManager,
    noteId: string,
    by: { readonly words: readonly string[]; readonly clientId: number },
    forms: Set<string>,
  ): Promise<number> {
    let count = 0;
    for (const sha256 of await this.kept.listContents(tx, noteId)) {
      const row = await this.kept.findContent(tx, noteId, sha256);
      const redacted = row && (await this.documents.redactContent({ ...by, ...row }));
      if (!redacted) continue;
      for (const form of redacted.forms) forms.add(form);
      count += await this.kept.replaceContent(tx, noteId, row, redacted);
    }
    return count;
  }

  async redactComments(tx: EntityManager, noteId: string, { words }: Found): Promise<number> {
    let count = 0;
    for (const { id, quote } of await this.kept.listThreads(tx, noteId)) {
      const redacted = quote === null ? null : withoutCutWord(words.redact(quote), quote);
      if (redacted === quote) continue;
      await this.kept.changeQuote(tx, { id, quote: redacted });
      count += quote !== null && words.isIn(quote) ? 1 : 0;
    }
    await this.kept.forgetSurroundings(tx, noteId);
    for (const { id, body } of await this.kept.listComments(tx, noteId)) {
      const redacted = body.map((part) =>
        'text' in part ? { ...part, text: words.redact(part.text) } : part,
      );
      if (JSON.stringify(redacted) === JSON.stringify(body)) continue;
      await this.kept.changeComment(tx, { id, body: redacted });
      count += 1;
    }
    return count;
  }

  async redactTitles(tx: EntityManager, noteId: string, { words }: Found): Promise<number> {
    let count = 0;
    for (const row of await this.kept.listTitles(tx, noteId)) {
      const redacted: TitleRow = {
        ...row,
        title: words.redact(row.title),
        name: row.name === null ? null : words.redact(row.name),
        description: words.redact(row.description),
      };
      if (JSON.stringify(redacted) === JSON.stringify(row)) continue;
      await this.kept.changeTitle(tx, redacted);
      count += 1;
    }
    return count;
  }
}

/** A long quote was cut when it was made, perhaps within words that must go: its end goes too. */
function withoutCutWord(redacted: string, quote: string): string {
  const isCut = quote.length >= commentLimits.quote - 1;
  return isCut ? `${redacted.slice(0, -redactionLimits.longest)}…` : redacted;
}
