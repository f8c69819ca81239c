import type { DemoEffects } from '../../../demo-content.ts';
import { entry } from '../../effect-builders.ts';

/** Still in the private round: everybody sees their own only. Nobody said this. */
export const regioDealEffects: DemoEffects = {
  frameworkId: 'klavervier-4',
  createdByKey: 'wim-baarslag',
  isRevealed: false,
  options: [
    {
      title: 'Zonder Regio Deal (voorbeeld)',
      theory: {
        condition: '',
        consequence: 'Elke gemeente doet wat zij zelf kan betalen.',
        reason: '',
      },
    },
    {
      title: 'Eén gezamenlijk programma (voorbeeld)',
      theory: {
        condition: 'we de projecten als één geheel kiezen',
        consequence: 'versterken ze elkaar',
        reason: 'wonen, werk en zorg in deze streek van elkaar afhangen',
      },
    },
  ],
  inputs: [
    {
      at: { option: 1, theme: 'living-together', dimension: 'effect' },
      personKey: 'joost-verschure',
      entry: entry('positive', 'Voorbeeld: dorpen gaan samen iets opzetten.'),
    },
    {
      at: { option: 1, theme: 'living-together', dimension: 'effect' },
      personKey: 'fenna-terwolde',
      entry: entry('mixed', 'Voorbeeld: het hangt ervan af wie er mag meepraten.'),
    },
    {
      at: { option: 1, theme: 'use-of-nature', dimension: 'effect' },
      personKey: 'tarik-aslandag',
      entry: entry('unknown', 'Voorbeeld: daar heeft nog niemand naar gekeken.'),
    },
    {
      at: { option: 0, theme: 'economic-welfare', dimension: 'effect' },
      personKey: 'wim-baarslag',
      entry: entry('negative', 'Voorbeeld: los van elkaar bereiken we minder.'),
    },
  ],
  agreed: [],
  links: [],
  gaps: [],
};
