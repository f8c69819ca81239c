import type { QueryClient } from '@tanstack/react-query';
import type { Params } from 'react-router';
import { openingUntil } from '../components/when-idle.ts';
import { caseQuery, noteQuery } from '../lib/queries/case-queries.ts';
import { openAhead } from '../lib/collab.tsx';
import { connectAhead } from './collab-provider.tsx';

/** Asks for all that the page of a note shows, the live text too, while its code still loads. */
export function askNote(
  queryClient: QueryClient,
  personId: string,
  { caseId = '', noteId = '' }: Params,
): void {
  void queryClient.prefetchQuery(caseQuery(caseId));
  const asked = queryClient.fetchQuery(noteQuery(noteId));
  const connecting = connectAhead(personId)
    .load()
    .then((client) => {
      client.connect();
      return client;
    });
  const opened = Promise.all([asked, connecting]).then(([note, client]) =>
    note.caseId === caseId ? openAhead(client, note.room) : undefined,
  );
  // Where it fails, the page asks again, and says what is wrong.
  openingUntil(opened);
}
