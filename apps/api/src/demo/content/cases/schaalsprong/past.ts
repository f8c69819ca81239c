import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf, type Replacement } from '../../past-builder.ts';
import { schaalsprongAnalysis } from './analysis.ts';

const upTo = earlierFormsOf(schaalsprongAnalysis);

const firstWords: Replacement[] = [
  ['Wie over dertig jaar in de regio woont, praat niet mee.', 'Dat is jammer.'],
  ['minstens zo veel van de dorpen eromheen', 'ook iets van het platteland'],
];

/** How the analysis came to be. */
export const schaalsprongPast: readonly DemoPast[] = [
  { daysAgo: 41, time: '10:10', byKey: 'ruben-vanesveld', body: upTo('gebied-en-cijfers', ...firstWords) },
  {
    daysAgo: 33,
    time: '14:45',
    byKey: 'bas-oosterveen',
    body: upTo('betrokkenen', ['74%', '71%'], ['41 minuten', 'nog niet bekend'], ...firstWords),
  },
  {
    daysAgo: 26,
    time: '16:20',
    byKey: 'yara-vrolijk',
    name: 'Opties vastgesteld',
    description: 'Met deze drie opties ging iedereen de matrix invullen.',
    body: upTo('effectmatrix', ['De stad wordt drukker.', 'De stad wordt voller en hoger.']),
  },
  {
    daysAgo: 12,
    time: '11:30',
    byKey: 'lian-cheung',
    body: upTo('verdeling', ['van 2030 tot 2100', 'van 2030 tot 2050']),
  },
  {
    daysAgo: 5,
    time: '09:55',
    byKey: 'chaima-benhaddou',
    body: upTo('handelingsperspectief', ['Een stoel alleen wordt een grap. ', '']),
  },
  { daysAgo: 2, time: '15:40', byKey: 'ruben-vanesveld', body: upTo(null) },
];
