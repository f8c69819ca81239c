import type { DemoCase } from '../../../demo-content.ts';
import { zeeuwsVlaanderenAnalyse } from './analysis.ts';
import { zeeuwsVlaanderenEffects } from './effects.ts';
import { zeeuwsVlaanderenPast } from './past.ts';
import { zeeuwsVlaanderenThreads } from './threads.ts';
import { zeeuwsVlaanderenWerkbezoek } from './visit.ts';

export const zeeuwsVlaanderenCase: DemoCase = {
  key: 'zeeuws-vlaanderen',
  copSlug: 'gebiedsgericht-werken',
  title: 'Brede welvaart in Zeeuws-Vlaanderen',
  question:
    'Hoe versterken we de brede welvaart in Zeeuws-Vlaanderen, nu voorzieningen en leefbaarheid onder druk staan en de regio wil groeien naar 125.000 inwoners?',
  region: 'Zeeuws-Vlaanderen',
  themes: ['housing', 'society', 'economic-capital'],
  holderKey: 'joost-verschure',
  status: 'active',
  visibility: 'cop',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'joost-verschure',
      body: zeeuwsVlaanderenAnalyse,
      threads: zeeuwsVlaanderenThreads,
      past: zeeuwsVlaanderenPast,
    },
    { title: 'Verslag werkbezoek', createdByKey: 'anouk-dierickx', body: zeeuwsVlaanderenWerkbezoek },
  ],
  effects: zeeuwsVlaanderenEffects,
};
