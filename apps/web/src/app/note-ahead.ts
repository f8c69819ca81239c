import type { QueryClient } from '@tanstack/react-query';
import type { Params } from 'react-router';
import { caseQuery, noteQuery } from '../lib/queries/case-queries.ts';
import { connectAhead } from './collab-provider.tsx';

/** The page opens the live text itself by then; without this it would be left and entered again. */
const HOLD_MS = 10_000;

/** Asks for all that the page of a note shows, the live text too, while its code still loads. */
export function askNote(
  queryClient: QueryClient,
  personId: string,
  { caseId = '', noteId = '' }: Params,
): void {
  void queryClient.prefetchQuery(caseQuery(caseId));
  const note = queryClient.fetchQuery(noteQuery(noteId));
  void Promise.all([note, connectAhead(personId).load()])
    .then(([{ room }, client]) => {
      const opened = client.openRoom(room);
      setTimeout(() => opened.close(), HOLD_MS);
    })
    // The page asks again, and says what is wrong.
    .catch(() => undefined);
}
