import type { DemoCase } from '../../../demo-content.ts';
import { medtechHeerlenAnalysis } from './analysis.ts';
import { medtechHeerlenEffects } from './effects.ts';
import { medtechHeerlen } from './expected.ts';
import { medtechHeerlenPast } from './past.ts';
import { medtechHeerlenThreads } from './threads.ts';

export const medtechHeerlenCase: DemoCase = {
  key: 'medtech-heerlen',
  copSlug: 'sturen-op-impact',
  title: 'Medtech Logistics Heerlen',
  question:
    'Wat is het effect van een logistieke ontwikkeling op de brede welvaart in de regio, en hoe stuur je daar in de praktijk op?',
  region: 'Parkstad Limburg',
  themes: ['labour-and-leisure', 'environment'],
  holderKey: 'loes-vanderheyden',
  status: 'concluded',
  visibility: 'all-cops',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'loes-vanderheyden',
      body: medtechHeerlenAnalysis,
      threads: medtechHeerlenThreads,
      past: medtechHeerlenPast,
    },
    { title: 'Verwacht effect (voorbeeld)', createdByKey: 'loes-vanderheyden', body: medtechHeerlen },
  ],
  effects: medtechHeerlenEffects,
};
