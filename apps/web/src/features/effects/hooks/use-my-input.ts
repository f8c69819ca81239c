import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { effectEndpoints, type CaseEffects, type EffectCell, type MyEffectInput } from '@kring/contracts';
import { toApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useMe } from '../../../lib/app-state.tsx';
import { keepDraft, readDraft } from '../../../lib/local-drafts.ts';
import { effectsQuery } from '../api/effects-queries.ts';
import {
  emptyDraft,
  missingIn,
  readEntryDraft,
  sameEntry,
  toEntry,
  type EntryDraft,
} from '../model/entry-draft.ts';

const quietFor = 700;

type SavingState =
  'empty' | 'direction' | 'why' | 'horizon' | 'saving' | 'saved' | 'failed' | 'conflict' | 'closed';

/**
 * One's own input in the open round of a cell. What is complete is saved by itself after a moment of quiet; what is
 * not, or could not be saved, stays on this device and is there again the next time.
 */
export function useMyInput(caseId: string, cell: EffectCell) {
  const me = useMe();
  const queryClient = useQueryClient();
  const name = `effect-input/${cell.id}/${cell.round}`;
  const [draft, setDraft] = useState<EntryDraft>(
    () => readEntryDraft(readDraft(me.id, name)) ?? cell.mine?.entry ?? emptyDraft,
  );
  const [trouble, setTrouble] = useState<'failed' | 'conflict' | 'closed' | null>(null);
  const [isSaving, setSaving] = useState(false);
  const stored = useRef<MyEffectInput | null>(cell.mine);
  const [onServer, setOnServer] = useState<EntryDraft>(cell.mine?.entry ?? emptyDraft);
  const latest = useRef(draft);
  const running = useRef<Promise<void> | null>(null);

  const keepMine = useCallback(
    (mine: MyEffectInput | null) => {
      stored.current = mine;
      setOnServer(mine?.entry ?? emptyDraft);
      queryClient.setQueryData<CaseEffects>(effectsQuery(caseId).queryKey, (effects) =>
        effects?.matrix ? withMine(effects, cell.id, mine) : effects,
      );
    },
    [queryClient, caseId, cell.id],
  );

  const send = useCallback(
    async (entry: MyEffectInput['entry'] | null): Promise<void> => {
      setSaving(true);
      setTrouble(null);
      try {
        const body = { round: cell.round, version: stored.current?.version ?? 0, entry };
        const { mine } = await call(effectEndpoints.saveEffectInput, { params: { cellId: cell.id }, body });
        keepMine(mine);
        if (sameEntry(latest.current, mine?.entry ?? emptyDraft)) keepDraft(me.id, name, null);
      } catch (error) {
        const { code } = toApiError(error);
        setTrouble(troubleOf(code));
        if (code === 'changed-meanwhile') keepMine(await newestMine(queryClient, caseId, cell.id));
      } finally {
        setSaving(false);
      }
    },
    [cell.id, cell.round, keepMine, me.id, name, queryClient, caseId],
  );

  /** Saves what is complete and not saved yet, one after the other. */
  const save = useCallback(async (): Promise<void> => {
    await running.current;
    const entry = toEntry(latest.current);
    if (!entry || sameEntry(entry, stored.current?.entry ?? emptyDraft)) return;
    running.current = send(entry);
    await running.current;
    running.current = null;
  }, [send]);

  useQuietSave(draft, save);

  function change(next: EntryDraft) {
    latest.current = next;
    setDraft(next);
    setTrouble((was) => (was === 'closed' ? was : null));
    keepDraft(me.id, name, sameEntry(next, stored.current?.entry ?? emptyDraft) ? null : next);
  }

  async function takeBack(): Promise<void> {
    await running.current;
    latest.current = emptyDraft;
    setDraft(emptyDraft);
    keepDraft(me.id, name, null);
    await send(null);
  }

  // "Saved" is said of what the server has, never of what is about to be sent.
  const inWords = !isSaving && sameEntry(draft, onServer) ? 'saved' : 'saving';
  const state: SavingState = trouble ?? missingIn(draft) ?? inWords;
  return { draft, change, save, takeBack, state, hasStored: cell.mine !== null };
}

/** Saves after a moment without typing, and when the form is closed. */
function useQuietSave(draft: EntryDraft, save: () => Promise<void>): void {
  useEffect(() => {
    const timer = setTimeout(() => void save(), quietFor);
    return () => clearTimeout(timer);
  }, [draft, save]);
  // Closing the form does not wait for the moment of quiet.
  useEffect(() => () => void save(), [save]);
}

function troubleOf(code: string): 'failed' | 'conflict' | 'closed' {
  if (code === 'round-closed') return 'closed';
  return code === 'changed-meanwhile' ? 'conflict' : 'failed';
}

function withMine(effects: CaseEffects, cellId: string, mine: MyEffectInput | null): CaseEffects {
  if (!effects.matrix) return effects;
  const cells = effects.matrix.cells.map((cell) => (cell.id === cellId ? { ...cell, mine } : cell));
  return { ...effects, matrix: { ...effects.matrix, cells } };
}

async function newestMine(
  queryClient: ReturnType<typeof useQueryClient>,
  caseId: string,
  cellId: string,
): Promise<MyEffectInput | null> {
  const { matrix } = await queryClient.fetchQuery({ ...effectsQuery(caseId), staleTime: 0 });
  return matrix?.cells.find(({ id }) => id === cellId)?.mine ?? null;
}
