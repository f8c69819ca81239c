import type { DemoCase } from '../../../demo-content.ts';
import { overijsselAnalysis } from './analysis.ts';
import { overijsselEffects } from './effects.ts';
import { overijsselPast } from './past.ts';
import { overijsselThreads } from './threads.ts';
import { gebiedsprocessenOverijssel } from './between-areas.ts';

export const overijsselCase: DemoCase = {
  key: 'gebiedsprocessen-ov',
  copSlug: 'lerende-adaptieve-aanpak',
  title: 'Gebiedsprocessen landelijk gebied Overijssel',
  question: 'Hoe leren gebiedsprocessen van elkaar terwijl ze nog bezig zijn?',
  region: 'Overijssel',
  themes: ['natural-capital', 'social-capital', 'environment'],
  holderKey: 'hester-lindeboer',
  status: 'exploring',
  visibility: 'cop',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'hester-lindeboer',
      body: overijsselAnalysis,
      threads: overijsselThreads,
      past: overijsselPast,
    },
    {
      title: 'Leren tussen gebieden (voorbeeld)',
      createdByKey: 'hester-lindeboer',
      body: gebiedsprocessenOverijssel,
    },
  ],
  effects: overijsselEffects,
};
