import { nl as admin } from '../../features/admin/i18n/nl.ts';
import { nl as cases } from '../../features/cases/i18n/nl.ts';
import { nl as core } from './core-nl.ts';
import { ofCops } from './of-cops-nl.ts';
import { nl as comments } from '../../features/comments/i18n/nl.ts';
import { nl as effects } from '../../features/effects/i18n/nl.ts';
import { nl as history } from '../../features/history/i18n/nl.ts';
import { nl as home } from '../../features/home/i18n/nl.ts';
import { nl as identity } from '../../features/identity/i18n/nl.ts';
import { nl as notes } from '../../features/notes/i18n/nl.ts';
import { nl as writing } from '../../features/notes/writing/i18n/nl.ts';
import { nl as notifications } from '../../features/notifications/i18n/nl.ts';
import { nl as organisations } from '../../features/organisations/i18n/nl.ts';
import { nl as platform } from '../../features/platform/i18n/nl.ts';
import { nl as redaction } from '../../features/redaction/i18n/nl.ts';
import { nl as sections } from '../../features/sections/i18n/nl.ts';
import { nl as state } from '../../features/state/i18n/nl.ts';
import { nl as style } from '../../features/style/i18n/nl.ts';
import { nl as search } from '../../features/search/i18n/nl.ts';

export const nl = {
  ...core,
  ...ofCops,
  admin,
  cases,
  comments,
  effects,
  history,
  home,
  identity,
  notes,
  notifications,
  organisations,
  platform,
  redaction,
  search,
  writing,
  sections,
  state,
  style,
};

type Dutch = typeof nl;
declare module '../../lib/i18n/words.ts' {
  interface AppWords extends Dutch {}
}
