import type { AccessLevel, CloseCode } from '@kring/collab-protocol';

/** How a room stands, for the page: an immutable snapshot, a new object when something changed. */
export interface RoomStatus {
  /** `ready`: there is a text to show, from the server or from the local copy. */
  readonly phase: 'opening' | 'ready' | 'closed';
  readonly connection: 'online' | 'offline';
  /** `write` only when the page may be typed in now. */
  readonly access: 'unknown' | AccessLevel;
  /** Why `access` is not `write`, or ''. */
  readonly reason: string;
  /** Why the room is closed, or cannot be joined at the moment. */
  readonly closeCode: CloseCode | null;
  /** Everything is here that the server had at the time of joining. */
  readonly isSynced: boolean;
  /**
   * `saved`: all edits are on the server's disk. `kept-on-device`: all that wait are written to this browser and
   * survive a reload. `memory-only`: they wait, but this browser keeps nothing. `refused`: the server will never take some.
   */
  readonly saving: 'saved' | 'saving' | 'kept-on-device' | 'memory-only' | 'refused';
  readonly unsavedCount: number;
  readonly lastSavedAt: number | null;
}

/** After this long without an answer the page no longer says that it is saving. */
export const savingPatience = 5_000;

/** What the status is made of. */
export interface RoomFacts {
  readonly phase: RoomStatus['phase'];
  readonly isOnline: boolean;
  readonly isOutdated: boolean;
  readonly access: AccessLevel | 'unknown';
  readonly reason: string;
  readonly closeCode: CloseCode | null;
  readonly isSynced: boolean;
  /** The page has a client id to write with, and none of its edits was refused. */
  readonly isWritable: 'yes' | 'no-client-id' | 'refused';
  readonly unsavedCount: number;
  readonly refusedCount: number;
  /** Joined, and the server takes edits from this person. */
  readonly canSend: boolean;
  /** Age of the oldest edit that waits, in milliseconds. */
  readonly waited: number;
  /** Whether what waits would survive a reload of the page; `soon` while it is being written to the device. */
  readonly kept: 'yes' | 'soon' | 'no';
  readonly lastSavedAt: number | null;
}

export function statusOf(facts: RoomFacts): RoomStatus {
  const [access, reason] = accessOf(facts);
  return {
    phase: facts.phase,
    connection: facts.isOnline ? 'online' : 'offline',
    access,
    reason,
    closeCode: facts.closeCode,
    isSynced: facts.isSynced,
    saving: savingOf(facts),
    unsavedCount: facts.unsavedCount,
    lastSavedAt: facts.lastSavedAt,
  };
}

function accessOf(facts: RoomFacts): [RoomStatus['access'], string] {
  if (facts.access !== 'write') return [facts.access, facts.reason];
  if (facts.isOutdated) return ['read', 'reload-needed'];
  if (facts.isWritable === 'refused') return ['read', 'refused'];
  const canType = facts.phase === 'ready' && facts.isWritable === 'yes';
  return canType ? ['write', ''] : ['unknown', ''];
}

function savingOf(facts: RoomFacts): RoomStatus['saving'] {
  if (facts.refusedCount > 0) return 'refused';
  if (facts.unsavedCount === 0) return 'saved';
  if (facts.canSend && facts.waited < savingPatience) return 'saving';
  if (facts.kept === 'soon') return 'saving';
  return facts.kept === 'yes' ? 'kept-on-device' : 'memory-only';
}

export const statusAtOpening: RoomStatus = {
  phase: 'opening',
  connection: 'offline',
  access: 'unknown',
  reason: '',
  closeCode: null,
  isSynced: false,
  saving: 'saved',
  unsavedCount: 0,
  lastSavedAt: null,
};

export function isSameStatus(a: RoomStatus, b: RoomStatus): boolean {
  return (Object.keys(a) as (keyof RoomStatus)[]).every((key) => a[key] === b[key]);
}
