import { useEffect, useMemo } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CommentThread, ThreadFilter } from '@kring/contracts';
import { threadsQuery } from './comment-queries.ts';

/** All threads of a note that a filter finds: they are sorted by their place in the text, so all are needed. */
export function useThreads(noteId: string, filter: ThreadFilter) {
  const query = useInfiniteQuery(threadsQuery(noteId, filter));
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const data = useMemo<CommentThread[] | undefined>(
    () => query.data?.pages.flatMap(({ threads }) => threads),
    [query.data],
  );
  const isComplete = data !== undefined && !hasNextPage;
  return { data, isComplete, error: query.error, isFetching: query.isFetching, refetch: query.refetch };
}
