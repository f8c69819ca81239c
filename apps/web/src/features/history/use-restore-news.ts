import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RoomClient } from '@kring/collab-client';
import { historyEndpoints, type NoteVersion } from '@kring/contracts';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/app-state.tsx';
import { versionsQuery } from './api/history-queries.ts';

/** The last time that somebody else put a version back while one had the note open; and how to forget it. */
export function useRestoreNews(noteId: string, room: RoomClient): [NoteVersion | null, () => void] {
  const queryClient = useQueryClient();
  const { id: myId } = useMe();
  const [news, setNews] = useState<NoteVersion | null>(null);
  useEffect(() => {
    let isHere = true;
    let known: string | null = null;
    const look = async () => {
      void queryClient.invalidateQueries({ queryKey: versionsQuery(noteId).queryKey });
      const page = await call(historyEndpoints.listNoteVersions, { params: { noteId }, query: {} }).catch(
        () => null,
      );
      const latest = page?.versions.find(({ kind }) => kind === 'before-restore') ?? null;
      const isNew = known !== null && latest !== null && latest.id !== known;
      if (page) known = latest?.id ?? '';
      if (isHere && isNew && latest.createdBy?.id !== myId) setNews(latest);
    };
    void look();
    const stop = room.onLook((topic) => {
      if (topic === 'versions' || topic === null) void look();
    });
    return () => {
      isHere = false;
      stop();
    };
  }, [noteId, room, myId, queryClient]);
  return [news, () => setNews(null)];
}
