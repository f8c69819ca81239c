import { lazy, useState, type ComponentType, type ReactElement } from 'react';
import { createRoutesFromElements, matchRoutes, Route, Routes } from 'react-router';
import { Root } from './frame/root.tsx';
import { needWords, type Namespace } from '../lib/i18n/words.ts';
import { RequireSignIn } from './frame/require-sign-in.tsx';
import { askNote } from './note-ahead.ts';
import type { FirstPage } from './open-page.ts';

/** A page with the words that it shows at once. */
function page(load: () => Promise<{ Component: ComponentType }>, ...words: Namespace[]) {
  let loaded: ComponentType | null = null;
  async function whole() {
    const [{ Component }] = await Promise.all([load(), ...words.map(needWords)]);
    loaded = Component;
    return { default: Component };
  }
  const Later = lazy(whole);
  // Where it has come already it is there at once: React draws something else first, and for 300 ms at least.
  function Page() {
    const [Shown] = useState<ComponentType>(() => loaded ?? Later);
    return <Shown />;
  }
  return Object.assign(Page, { load, whole });
}

type Page = ReturnType<typeof page>;

const Home = page(() => import('./routes/home.tsx'), 'cases', 'cops', 'home', 'notifications', 'timeline');
const SignIn = page(() => import('./routes/sign-in.tsx'), 'identity');
const ResetPassword = page(() => import('./routes/reset-password.tsx'), 'identity');
const Invite = page(() => import('./routes/invite.tsx'), 'cops', 'identity');
const Setup = page(() => import('./routes/setup.tsx'), 'identity');
const Cops = page(() => import('./routes/cops.tsx'), 'cops');
const Cop = page(() => import('./routes/cop.tsx'), 'cases', 'cops');
const NewCase = page(() => import('./routes/new-case.tsx'), 'cases', 'cops');
const Template = page(() => import('./routes/template.tsx'), 'cops', 'templates');
const Case = page(() => import('./routes/case.tsx'), 'cases', 'cops');
const Note = page(() => import('./routes/note.tsx'), 'cases', 'notes');
const Search = page(() => import('./routes/search.tsx'), 'search');
const Directory = page(() => import('./routes/directory.tsx'), 'directory');
const Person = page(() => import('./routes/person.tsx'), 'search');
const Me = page(() => import('./routes/me.tsx'), 'identity', 'notifications');
const Notifications = page(() => import('./routes/notifications.tsx'), 'notifications');
const Unsubscribe = page(() => import('./routes/unsubscribe.tsx'), 'notifications');
const Effects = page(() => import('./routes/effects.tsx'), 'cases', 'effects');
const AdminPeople = page(() => import('./routes/admin-people.tsx'), 'admin');
const AdminOrganisations = page(() => import('./routes/admin-organisations.tsx'), 'organisations');
const Organisation = page(() => import('./routes/organisation.tsx'), 'organisations');
const AdminOutbox = page(() => import('./routes/admin-outbox.tsx'), 'admin');
const AdminAudit = page(() => import('./routes/admin-audit.tsx'), 'admin');
const AdminState = page(() => import('./routes/admin-state.tsx'), 'admin', 'state');
const Style = page(() => import('./routes/style.tsx'), 'style');
const AdminInvites = page(() => import('./routes/admin-invites.tsx'), 'admin', 'cops', 'platform');
const AdminSettings = page(() => import('./routes/admin-settings.tsx'), 'admin', 'platform');
const NotFound = page(() => import('./routes/not-found.tsx'));

const routes = (
  <Route element={<Root />}>
    <Route index element={<Home />} />
    <Route path="sign-in" element={<SignIn />} />
    <Route path="reset-password" element={<ResetPassword />} />
    <Route path="invite" element={<Invite />} />
    <Route path="setup" element={<Setup />} />
    <Route path="unsubscribe" element={<Unsubscribe />} />
    <Route path="stijl" element={<Style />} />
    <Route element={<RequireSignIn />}>
      <Route path="cops" element={<Cops />} />
      <Route path="cops/:slug/cases/new" element={<NewCase />} />
      <Route path="cops/:slug/templates/new" element={<Template />} />
      <Route path="cops/:slug/templates/:templateId" element={<Template />} />
      <Route path="cops/:slug/:tab?" element={<Cop />} />
      <Route path="cases/:caseId" element={<Case />} />
      <Route path="cases/:caseId/notes/:noteId" element={<Note />} />
      <Route path="notifications" element={<Notifications />} />
      <Route path="search" element={<Search />} />
      <Route path="people" element={<Directory />} />
      <Route path="people/:personId" element={<Person />} />
      <Route path="organisations/:organisationId" element={<Organisation />} />
      <Route path="cases/:caseId/effects" element={<Effects />} />
      <Route path="me" element={<Me />} />
      <Route path="admin/people" element={<AdminPeople />} />
      <Route path="admin/organisations" element={<AdminOrganisations />} />
      <Route path="admin/invites" element={<AdminInvites />} />
      <Route path="admin/settings" element={<AdminSettings />} />
      <Route path="admin/outbox" element={<AdminOutbox />} />
      <Route path="admin/state" element={<AdminState />} />
      <Route path="admin/audit" element={<AdminAudit />} />
    </Route>
    <Route path="*" element={<NotFound />} />
  </Route>
);

/** Every page of Kring; each loads its own code. */
export function Pages() {
  return <Routes>{routes}</Routes>;
}

/** The page at an address, to be loaded before it is shown. */
export function pageAt(pathname: string): FirstPage {
  const found = matchRoutes(createRoutesFromElements(routes), pathname) ?? [];
  const types = found.map(({ route }) => (route.element as ReactElement | undefined)?.type);
  const shown = types.at(-1) as Page | undefined;
  return {
    load: async () => void (await shown?.load()),
    whole: async () => void (await shown?.whole()),
    signIn: types.includes(RequireSignIn) ? async () => void (await SignIn.whole()) : null,
    ask: (queryClient, personId) => {
      if (shown === Note) askNote(queryClient, personId, found.at(-1)?.params ?? {});
    },
  };
}
