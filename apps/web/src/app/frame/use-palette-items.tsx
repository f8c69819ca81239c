import { useQuery } from '@tanstack/react-query';
import {
  CircleDashed,
  FileText,
  FolderOpen,
  House,
  Keyboard,
  Languages,
  LogOut,
  Moon,
  Palette,
  Plus,
  Search,
  Settings2,
  Sun,
  SunMoon,
  UserRound,
  Users,
  UserRoundPlus,
} from 'lucide-react';
import { useLocation } from 'react-router';
import { endpoints, type Action, type CopSummary } from '@kring/contracts';
import type { PaletteItem } from '../../features/search/components/palette.tsx';
import { call } from '../../lib/api/call.ts';
import { useAppState, useMe } from '../../lib/app-state.tsx';
import { ask } from '../../lib/global-keys.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { caseQuery } from '../../lib/queries/case-queries.ts';
import { copsQuery } from '../../lib/queries/cop-queries.ts';
import { homeQuery } from '../../lib/queries/home-queries.ts';
import { setTheme, themes } from '../../lib/theme.ts';
import { useAct } from '../../lib/use-act.ts';
import { changeLanguage } from '../i18n/i18n.ts';
import { adminPages } from './admin-pages.ts';

interface Hands {
  readonly go: (path: string) => void;
  readonly onClose: () => void;
}
type Command = Omit<PaletteItem, 'label' | 'words'> & { readonly label: string; readonly more?: string };

const toItem = ({ more, ...command }: Command): PaletteItem => ({
  ...command,
  words: `${command.label} ${more ?? ''}`,
});

/** Where somebody can go and what they may do at this moment, by the abilities of what they see. */
export function usePaletteItems(hands: Hands): PaletteItem[] {
  const { data: cops = [] } = useQuery(copsQuery);
  const recent = useRecent(hands);
  const pages = usePages(hands, cops);
  const acts = useActs(hands, cops);
  const settings = useSettings(hands);
  return [...recent, ...pages, ...acts, ...settings].map(toItem);
}

function useRecent({ go }: Hands): Command[] {
  const { data: home } = useQuery(homeQuery);
  const notes = (home?.recentNotes ?? []).slice(0, 4).map((note): Command => ({
    id: `recent-note-${note.id}`,
    group: 'recent',
    label: note.title,
    detail: note.caseTitle,
    icon: <FileText aria-hidden="true" />,
    run: () => go(`/cases/${note.caseId}/notes/${note.id}`),
  }));
  const cases = (home?.recentCases ?? []).slice(0, 3).map((one): Command => ({
    id: `recent-case-${one.id}`,
    group: 'recent',
    label: one.title,
    detail: one.cop.name,
    icon: <FolderOpen aria-hidden="true" />,
    run: () => go(`/cases/${one.id}`),
  }));
  return [...notes, ...cases];
}

function usePages({ go }: Hands, cops: readonly CopSummary[]): Command[] {
  const { t } = useTranslation('frame');
  const page = (path: string, label: string, icon: PaletteItem['icon']): Command => ({
    id: path,
    group: 'goTo',
    label,
    icon,
    run: () => go(path),
  });
  return [
    page('/', t('nav.home'), <House aria-hidden="true" />),
    ...cops
      .filter(({ myRole }) => myRole !== null)
      .map(({ slug, name }) => page(`/cops/${slug}`, name, <CircleDashed aria-hidden="true" />)),
    page('/cops', t('nav.cops'), <CircleDashed aria-hidden="true" />),
    page('/people', t('nav.directory'), <Users aria-hidden="true" />),
    page('/search', t('nav.search'), <Search aria-hidden="true" />),
    page('/me', t('nav.me'), <UserRound aria-hidden="true" />),
    ...adminPages(useMe()).map((name) =>
      page(`/admin/${name}`, t(`nav.${name}`), <Settings2 aria-hidden="true" />),
    ),
    page('/stijl', t('nav.style'), <Palette aria-hidden="true" />),
  ];
}

/** The case that the page is about, as far as it has been loaded. */
function useOpenCase() {
  const { pathname } = useLocation();
  const caseId = /^\/cases\/([^/]+)/.exec(pathname)?.[1] ?? '';
  const { data } = useQuery({ ...caseQuery(caseId), enabled: false });
  return caseId === '' ? undefined : data;
}

function useActs({ go }: Hands, cops: readonly CopSummary[]): Command[] {
  const { t } = useTranslation('frame');
  const openCase = useOpenCase();
  const may = (ability: Action) => cops.filter(({ abilities }) => abilities.includes(ability));
  return [
    ...(openCase?.abilities.includes('note.create')
      ? [
          {
            id: 'new-note',
            group: 'do' as const,
            label: t('search:do.newNote', { case: openCase.title }),
            icon: <Plus aria-hidden="true" />,
            run: () => go(`/cases/${openCase.id}?add=note`),
          },
        ]
      : []),
    ...may('case.create').map((cop) => ({
      id: `new-case-${cop.id}`,
      group: 'do' as const,
      label: t('search:do.newCase', { cop: cop.name }),
      icon: <Plus aria-hidden="true" />,
      run: () => go(`/cops/${cop.slug}/cases/new`),
    })),
    ...may('cop.invite')
      .filter(({ myRole }) => myRole !== null)
      .map((cop) => ({
        id: `invite-${cop.id}`,
        group: 'do' as const,
        label: t('search:do.invite', { cop: cop.name }),
        icon: <UserRoundPlus aria-hidden="true" />,
        run: () => go(`/cops/${cop.slug}/members?add=invite`),
      })),
  ];
}

const themeIcons = {
  system: <SunMoon aria-hidden="true" />,
  light: <Sun aria-hidden="true" />,
  dark: <Moon aria-hidden="true" />,
};

function useSettings({ onClose }: Hands): Command[] {
  const { t, language } = useTranslation('frame');
  const { refresh, signOut } = useAppState();
  const act = useAct();
  const other = language === 'nl' ? 'en' : 'nl';
  const command = (
    id: string,
    label: string,
    icon: PaletteItem['icon'],
    run: () => unknown,
    more?: string,
  ): Command => ({
    id,
    group: 'do',
    label,
    icon,
    ...(more !== undefined && { more }),
    run: () => {
      onClose();
      void run();
    },
  });
  return [
    command(
      'language',
      t('search:do.language'),
      <Languages aria-hidden="true" />,
      () =>
        act.run(async () => {
          await call(endpoints.updateMe, { body: { language: other } });
          await changeLanguage(other);
          await refresh();
        }),
      'English Nederlands taal language',
    ),
    ...themes.map((theme) =>
      command(
        `theme-${theme}`,
        t('search:do.theme', { theme: t(`theme.${theme}`).toLowerCase() }),
        themeIcons[theme],
        () => setTheme(theme),
      ),
    ),
    command('shortcuts', t('search:keys.title'), <Keyboard aria-hidden="true" />, () => ask('shortcuts')),
    command('sign-out', t('search:do.signOut'), <LogOut aria-hidden="true" />, () => act.run(signOut)),
  ];
}
