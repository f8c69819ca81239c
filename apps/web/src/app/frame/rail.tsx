import { useState } from 'react';
import {
  Activity,
  Building2,
  CircleDashed,
  House,
  Mail,
  PanelLeftClose,
  PanelLeftOpen,
  ScrollText,
  Search,
  Settings2,
  UserRoundPlus,
  Users,
} from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import type { ReactNode } from 'react';
import { Avatar } from '../../components/avatar.tsx';
import { Logo } from '../../components/logo.tsx';
import { useMe } from '../../lib/app-state.tsx';
import { ask } from '../../lib/global-keys.ts';
import { copsQuery } from '../../lib/queries/cop-queries.ts';
import { adminPages } from './admin-pages.ts';
import { BellIcon, BellWords } from './bell.tsx';
import styles from './rail.module.css';

const icons = {
  people: <Users />,
  organisations: <Building2 />,
  invites: <UserRoundPlus />,
  outbox: <Mail />,
  audit: <ScrollText />,
  state: <Activity />,
  settings: <Settings2 />,
};

/** The main menu on wide screens. */
export function Rail() {
  const { t } = useTranslation('frame');
  const me = useMe();
  const [isCollapsed, setCollapsed] = useState(
    () => document.documentElement.dataset['rail'] === 'collapsed',
  );
  const { data: cops } = useQuery(copsQuery);
  const myCops = cops?.filter((cop) => cop.myRole !== null) ?? [];
  const pages = adminPages(me);

  function toggle() {
    setCollapsed(!isCollapsed);
    rememberRail(!isCollapsed);
  }

  return (
    <nav aria-label={t('nav.label')} className={styles.rail} data-collapsed={isCollapsed || undefined}>
      <Link to="/" className={styles.logo} aria-label={t('common:platform')}>
        <Logo isCompact={isCollapsed} />
      </Link>
      <ul role="list" className={styles.list}>
        <Item to="/" icon={<House />} label={t('nav.home')} isEnd isCollapsed={isCollapsed} />
        <SearchItem isCollapsed={isCollapsed} />
        <Item
          to="/notifications"
          icon={<BellIcon />}
          label={t('nav.notifications')}
          more={<BellWords />}
          isCollapsed={isCollapsed}
        />
      </ul>
      {myCops.length > 0 ? (
        <Group title={t('nav.myCops')}>
          {myCops.map((cop) => (
            <Item
              key={cop.id}
              to={`/cops/${cop.slug}`}
              icon={<span className={styles.dot} />}
              label={cop.name}
              isCollapsed={isCollapsed}
            />
          ))}
        </Group>
      ) : null}
      <Group title={t('nav.network')}>
        <Item to="/cops" icon={<CircleDashed />} label={t('nav.cops')} isEnd isCollapsed={isCollapsed} />
        <Item to="/people" icon={<Users />} label={t('nav.directory')} isCollapsed={isCollapsed} />
      </Group>
      {pages.length > 0 ? (
        <Group title={t('nav.admin')}>
          {pages.map((page) => (
            <Item
              key={page}
              to={`/admin/${page}`}
              icon={icons[page]}
              label={t(`nav.${page}`)}
              isCollapsed={isCollapsed}
            />
          ))}
        </Group>
      ) : null}
      <ul role="list" className={`${styles.list} ${styles.end}`}>
        <Item
          to="/me"
          icon={<Avatar name={me.name} size="small" />}
          label={me.name}
          isCollapsed={isCollapsed}
        />
        <Toggle isCollapsed={isCollapsed} onToggle={toggle} />
      </ul>
    </nav>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className={styles.heading}>{title}</h2>
      <ul role="list" className={styles.list}>
        {children}
      </ul>
    </>
  );
}

function Toggle({ isCollapsed, onToggle }: { isCollapsed: boolean; onToggle: () => void }) {
  const { t } = useTranslation('frame');
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        onClick={onToggle}
        title={isCollapsed ? t('nav.expand') : undefined}
      >
        {isCollapsed ? <PanelLeftOpen aria-hidden="true" /> : <PanelLeftClose aria-hidden="true" />}
        <span className={isCollapsed ? 'visually-hidden' : styles.label}>
          {isCollapsed ? t('nav.expand') : t('nav.collapse')}
        </span>
      </button>
    </li>
  );
}

function SearchItem({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useTranslation('frame');
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={isCollapsed ? t('nav.search') : undefined}
        onClick={() => ask('palette')}
      >
        <Search aria-hidden="true" />
        <span className={isCollapsed ? 'visually-hidden' : styles.label}>{t('nav.search')}</span>
      </button>
    </li>
  );
}

interface ItemProps {
  to: string;
  icon: ReactNode;
  label: string;
  /** Follows the label, for screen readers. */
  more?: ReactNode;
  isCollapsed: boolean;
  isEnd?: boolean;
}

function Item({ to, icon, label, more, isCollapsed, isEnd = false }: ItemProps) {
  return (
    <li>
      <NavLink to={to} end={isEnd} className={styles.item} title={isCollapsed ? label : undefined}>
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        <span className={isCollapsed ? 'visually-hidden' : styles.label}>{label}</span>
        {more}
      </NavLink>
    </li>
  );
}

function rememberRail(isCollapsed: boolean): void {
  try {
    if (isCollapsed) localStorage.setItem('kring.rail', 'collapsed');
    else localStorage.removeItem('kring.rail');
  } catch {
    // The choice then lasts as long as the page.
  }
}
