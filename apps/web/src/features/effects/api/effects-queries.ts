import { queryOptions } from '@tanstack/react-query';
import { effectEndpoints } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

/** How soon another person's page shows a reveal, in milliseconds. */
const lookEvery = 3_000;

export const effectsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['effects', caseId],
    queryFn: ({ signal }) => call(effectEndpoints.getEffects, { params: { caseId } }, signal),
  });

/** A few bytes that tell whether there is something new; asked only while the page can be seen. */
export const effectsStampQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['effects', caseId, 'stamp'],
    queryFn: ({ signal }) => call(effectEndpoints.getEffectsStamp, { params: { caseId } }, signal),
    refetchInterval: lookEvery,
  });

/** Of one revealed round, which never changes any more. */
export const cellInputsQuery = (cellId: string, shownRound: number) =>
  queryOptions({
    queryKey: ['effect-inputs', cellId, shownRound],
    queryFn: ({ signal }) => call(effectEndpoints.getEffectCellInputs, { params: { cellId } }, signal),
    staleTime: Infinity,
  });
