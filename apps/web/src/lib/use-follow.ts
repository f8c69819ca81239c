import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints, type FollowTarget } from '@kring/contracts';
import { useTranslation } from './i18n/use-translation.ts';
import { call } from './api/call.ts';
import { followsQuery } from './queries/notification-queries.ts';
import { useAct } from './use-act.ts';

interface FollowState {
  /** Undefined until it is known. */
  readonly isFollowing: boolean | undefined;
  readonly isBusy: boolean;
  toggle(): void;
}

/** Whether somebody follows a CoP, case or note, and the act that changes it. */
export function useFollow(target: FollowTarget, id: string): FollowState {
  const { t } = useTranslation('common');
  const queryClient = useQueryClient();
  const act = useAct();
  const { data } = useQuery(followsQuery);
  const isFollowing = data?.some((follow) => follow.target === target && follow.id === id);
  async function set(isWanted: boolean) {
    const body = { isFollowing: isWanted };
    if (target === 'cop') await call(endpoints.followCop, { params: { copId: id }, body });
    else if (target === 'case') await call(endpoints.followCase, { params: { caseId: id }, body });
    else await call(endpoints.followNote, { params: { noteId: id }, body });
    await queryClient.invalidateQueries({ queryKey: followsQuery.queryKey });
  }
  return {
    isFollowing,
    isBusy: act.isBusy,
    toggle: () =>
      void act.run(() => set(!isFollowing), isFollowing ? t('follow.stopped') : t('follow.started')),
  };
}
