import { Injectable } from '@nestjs/common';
import { noteStepsToUpdate } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import { DocumentsService } from '../documents/documents.service.ts';
import { PastVersions } from '../history/past-versions.service.ts';
import type { DemoPast } from './demo-content.ts';

const FIRST_CLIENT_ID = 70_001;
const day = 86_400_000;

type IdOf = (personKey: string) => string;

/** A text as it grew, with each word under the client id of its writer. */
export function growText(past: readonly DemoPast[]): ReturnType<typeof noteStepsToUpdate> {
  return noteStepsToUpdate(past.map(({ body, byKey }) => ({ body, clientId: clientIdOf(past, byKey) })));
}

/** The history of a note of the demo: versions, who wrote what, and what its writers saw last. */
@Injectable()
export class DemoPasts {
  constructor(
    private readonly documents: DocumentsService,
    private readonly versions: PastVersions,
  ) {}

  async keep(
    tx: EntityManager,
    note: { readonly id: string; readonly title: string },
    past: readonly DemoPast[],
    idOf: IdOf,
  ): Promise<void> {
    const keys = [...new Set(past.map(({ byKey }) => byKey))];
    const writers = keys.map((key) => ({ clientId: clientIdOf(past, key), personId: idOf(key) }));
    await this.documents.nameWriters(tx, note.id, writers);
    const hashes: string[] = [];
    const { texts } = growText(past);
    for (const [place, text] of texts.entries()) {
      const step = past[place];
      if (!step) continue;
      const { byKey, name, description } = step;
      const seq = place === past.length - 1 ? 1 : 0;
      const facts = { noteId: note.id, title: note.title, at: momentOf(step), seq, personId: idOf(byKey) };
      hashes.push(await this.versions.add(tx, { ...facts, name, description, ...text }));
    }
    // Everybody who wrote has something to catch up on.
    const [before, seen] = [past.at(-2), hashes.at(-2)];
    if (!before || !seen) return;
    const personIds = writers.map(({ personId }) => personId);
    await this.versions.addVisits(tx, { noteId: note.id, personIds, sha256: seen, at: momentOf(before) });
  }
}

function clientIdOf(past: readonly DemoPast[], key: string): number {
  return FIRST_CLIENT_ID + past.findIndex(({ byKey }) => byKey === key);
}

export function momentOf({ daysAgo, time }: Pick<DemoPast, 'daysAgo' | 'time'>): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const moment = new Date(Date.now() - daysAgo * day);
  moment.setHours(hours, minutes, 0, 0);
  return moment;
}
