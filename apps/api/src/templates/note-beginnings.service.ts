import { Injectable } from '@nestjs/common';
import type { Language } from '@kring/contracts';
import { noteBodyToUpdate, sectionsToBody } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { TemplatesRepository } from './templates.repository.ts';

export interface NoteBeginning {
  /** A Yjs update. */
  readonly text: Uint8Array;
  readonly language: Language;
}

/** The first text of a note, from a template. */
@Injectable()
export class NoteBeginningsService {
  constructor(private readonly templates: TemplatesRepository) {}

  /** For a CoP in which the caller has been let make notes. Null without a template: the note begins empty. */
  async make(tx: EntityManager, copId: string, templateId: string | null): Promise<NoteBeginning | null> {
    if (templateId === null) return null;
    const template = await this.templates.findFor(copId, templateId, tx);
    if (!template || template.archivedAt !== null) throw new AppError('template-not-usable');
    return { text: noteBodyToUpdate(sectionsToBody(template.sections)), language: template.language };
  }
}
