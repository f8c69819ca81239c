import { learningAgendaEndpoints } from '../learning-agenda/learning-question.endpoints.ts';
import { libraryEndpoints } from '../library/library.endpoints.ts';
import { timelineEndpoints } from '../timeline/timeline.endpoints.ts';
import { copKeepingEndpoints } from './cop-keeping.endpoints.ts';

/** What the parts of the page of a CoP call; each part has its table from the file of its own. */
export const copPageEndpoints = {
  ...copKeepingEndpoints,
  ...learningAgendaEndpoints,
  ...libraryEndpoints,
  ...timelineEndpoints,
} as const;
