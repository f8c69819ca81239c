import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { commentEndpoints, type CommentThread, type ThreadFilter } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

export const threadsQuery = (noteId: string, filter: ThreadFilter) =>
  infiniteQueryOptions({
    queryKey: ['comments', noteId, 'threads', filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        commentEndpoints.listThreads,
        { params: { noteId }, query: { filter, before: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const threadQuery = (noteId: string, threadId: string) =>
  queryOptions({
    queryKey: ['comments', noteId, 'thread', threadId],
    queryFn: ({ signal }) => call(commentEndpoints.getThread, { params: { threadId } }, signal),
  });

export const threadCountsQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['comments', noteId, 'counts'],
    queryFn: ({ signal }) => call(commentEndpoints.countThreads, { params: { noteId } }, signal),
  });

export const mentionableQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['comments', noteId, 'people'],
    queryFn: ({ signal }) => call(commentEndpoints.listMentionable, { params: { noteId } }, signal),
    staleTime: 60_000,
  });

/** Fetches anew what is shown of the comments of a note, and their number where the note is listed. */
export async function renewComments(queryClient: QueryClient, noteId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['comments', noteId] }),
    queryClient.invalidateQueries({ queryKey: ['notes', noteId] }),
  ]);
}

/** Shows a thread as the server answered it, and fetches the lists anew. */
export async function showThread(queryClient: QueryClient, thread: CommentThread): Promise<void> {
  queryClient.setQueryData(threadQuery(thread.noteId, thread.id).queryKey, thread);
  await renewComments(queryClient, thread.noteId);
}
