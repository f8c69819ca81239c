import type { nl } from './nl.ts';

export const en: typeof nl = {
  title: 'Who is who',
  lead: 'The people with whom you share a CoP: what they do, where they work, and which CoPs you are in together.',
  search: 'Name, function or organisation',
  submit: 'Search',
  clear: 'Clear filters',
  organisation: 'Organisation',
  anyOrganisation: 'Every organisation',
  cop: 'CoP',
  anyCop: 'Every CoP that you share',
  cops: 'CoPs',
  found_one: '{{count}} person',
  found_other: '{{count}} people',
  many_one: 'The first {{count}}',
  many_other: 'The first {{count}} people',
  none: 'Nobody found',
  noneText:
    'You only find people here with whom you share a CoP. See whether the name is right, or choose another filter.',
  showAll: 'Show everybody',
  noAccess: 'You only see the members of CoPs that you are a member of yourself.',
};
