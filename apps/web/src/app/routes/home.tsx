import { CaseList } from '../../features/cases/components/case-list.tsx';
import { RoleBadge } from '../../features/cops/components/role-badge.tsx';
import { StartPage } from '../../features/home/components/start-page.tsx';
import { WorkPage } from '../../features/home/components/work-page.tsx';
import { ToldList } from '../../features/notifications/components/told-list.tsx';
import { NextDates } from '../../features/timeline/components/next-dates.tsx';
import { PublicTimeline } from '../../features/timeline/components/public-timeline.tsx';
import { useAppState } from '../../lib/app-state.tsx';

export function Component() {
  const { me } = useAppState();
  if (!me) {
    return (
      <>
        <StartPage />
        <PublicTimeline />
      </>
    );
  }
  return (
    <WorkPage
      showCases={(cases) => <CaseList cases={cases} showsCop />}
      showAsked={(items) => <ToldList items={items} isAsked />}
      showChanged={(items) => <ToldList items={items} />}
      showDates={(dates) => <NextDates dates={dates} />}
      showRole={(role) => <RoleBadge role={role} />}
    />
  );
}
