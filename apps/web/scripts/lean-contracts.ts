import type { Plugin } from 'vite';
import { cutProperties } from './cut-properties.ts';

/** What the table of endpoints says for the API document only: pages call, and hear of an error when it comes. */
const unused = new Set(['summary', 'errors']);

/** Takes it out of the pages, all of which carry the whole table. */
export function leanContracts(): Plugin {
  return {
    name: 'kring:lean-contracts',
    // After the types have been taken out.
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      if (!/libs\/contracts\/src\/[\w/-]+\.endpoints\.ts$/.test(id)) return null;
      return { code: cutProperties(code, this.parse(code), unused), map: null };
    },
  };
}

/**
 * Endpoints that only one feature or page calls, by its own table: left out of the table that every page carries. The spec
 * beside this file holds the pages to it.
 */
export const tablesOfTheirOwn = [
  'accountEndpoints',
  'attachmentEndpoints',
  'commentEndpoints',
  'copKeepingEndpoints',
  'directoryEndpoints',
  'effectEndpoints',
  'historyEndpoints',
  'learningAgendaEndpoints',
  'libraryEndpoints',
  'organisationKeepingEndpoints',
  'outboxEndpoints',
  'platformEndpoints',
  'sectionEndpoints',
  'templateEndpoints',
  'timelineEndpoints',
] as const;

export function apartContracts(): Plugin {
  // Several of them stand there together, under a name of their own.
  const names = [...tablesOfTheirOwn, 'copPageEndpoints'].join('|');
  // The import as well: a file that is imported for nothing is packed with whoever imports it.
  const mentions = new RegExp(
    `^(?:\\s*\\.\\.\\.(?:${names}),?|import \\{ (?:${names}) \\} from .*)\\s*$`,
    'gm',
  );
  return {
    name: 'kring:apart-contracts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/libs\/contracts\/src\/endpoints\.ts$/.test(id)) return null;
      return { code: code.replace(mentions, ''), map: null };
    },
  };
}
