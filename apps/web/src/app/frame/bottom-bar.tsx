import { useEffect, useState } from 'react';
import { CircleDashed, Ellipsis, House, Search, UserRound } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useMe } from '../../lib/app-state.tsx';
import { ask } from '../../lib/global-keys.ts';
import { adminPages } from './admin-pages.ts';
import { BellIcon, BellWords } from './bell.tsx';
import styles from './bottom-bar.module.css';

/** The main menu on narrow screens. */
export function BottomBar() {
  const { t } = useTranslation('frame');
  const pages = adminPages(useMe());
  return (
    <nav aria-label={t('nav.label')} className={styles.bar}>
      <NavLink to="/" end className={styles.item}>
        <House aria-hidden="true" />
        {t('nav.home')}
      </NavLink>
      <NavLink to="/cops" className={styles.item}>
        <CircleDashed aria-hidden="true" />
        {t('nav.copsShort')}
      </NavLink>
      <button type="button" className={styles.item} aria-haspopup="dialog" onClick={() => ask('palette')}>
        <Search aria-hidden="true" />
        {t('nav.search')}
      </button>
      <NavLink to="/notifications" className={styles.item}>
        <BellIcon />
        <span>
          {t('nav.notifications')}
          <BellWords />
        </span>
      </NavLink>
      {pages.length > 0 ? (
        <More pages={pages} />
      ) : (
        <NavLink to="/me" className={styles.item}>
          <UserRound aria-hidden="true" />
          {t('nav.meShort')}
        </NavLink>
      )}
    </nav>
  );
}

/** What does not fit into four items, for people with pages of administration. */
function More({ pages }: { pages: ReturnType<typeof adminPages> }) {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  const isHere = pathname === '/me' || pathname.startsWith('/admin');
  return (
    <>
      <button
        type="button"
        className={styles.item}
        aria-haspopup="dialog"
        data-active={isHere || undefined}
        onClick={() => setOpen(true)}
      >
        <Ellipsis aria-hidden="true" />
        {t('nav.more')}
      </button>
      <Dialog shape="sheet" title={t('nav.more')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ul role="list" className={styles.sheet}>
          <li>
            <NavLink to="/me">{t('nav.me')}</NavLink>
          </li>
          {pages.map((page) => (
            <li key={page}>
              <NavLink to={`/admin/${page}`}>{t(`nav.${page}`)}</NavLink>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
