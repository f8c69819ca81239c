import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf, type Replacement } from '../../past-builder.ts';
import { zeeuwsVlaanderenAnalyse } from './analysis.ts';

const upTo = earlierFormsOf(zeeuwsVlaanderenAnalyse);

const firstFigures: Replacement[] = [
  ['13%', '11%'],
  ['4 van de 10', 'niet gevraagd'],
];
const firstWords: Replacement[] = [
  ['Zo houdt het zichzelf in stand.', 'Dat is een probleem voor de regio.'],
  ['De vraag is vooral wat groei doet', 'Het gaat erom wat groei doet'],
];

/** How the example came to be, so that there is something to look back on. */
export const zeeuwsVlaanderenPast: readonly DemoPast[] = [
  { daysAgo: 34, time: '09:40', byKey: 'joost-verschure', body: upTo('gebied-en-cijfers', ...firstWords) },
  {
    daysAgo: 27,
    time: '15:25',
    byKey: 'anouk-dierickx',
    body: upTo('betrokkenen', ...firstFigures, ...firstWords),
  },
  {
    daysAgo: 20,
    time: '11:05',
    byKey: 'marit-hoekzema',
    name: 'Voor het werkbezoek',
    description: 'Zo ging de analyse mee naar Terneuzen en Griete.',
    body: upTo('effectmatrix', ...firstFigures),
  },
  {
    daysAgo: 13,
    time: '16:50',
    byKey: 'fenna-terwolde',
    body: upTo('sturing-en-leren', ['Elders in Nederland', 'Andere regio’s']),
  },
  {
    daysAgo: 6,
    time: '10:15',
    byKey: 'marit-hoekzema',
    body: upTo('handelingsperspectief', [
      'De CoP is het daar nog niet over eens, en dat schrijven we op.',
      'Daar zijn we nog niet uit.',
    ]),
  },
  { daysAgo: 1, time: '14:30', byKey: 'joost-verschure', body: upTo(null) },
];
