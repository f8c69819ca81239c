import { useEffect, useMemo, type ReactNode } from 'react';
import type { CollabClient } from '@kring/collab-client';
// The number alone: the editor itself belongs to the note page.
import { SCHEMA_VERSION } from '@kring/live-documents';
import { CollabContext, type CollabHolder } from '../lib/collab.tsx';
import { forgetDrafts } from '../lib/drafts.ts';

/** One collaboration client for each signed-in person, made when a page first needs it. */
export function CollabProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const holder = useMemo(() => holderAhead(personId) ?? createHolder(personId), [personId]);
  useEffect(() => {
    tookOver(holder);
    return () => void holder.close();
  }, [holder]);
  return <CollabContext value={holder}>{children}</CollabContext>;
}

let ahead: { personId: string; holder: CollabHolder } | null = null;

/** The collaboration client of who is signed in, before the page is there; its provider takes it over. */
export function connectAhead(personId: string): CollabHolder {
  ahead = { personId, holder: createHolder(personId) };
  return ahead.holder;
}

function holderAhead(personId: string): CollabHolder | null {
  return ahead?.personId === personId ? ahead.holder : null;
}

function tookOver(holder: CollabHolder): void {
  if (ahead && ahead.holder !== holder) void ahead.holder.close();
  ahead = null;
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

  function start(): Promise<CollabClient> {
    const own = createClient(personId).then(
      (made) => {
        if (loading === own) client = made;
        for (const listener of listeners) listener();
        return made;
      },
      (error: unknown) => {
        if (loading === own) loading = null;
        throw error;
      },
    );
    return own;
  }

  return {
    current: () => client,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load() {
      loading ??= start();
      return loading;
    },
    async wipe() {
      const open = await (loading ?? Promise.resolve(null));
      if (open) await open.wipeLocal();
      else await wipeLocalCopies(personId);
    },
    async close() {
      // Whoever comes back meanwhile gets a client of their own.
      const closing = loading;
      loading = null;
      client = null;
      await (await closing?.catch(() => null))?.close();
    },
  };
}
