import { endpoints, type Mentionable } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

export function searchMentionable(noteId: string, query: string, signal: AbortSignal): Promise<Mentionable> {
  return call(endpoints.searchMentionable, { params: { noteId }, query: { query } }, signal);
}

/** Tells somebody that they were named. A failure is no matter for whoever writes: the name stands in the text. */
export function tellMentioned(noteId: string, personId: string): void {
  call(endpoints.mentionPerson, { params: { noteId }, body: { personId } }).catch(() => undefined);
}
