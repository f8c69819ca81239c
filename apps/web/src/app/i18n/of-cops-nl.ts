import { nl as agenda } from '../../features/agenda/i18n/nl.ts';
import { nl as cops } from '../../features/cops/i18n/nl.ts';
import { nl as directory } from '../../features/directory/i18n/nl.ts';
import { nl as library } from '../../features/library/i18n/nl.ts';
import { nl as templates } from '../../features/templates/i18n/nl.ts';
import { nl as timeline } from '../../features/timeline/i18n/nl.ts';

/** What a CoP has beside its cases, and who is in it. */
export const ofCops = { agenda, cops, directory, library, templates, timeline };
