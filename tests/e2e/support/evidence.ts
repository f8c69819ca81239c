import type { Page } from 'playwright-core';

/** What tells afterwards why a story failed. */
export interface Evidence {
  /** The pages that people have before them, each with what was answered badly there or not at all. */
  readonly pages: Map<Page, string[]>;
  /** What the running products print. */
  readonly outputs: Set<() => string>;
}

/** The evidence of the running story. It hangs on `realm`, since a story runs in one of its own. */
export function evidenceOf(realm: { kringEvidence?: Evidence } & object): Evidence {
  realm.kringEvidence ??= { pages: new Map(), outputs: new Set() };
  return realm.kringEvidence;
}

/** Keeps what goes wrong in a page for as long as it is open. */
export function watch(page: Page): void {
  const { pages } = evidenceOf(globalThis);
  const troubles: string[] = [];
  pages.set(page, troubles);
  page.on('close', () => pages.delete(page));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${nameOf(response.request())}`);
  });
  page.on('requestfailed', (request) => {
    troubles.push(`${request.failure()?.errorText ?? 'failed'} ${nameOf(request)}`);
  });
}

const nameOf = (request: { method(): string; url(): string }) =>
  `${request.method()} ${new URL(request.url()).pathname} at ${new Date().toISOString().slice(11, 23)}`;
