import { nl as common } from '../../components/i18n/nl.ts';
import { nl as errors } from '../../lib/i18n/errors-nl.ts';
import { nl as frame } from '../frame/i18n/nl.ts';

/** The words that every page needs. */
export const nl = { common, errors, frame };
