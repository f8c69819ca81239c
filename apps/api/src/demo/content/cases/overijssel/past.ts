import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf } from '../../past-builder.ts';
import { overijsselAnalysis } from './analysis.ts';

const upTo = earlierFormsOf(overijsselAnalysis);

/** How the analysis came to be. */
export const overijsselPast: readonly DemoPast[] = [
  { daysAgo: 23, time: '10:25', byKey: 'hester-lindeboer', body: upTo('gebied-en-cijfers') },
  {
    daysAgo: 17,
    time: '13:50',
    byKey: 'menno-feitsma',
    body: upTo('betrokkenen', ['41 van de 60', '38 van de 60'], ['8 maanden', 'een half jaar']),
  },
  {
    daysAgo: 11,
    time: '15:10',
    byKey: 'hester-lindeboer',
    name: 'Opties voor de matrix',
    description: 'Met deze opties vult iedereen de matrix in.',
    body: upTo('effectmatrix', ['Het kost elke week een uur.', 'Het kost tijd.']),
  },
  { daysAgo: 7, time: '09:45', byKey: 'dewi-sanjoyo', body: upTo('verdeling') },
  {
    daysAgo: 4,
    time: '16:30',
    byKey: 'sjoerd-wiarda',
    body: upTo('handelingsperspectief', [
      'Na het eerste bezoek (voorbeeld) schreven we er twee op:',
      'Onze eerste lessen:',
    ]),
  },
  { daysAgo: 1, time: '11:15', byKey: 'hester-lindeboer', body: upTo(null) },
];
