import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { CollabProvider } from '../collab-provider.tsx';
import { NotificationStream } from './bell.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { GlobalKeysHost } from './global-keys-host.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PlatformFacts } from './platform-facts.tsx';
import { PublicHeader } from './public-header.tsx';
import { Rail } from './rail.tsx';
import { Splash } from './splash.tsx';
import styles from './root.module.css';

/** The frame of every page: rail or bottom bar for people who are signed in, a plain header for others. */
export function Root() {
  const { t } = useTranslation('frame');
  const { me, isDemo } = useAppState();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useFocusAtNavigation(main);
  const page = (
    <>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      {me ? <Rail /> : <PublicHeader />}
      <div className={styles.column}>
        <OfflineBanner />
        {isDemo ? (
          <aside aria-label={t('demoLabel')} className={styles.demo}>
            {t('demo')}
          </aside>
        ) : null}
        <main ref={main} id="main" tabIndex={-1} className={me ? styles.main : styles.publicMain}>
          <PageBoundary pathname={pathname}>
            <Suspense fallback={<Splash />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </main>
        {me ? null : (
          <footer className={styles.publicFoot}>
            <PlatformFacts />
          </footer>
        )}
      </div>
      {me ? <BottomBar /> : null}
      {me ? <NotificationStream /> : null}
    </>
  );
  if (!me) return <div className={styles.publicFrame}>{page}</div>;
  return (
    <CollabProvider personId={me.id}>
      <div className={styles.frame}>{page}</div>
      <GlobalKeysHost />
    </CollabProvider>
  );
}

/** Moves focus to the page after going to another one, so that keyboard and screen reader start there. */
function useFocusAtNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { pathname, state } = useLocation();
  const last = useRef(pathname);
  const isBack = useNavigationType() === 'POP';
  const keepsFocus = (state as { keepFocus?: boolean } | null)?.keepFocus === true;
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (keepsFocus) return;
    main.current?.focus({ preventScroll: true });
    // The browser itself finds the place back when one goes back.
    if (!isBack) window.scrollTo(0, 0);
  }, [pathname, keepsFocus, isBack, main]);
}
