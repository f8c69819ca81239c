import { queryOptions } from '@tanstack/react-query';
import { timelineEndpoints } from '@kring/contracts';
import { call } from '../api/call.ts';

/** What CoPs show everybody on the first page. */
export const timelineQuery = queryOptions({
  queryKey: ['timeline'],
  queryFn: ({ signal }) => call(timelineEndpoints.getTimeline, {}, signal),
});

export const copDatesQuery = (copId: string) =>
  queryOptions({
    queryKey: ['cops', copId, 'dates'],
    queryFn: ({ signal }) => call(timelineEndpoints.listCopDates, { params: { copId } }, signal),
  });
