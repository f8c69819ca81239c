import { queryOptions } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { call } from '../api/call.ts';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => call(endpoints.getHome, {}, signal),
});
