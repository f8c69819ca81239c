import type { DemoContent } from '../demo-content.ts';
import { cases } from './cases.ts';
import { cops } from './cops.ts';
import { dates } from './dates.ts';
import { learningQuestions } from './learning-questions.ts';
import { follows, tellings } from './notices.ts';
import { caseLinks, library } from './library.ts';
import { members } from './members.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

/** The learning programme "Brede welvaart in beleid" as its public pages describe it, with fictional people. */
export const demoProgramme: DemoContent = {
  organisations,
  people,
  cops,
  members,
  learningQuestions,
  cases,
  dates,
  library,
  caseLinks,
  follows,
  tellings,
  demoSignIns: {
    facilitator: 'marit-hoekzema',
    participantOne: 'joost-verschure',
    participantTwo: 'fenna-terwolde',
    commenter: 'ilyas-chaouki',
    observer: 'dewi-sanjoyo',
    administrator: 'nadia-elmansouri',
  },
};
