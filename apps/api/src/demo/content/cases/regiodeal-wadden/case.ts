import type { DemoCase } from '../../../demo-content.ts';
import { waddenAnalysis } from './analysis.ts';
import { waddenPast } from './past.ts';
import { waddenThreads } from './threads.ts';
import { regioDealWadden } from './ownership.ts';

export const regiodealWaddenCase: DemoCase = {
  key: 'regiodeal-wadden',
  copSlug: 'lerende-adaptieve-aanpak',
  title: 'Regio Deal Waddeneilanden',
  question: 'Van wie is het leerproces: wie leert, wie kan bijsturen en wat is daarvoor nodig?',
  region: 'Waddeneilanden',
  themes: ['social-capital', 'housing'],
  holderKey: 'gryt-zwanenburg',
  status: 'active',
  visibility: 'cop',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'gryt-zwanenburg',
      body: waddenAnalysis,
      threads: waddenThreads,
      past: waddenPast,
    },
    {
      title: 'Eigenaarschap van leren (voorbeeld)',
      createdByKey: 'gryt-zwanenburg',
      body: regioDealWadden,
    },
  ],
};
