import type { QueryClient } from '@tanstack/react-query';
import { appStateQuery } from '../lib/queries/app-state-query.ts';

/** Whoever waits longer sees that Kring is loading. */
export const PATIENCE_MS = 1_000;

/** The page that is to be shown first; see `pageAt`. */
export interface FirstPage {
  /** Fetches its code. */
  load(): Promise<void>;
  /** Fetches its code and its words, in the language that is spoken. */
  whole(): Promise<void>;
  /** Asks the server for what it shows to a person. */
  ask(queryClient: QueryClient, personId: string): void;
}

/**
 * Fetches all that the first page needs side by side: its code, its words, who is signed in, and what the page shows.
 * One after the other they would take as long as all of them together. Resolves when it can be shown whole, else after
 * a second: what is late, or does not come, is then up to the page itself. Rejects where Kring has no words at all.
 */
export async function openPage(
  page: FirstPage,
  queryClient: QueryClient,
  startWords: () => Promise<void>,
): Promise<void> {
  const code = page.load();
  const state = queryClient.fetchQuery(appStateQuery).then(({ me }) => {
    if (me) page.ask(queryClient, me.id);
  });
  const all = Promise.allSettled([code, state]);
  await startWords();
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([Promise.allSettled([all, page.whole()]), patience]);
}
