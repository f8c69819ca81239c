import {
  type Case,
  type CaseSummary,
  type Cop,
  type DirectoryPerson,
  type Organisation,
  type TemplateSummary,
  endpoints,
  type PageOf,
} from '@kring/contracts';
import type { Person } from './person.ts';

export interface PageToSee {
  /** Fit for the name of a file. */
  readonly name: string;
  readonly path: string;
}

export const publicPages: readonly PageToSee[] = [
  { name: 'start', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'reset-password', path: '/reset-password' },
  { name: 'invite-without-link', path: '/invite' },
  { name: 'invite-wrong-link', path: '/invite#token=wrong-wrong-wrong-wrong-wrong-wrong-wrong-1' },
  { name: 'invite-cut-link', path: '/invite#token=wrong-wrong' },
  { name: 'setup-done', path: '/setup' },
  { name: 'unsubscribe-without-link', path: '/unsubscribe' },
  { name: 'style', path: '/stijl' },
];

export const administratorPages: readonly PageToSee[] = [
  { name: 'admin-people', path: '/admin/people' },
  { name: 'admin-organisations', path: '/admin/organisations' },
  { name: 'admin-invites', path: '/admin/invites' },
  { name: 'admin-outbox', path: '/admin/outbox' },
  { name: 'admin-settings', path: '/admin/settings' },
  { name: 'admin-audit', path: '/admin/audit' },
  { name: 'admin-state', path: '/admin/state' },
];

/** Every page that a member sees, with the demo programme behind it: the example case with its text among them. */
export async function memberPages(person: Person): Promise<PageToSee[]> {
  const cop = await person.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
  return [
    { name: 'my-work', path: '/' },
    { name: 'cops', path: '/cops' },
    ...copPages(cop),
    { name: 'cop-of-others', path: '/cops/bewoners-in-beeld' },
    ...(await templatePages(person, cop)),
    ...(await casePages(person, cop)),
    ...(await peoplePages(person)),
    { name: 'search-empty', path: '/search' },
    { name: 'search', path: '/search?q=brede+welvaart' },
    { name: 'search-nothing', path: '/search?q=xqzzyk' },
    { name: 'notifications', path: '/notifications' },
    { name: 'notifications-following', path: '/notifications?tab=following' },
    { name: 'me', path: '/me' },
    { name: 'not-found', path: '/nowhere' },
  ];
}

function copPages({ slug }: Cop): PageToSee[] {
  const tabs = ['about', 'agenda', 'cases', 'dates', 'library', 'members', 'templates'];
  return tabs.map((tab) => ({ name: `cop-${tab}`, path: `/cops/${slug}/${tab}` }));
}

async function templatePages(person: Person, { id, slug }: Cop): Promise<PageToSee[]> {
  const list = endpoints.listTemplates.path.replace(':copId', id);
  const [first] = await person.ask<TemplateSummary[]>(list);
  return [
    { name: 'template-new', path: `/cops/${slug}/templates/new` },
    ...(first ? [{ name: 'template', path: `/cops/${slug}/templates/${first.id}` }] : []),
  ];
}

async function casePages(person: Person, cop: Cop): Promise<PageToSee[]> {
  const list = endpoints.listCases.path.replace(':copId', cop.id);
  const { items: cases } = await person.ask<PageOf<CaseSummary>>(list);
  const chosen = cases.find(({ isExample }) => isExample) ?? cases[0];
  if (chosen === undefined) throw new Error('The demo programme has no case.');
  const other = cases.find(({ id }) => id !== chosen.id) ?? chosen;
  const { id, notes } = await person.ask<Case>(endpoints.getCase.path.replace(':caseId', chosen.id));
  const note = `/cases/${id}/notes/${notes[0]?.id ?? ''}`;
  return [
    { name: 'new-case', path: `/cops/${cop.slug}/cases/new` },
    { name: 'case', path: `/cases/${id}` },
    { name: 'effects', path: `/cases/${id}/effects` },
    { name: 'effects-compared', path: `/cases/${id}/effects?option=compare` },
    { name: 'effects-private', path: `/cases/${other.id}/effects` },
    { name: 'note', path: note },
    { name: 'note-comments', path: `${note}?panel=comments` },
    { name: 'note-history', path: `${note}?panel=history` },
    { name: 'note-read', path: `${note}?view=read` },
  ];
}

async function peoplePages(person: Person): Promise<PageToSee[]> {
  const { items: people } = await person.ask<PageOf<DirectoryPerson>>(endpoints.listDirectory.path);
  const somebody = people.find(({ id }) => id !== person.me?.id);
  const {
    items: [organisation],
  } = await person.ask<PageOf<Organisation>>(endpoints.listOrganisations.path);
  return [
    { name: 'people', path: '/people' },
    ...(somebody ? [{ name: 'person', path: `/people/${somebody.id}` }] : []),
    ...(organisation ? [{ name: 'organisation', path: `/organisations/${organisation.id}` }] : []),
  ];
}
