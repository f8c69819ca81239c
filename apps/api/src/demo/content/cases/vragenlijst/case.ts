import type { DemoCase } from '../../../demo-content.ts';
import { vragenlijstAnalysis } from './analysis.ts';
import { vragenlijstPast } from './past.ts';
import { vragenlijst } from './state-of-play.ts';
import { vragenlijstThreads } from './threads.ts';

export const vragenlijstCase: DemoCase = {
  key: 'vragenlijst',
  copSlug: 'bewoners-in-beeld',
  title: 'Gezamenlijke vragenlijst brede welvaart',
  question: 'Hoe stemmen we de vragenlijsten van provincies en planbureaus op elkaar af?',
  region: 'Groningen, Drenthe, Fryslân en andere provincies',
  themes: ['subjective-well-being', 'society'],
  holderKey: 'ebel-dijkhuis',
  status: 'active',
  visibility: 'network',
  isExample: true,
  notes: [
    {
      title: 'Casusanalyse',
      createdByKey: 'ebel-dijkhuis',
      body: vragenlijstAnalysis,
      threads: vragenlijstThreads,
      past: vragenlijstPast,
    },
    { title: 'Stand van zaken (voorbeeld)', createdByKey: 'ebel-dijkhuis', body: vragenlijst },
  ],
};
