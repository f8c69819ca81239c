import { Inject, Injectable } from '@nestjs/common';
import type { Language, TextFile } from '@kring/contracts';
import { noteToMarkdown } from '@kring/live-documents';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from './note-access.ts';

const emptyNote = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Notes as files, for whoever may read them. */
@Injectable()
export class NoteExportService {
  constructor(
    private readonly access: NoteAccess,
    private readonly texts: SettledTexts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async toMarkdown(actor: Actor, noteId: string, language: Language): Promise<TextFile> {
    const { title } = await this.access.requireNote(actor, noteId, 'note.read');
    const written = await this.texts.readNow(noteId);
    const options = { language, title, baseUrl: this.settings.publicUrl };
    return {
      fileName: `${fileNameOf(title) || (language === 'nl' ? 'notitie' : 'note')}.md`,
      text: noteToMarkdown(written?.content ?? emptyNote, options),
    };
  }
}

function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
}
