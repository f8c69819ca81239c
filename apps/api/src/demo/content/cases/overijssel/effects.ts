import type { DemoCell, DemoEffects } from '../../../demo-content.ts';
import { entry } from '../../effect-builders.ts';

const [apart, visits, logbook] = [0, 1, 2] as const;
const at = (option: number, theme: string): DemoCell => ({ option, theme, dimension: 'effect' });

const [hester, menno, sander, dewi, gryt, priya] = [
  'hester-lindeboer',
  'menno-feitsma',
  'sander-nijhuizen',
  'dewi-sanjoyo',
  'gryt-zwanenburg',
  'priya-ramdhani',
] as const;

/** The private round is open: everybody sees their own only. Nobody said this. */
export const overijsselEffects: DemoEffects = {
  frameworkId: 'telos-3',
  createdByKey: hester,
  isRevealed: false,
  options: [
    {
      title: 'Elk gebied voor zich',
      theory: {
        condition: '',
        consequence: 'Elk gebied leert van zijn eigen fouten. Wat goed gaat, blijft in het gebied.',
        reason: '',
      },
    },
    {
      title: 'Op bezoek',
      theory: {
        condition: 'elk kwartaal twee mensen een dag meelopen in een ander gebied',
        consequence: 'gaan lessen mee naar huis',
        reason: 'je onthoudt wat je zelf hebt gezien',
      },
    },
    {
      title: 'Eén kaart, één logboek',
      theory: {
        condition: 'alle gebieden hun keuzes op dezelfde manier vastleggen',
        consequence: 'worden patronen zichtbaar',
        reason: 'je de besluiten dan naast elkaar kunt leggen',
      },
    },
  ],
  inputs: [
    { at: at(apart, 'knowledge'), personKey: hester, entry: entry('negative', 'Elk gebied begint bij nul.') },
    { at: at(apart, 'knowledge'), personKey: menno, entry: entry('negative', 'Kennis blijft bij personen.') },
    {
      at: at(apart, 'surface-water'),
      personKey: dewi,
      entry: entry('negative', 'Water stopt niet bij de grens.'),
    },
    {
      at: at(visits, 'knowledge'),
      personKey: hester,
      entry: entry('positive', 'Je onthoudt wat je zelf zag.'),
    },
    {
      at: at(visits, 'knowledge'),
      personKey: priya,
      entry: entry('positive', 'Seeing it yourself beats reading about it.', {
        basis: ['research'],
        certainty: 'middle',
      }),
    },
    {
      at: at(visits, 'social-participation'),
      personKey: sander,
      entry: entry('mixed', 'Steeds dezelfde mensen gaan mee.'),
    },
    {
      at: at(visits, 'social-participation'),
      personKey: gryt,
      entry: entry('positive', 'Aan de keukentafel praat iedereen.'),
    },
    { at: at(visits, 'labour'), personKey: hester, entry: entry('neutral', 'Een dag weg, een dag winst.') },
    {
      at: at(visits, 'soil-and-groundwater'),
      personKey: menno,
      entry: entry('unknown', 'Het effect op de bodem is te ver weg.'),
    },
    {
      at: at(logbook, 'knowledge'),
      personKey: menno,
      entry: entry('strongly-positive', 'Dan kun je echt vergelijken.'),
    },
    { at: at(logbook, 'knowledge'), personKey: sander, entry: entry('mixed', 'Als iemand het ook leest.') },
    { at: at(logbook, 'labour'), personKey: dewi, entry: entry('negative', 'Weer een uur per week erbij.') },
    {
      at: at(logbook, 'nature-and-landscape'),
      personKey: gryt,
      entry: entry('unknown', 'Daar is nog niets over te zeggen.'),
    },
  ],
  agreed: [],
  links: [],
  gaps: [],
};
