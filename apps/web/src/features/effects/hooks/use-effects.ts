import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { effectsQuery, effectsStampQuery } from '../api/effects-queries.ts';

/** The matrix of a case, which follows what others do within seconds. */
export function useEffects(caseId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(effectsQuery(caseId));
  const { data: newest } = useQuery({ ...effectsStampQuery(caseId), enabled: query.data !== undefined });
  const shown = query.data?.stamp;
  useEffect(() => {
    if (newest !== undefined && shown !== undefined && newest.stamp !== shown) {
      void queryClient.invalidateQueries({ queryKey: effectsQuery(caseId).queryKey, exact: true });
    }
  }, [newest, shown, caseId, queryClient]);
  return query;
}
