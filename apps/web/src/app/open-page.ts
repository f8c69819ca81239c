import type { Language } from '@kring/contracts';
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
  /** Fetches what those who are not signed in see in its place; null where they see the page itself. */
  readonly signIn: (() => Promise<void>) | null;
  /** Asks the server for what it shows to a person. */
  ask(queryClient: QueryClient, personId: string): void;
}

/** The words of Kring. */
interface Speech {
  /** Loads those of this device. */
  start(): Promise<void>;
  /** Loads those of another language, and speaks it. */
  change(language: Language): Promise<void>;
}

/**
 * Fetches all that the first page needs side by side: its code, its words, who is signed in, and what the page shows.
 * One after the other they would take as long as all of them together. Resolves when it can be shown whole, else after
 * a second: what is late, or does not come, is then up to the page itself. Rejects where Kring has no words at all.
 */
export async function openPage(page: FirstPage, queryClient: QueryClient, speech: Speech): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const hasWords = speech.start();
  const me = queryClient.fetchQuery(appStateQuery).then((state) => {
    if (state.me) page.ask(queryClient, state.me.id);
    return state.me;
  });
  const whole = Promise.all([me, hasWords]).then(async ([person]) => {
    if (person) await speech.change(person.language);
    return person || page.signIn === null ? page.whole() : page.signIn();
  });
  // What fails, the page asks for again; it may do so before anybody waits for it here.
  const ready = whole.catch(() => undefined);
  // Fetched for all: who is signed in would be known too late.
  page.load().catch(() => undefined);
  await hasWords;
  await Promise.race([ready, patience]);
}
