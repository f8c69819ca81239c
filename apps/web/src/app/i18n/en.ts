import { en as admin } from '../../features/admin/i18n/en.ts';
import { en as cases } from '../../features/cases/i18n/en.ts';
import { en as core } from './core-en.ts';
import { ofCops } from './of-cops-en.ts';
import { en as comments } from '../../features/comments/i18n/en.ts';
import { en as effects } from '../../features/effects/i18n/en.ts';
import { en as history } from '../../features/history/i18n/en.ts';
import { en as home } from '../../features/home/i18n/en.ts';
import { en as identity } from '../../features/identity/i18n/en.ts';
import { en as notes } from '../../features/notes/i18n/en.ts';
import { en as writing } from '../../features/notes/writing/i18n/en.ts';
import { en as notifications } from '../../features/notifications/i18n/en.ts';
import { en as organisations } from '../../features/organisations/i18n/en.ts';
import { en as platform } from '../../features/platform/i18n/en.ts';
import { en as redaction } from '../../features/redaction/i18n/en.ts';
import { en as sections } from '../../features/sections/i18n/en.ts';
import { en as state } from '../../features/state/i18n/en.ts';
import { en as style } from '../../features/style/i18n/en.ts';
import { en as search } from '../../features/search/i18n/en.ts';
import type { nl } from './nl.ts';

export const en: typeof nl = {
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
