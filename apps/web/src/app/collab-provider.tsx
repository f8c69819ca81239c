import { useEffect, useMemo, type ReactNode } from 'react';
import type { CollabClient } from '@kring/collab-client';
// The number alone: the editor itself belongs to the note page.
import { SCHEMA_VERSION } from '@kring/live-documents';
import { CollabContext, type CollabHolder } from '../lib/collab.tsx';
import { forgetDrafts } from '../lib/drafts.ts';

/** One collaboration client for each signed-in person, made when a page first needs it. */
export function CollabProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const holder = useMemo(() => takeAhead(personId) ?? createHolder(personId), [personId]);
  useEffect(() => () => void holder.close(), [holder]);
  return <CollabContext value={holder}>{children}</CollabContext>;
}

let ahead: { personId: string; holder: CollabHolder } | null = null;

/** The collaboration client of who is signed in, before the page is there; its provider takes it over. */
export function connectAhead(personId: string): CollabHolder {
  ahead = { personId, holder: createHolder(personId) };
  return ahead.holder;
}

function takeAhead(personId: string): CollabHolder | null {
  const taken = ahead;
  ahead = null;
  if (taken?.personId === personId) return taken.holder;
  void taken?.holder.close();
  return null;
}

async function createClient(personId: string): Promise<CollabClient> {
  const { createCollabClient } = await import('@kring/collab-client');
  return createCollabClient({ url: window.location.origin, personId, schemaVersion: SCHEMA_VERSION });
}

/** Removes what a person left on this device, also when no page made a client for them. */
export async function wipeLocalCopies(personId: string): Promise<void> {
  forgetDrafts(personId);
  const client = await createClient(personId);
  await client.wipeLocal();
  await client.close();
}

function createHolder(personId: string): CollabHolder {
  const listeners = new Set<() => void>();
  let loading: Promise<CollabClient> | null = null;
  let client: CollabClient | null = null;

  async function load(): Promise<CollabClient> {
    const made = await createClient(personId);
    client = made;
    for (const listener of listeners) listener();
    return made;
  }

  return {
    current: () => client,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load() {
      loading ??= load();
      return loading;
    },
    async wipe() {
      const open = await (loading ?? Promise.resolve(null));
      if (open) await open.wipeLocal();
      else await wipeLocalCopies(personId);
    },
    async close() {
      const open = await (loading ?? Promise.resolve(null));
      loading = null;
      client = null;
      await open?.close();
    },
  };
}
