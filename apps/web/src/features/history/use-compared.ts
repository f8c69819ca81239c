import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { NoteContent, NoteVersion } from '@kring/contracts';
import type { NoteComparison } from '@kring/live-documents';
import { identityOf } from '../../lib/identity-of.ts';
import { lastSeenTextQuery, nowTextQuery, versionTextQuery, versionsQuery } from './api/history-queries.ts';
import { compareTexts } from './compare/compare.ts';

/** A text: a version by its id, `now`, or `seen` for what one saw last. */
export type Source = string;

export interface Compared {
  /** The text that is shown. */
  readonly text: UseQueryResult<NoteContent | null>;
  readonly before: NoteContent | null;
  readonly comparison: NoteComparison | null;
  readonly isComparing: boolean;
  readonly hasFailed: boolean;
}

/** The versions that have been loaded, newest first. */
export function useVersions(noteId: string): readonly NoteVersion[] {
  const query = useInfiniteQuery(versionsQuery(noteId));
  return query.data?.pages.flatMap((page) => page.versions) ?? [];
}

/** A text with what changed in it since another; without another one it is shown alone. */
export function useCompared(noteId: string, after: Source, before: Source | null): Compared {
  const text = useText(noteId, after);
  const base = useText(noteId, before ?? after);
  const [old, now] = [before === null ? null : (base.data ?? null), text.data ?? null];
  const comparing = useQuery({
    // The same text that comes once more is no reason to compare again.
    queryKey: ['history', noteId, 'compare', before, after, contentKey(old), contentKey(now)],
    queryFn: ({ signal }) => (old && now ? compareTexts(old, now, signal) : null),
    enabled: old !== null && now !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
  return {
    text,
    before: old,
    comparison: comparing.data ?? null,
    isComparing: before !== null && (base.isLoading || comparing.isLoading),
    hasFailed: comparing.isError || (before !== null && base.isError),
  };
}

const contentKey = (text: NoteContent | null) => text && identityOf(text.content);

function useText(noteId: string, source: Source): UseQueryResult<NoteContent | null> {
  const now = useQuery({ ...nowTextQuery(noteId), enabled: source === 'now' });
  const seen = useQuery({ ...lastSeenTextQuery(noteId), enabled: source === 'seen' });
  const isVersion = source !== 'now' && source !== 'seen';
  const version = useQuery({ ...versionTextQuery(noteId, source), enabled: isVersion });
  if (isVersion) return version;
  return source === 'now' ? now : seen;
}
