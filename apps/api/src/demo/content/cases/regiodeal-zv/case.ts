import type { DemoCase } from '../../../demo-content.ts';
import { regioDealEffects } from './effects.ts';
import { regioDealZeeuwsVlaanderen } from './first-look.ts';

export const regiodealZvCase: DemoCase = {
  key: 'regiodeal-zv',
  copSlug: 'gebiedsgericht-werken',
  title: 'Regio Deal Zeeuws-Vlaanderen en Lokale Deal Terneuzen',
  question: 'Hoe dragen de projecten van de Regio Deal samen bij aan de brede welvaart in de streek?',
  region: 'Zeeuws-Vlaanderen',
  themes: ['society', 'health'],
  holderKey: 'wim-baarslag',
  status: 'exploring',
  visibility: 'all-cops',
  isExample: false,
  notes: [
    {
      title: 'Eerste verkenning (voorbeeld)',
      createdByKey: 'wim-baarslag',
      body: regioDealZeeuwsVlaanderen,
    },
  ],
  effects: regioDealEffects,
};
