import type { Page } from 'playwright-core';

/** The pages that people of the running story have before them. They hang on `realm`, since a story runs in one of its own. */
export function openPages(realm: { kringOpenPages?: Set<Page> } & object): Set<Page> {
  realm.kringOpenPages ??= new Set();
  return realm.kringOpenPages;
}
