import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/api-error.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // An answer of the server stands; only a failing network is worth another try.
        retry: (count, error) => error instanceof ApiError && error.code === 'offline' && count < 2,
        retryDelay: (attempt) => 400 * 2 ** attempt,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
