import { en as common } from '../../components/i18n/en.ts';
import { en as errors } from '../../lib/i18n/errors-en.ts';
import { en as frame } from '../frame/i18n/en.ts';

/** The words that every page needs. */
export const en = { common, errors, frame };
