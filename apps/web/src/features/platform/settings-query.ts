import { queryOptions } from '@tanstack/react-query';
import { platformEndpoints } from '@kring/contracts';
import { call } from '../../lib/api/call.ts';

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call(platformEndpoints.getSettings, {}, signal),
});

export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: ({ signal }) => call(platformEndpoints.getReadiness, {}, signal),
});
