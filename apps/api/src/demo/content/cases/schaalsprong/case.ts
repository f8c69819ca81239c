import type { DemoCase } from '../../../demo-content.ts';
import { schaalsprong } from './about-later.ts';
import { schaalsprongAnalysis } from './analysis.ts';
import { schaalsprongEffects } from './effects.ts';
import { schaalsprongPast } from './past.ts';
import { schaalsprongThreads } from './threads.ts';

export const schaalsprongCase: DemoCase = {
  key: 'schaalsprong-mre',
  copSlug: 'oog-voor-de-toekomst',
  title: 'Schaalsprong Metropoolregio Eindhoven',
  question:
    'Hoe geven we ontwikkelingen in de stad en op het platteland een plek, zonder de inwoners te vergeten?',
  region: 'Metropoolregio Eindhoven',
  themes: ['housing', 'natural-capital', 'economic-capital'],
  holderKey: 'ruben-vanesveld',
  status: 'active',
  visibility: 'cop',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'ruben-vanesveld',
      body: schaalsprongAnalysis,
      threads: schaalsprongThreads,
      past: schaalsprongPast,
    },
    { title: 'Gesprek over later (voorbeeld)', createdByKey: 'ruben-vanesveld', body: schaalsprong },
  ],
  effects: schaalsprongEffects,
};
