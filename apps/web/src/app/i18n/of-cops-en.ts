import { en as agenda } from '../../features/agenda/i18n/en.ts';
import { en as cops } from '../../features/cops/i18n/en.ts';
import { en as directory } from '../../features/directory/i18n/en.ts';
import { en as library } from '../../features/library/i18n/en.ts';
import { en as templates } from '../../features/templates/i18n/en.ts';
import { en as timeline } from '../../features/timeline/i18n/en.ts';

/** What a CoP has beside its cases, and who is in it. */
export const ofCops = { agenda, cops, directory, library, templates, timeline };
