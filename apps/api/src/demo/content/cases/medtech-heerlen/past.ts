import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf } from '../../past-builder.ts';
import { medtechHeerlenAnalysis } from './analysis.ts';

const upTo = earlierFormsOf(medtechHeerlenAnalysis);

/** How the analysis came to be. */
export const medtechHeerlenPast: readonly DemoPast[] = [
  {
    daysAgo: 120,
    time: '13:15',
    byKey: 'loes-vanderheyden',
    body: upTo('gebied-en-cijfers', [
      'We wilden weten of sturen dan nog zin heeft.',
      'Heeft sturen dan nog zin?',
    ]),
  },
  {
    daysAgo: 96,
    time: '10:40',
    byKey: 'giovanni-pesch',
    body: upTo('effectmatrix', ['de aanvrager noemde 500', 'nog niet bekend'], ['1 op de 6', 'niet gemeten']),
  },
  {
    daysAgo: 62,
    time: '16:05',
    byKey: 'twan-geelhoed',
    name: 'Na het gesprek over effecten',
    description: 'De groep heeft alle acht thema’s besproken.',
    body: upTo('sturing-en-leren'),
  },
  {
    daysAgo: 38,
    time: '11:20',
    byKey: 'pien-castelijns',
    body: upTo('handelingsperspectief', ['negen dagen in plaats van een half jaar', 'negen dagen']),
  },
  {
    daysAgo: 21,
    time: '15:00',
    byKey: 'loes-vanderheyden',
    name: 'Afgerond',
    description: 'Vastgesteld in de CoP. De casus is klaar om te delen.',
    body: upTo(null),
  },
];
