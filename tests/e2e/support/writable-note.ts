import { type Case, type CaseSummary, type CopSummary, endpoints, type PageOf } from '@kring/contracts';
import type { Person } from './person.ts';

export interface WritableNote {
  readonly path: string;
  readonly caseId: string;
  readonly noteId: string;
}

/** A note of the demo programme in which this person may write. */
export async function writableNote(person: Person): Promise<WritableNote> {
  for (const cop of await person.ask<CopSummary[]>(endpoints.listCops.path)) {
    if (cop.myRole !== 'participant') continue;
    const list = endpoints.listCases.path.replace(':copId', cop.id);
    const { items } = await person.ask<PageOf<CaseSummary>>(list);
    for (const { id } of items) {
      const opened = await person.ask<Case>(endpoints.getCase.path.replace(':caseId', id));
      const [note] = opened.notes;
      if (note && opened.status !== 'concluded') {
        return { path: `/cases/${id}/notes/${note.id}`, caseId: id, noteId: note.id };
      }
    }
  }
  throw new Error('There is no note to write in.');
}
