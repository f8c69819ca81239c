/** Why a room was refused or closed, or why a connection cannot write. Stable; clients translate them. */
export const closeCodes = [
  'not-found', // there is no such room, or this person may not see it
  'access-lost', // access was taken away while the room was open: wipe the local copy
  'signed-out', // the sign-in ended, or the person was disabled: wipe local copies
  'deleted', // the document is gone
  'unavailable', // the document cannot be loaded now; try again later
  'reload-needed', // this client is too old for the server
  'generation-changed', // the document was rebuilt; a local copy must not be merged
  'limit', // too many rooms, people or connections
  'restarting', // the server drains; reconnect
  'too-slow', // this client reads too slowly; reconnect and resync
  'protocol-error', // a frame that cannot be
] as const;
export type CloseCode = (typeof closeCodes)[number];

/** Why one update was not stored. All but `no-access` and `busy` mean that the client is broken or hostile. */
export const refusalCodes = [
  'no-access', // may not write (any more)
  'busy', // over the rate; send again later
  'too-large',
  'malformed',
  'not-v1',
  'too-many-structs',
  'too-deep',
  'foreign-client-id',
  'clock-gap',
  'clock-overlap',
  'clock-out-of-range',
  'delete-out-of-range',
  'skip-not-allowed',
  'gc-not-allowed',
  'subdocument-not-allowed',
  'value-not-allowed',
  'root-not-allowed',
  'document-full',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const accessLevels = ['none', 'read', 'write'] as const;
export type AccessLevel = (typeof accessLevels)[number];
