import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf } from '../../past-builder.ts';
import { waddenAnalysis } from './analysis.ts';

const upTo = earlierFormsOf(waddenAnalysis);

/** How the analysis came to be. */
export const waddenPast: readonly DemoPast[] = [
  {
    daysAgo: 52,
    time: '11:00',
    byKey: 'gryt-zwanenburg',
    body: upTo('leervraag', ['In de praktijk is leren van niemand.', 'In de praktijk gebeurt leren weinig.']),
  },
  {
    daysAgo: 43,
    time: '15:30',
    byKey: 'priya-ramdhani',
    body: upTo('betrokkenen', ['14 maanden', 'ruim een jaar'], ['1 winter', 'onbekend']),
  },
  {
    daysAgo: 29,
    time: '09:35',
    byKey: 'sjoerd-wiarda',
    name: 'Voor de bijeenkomst op het eiland',
    description: 'Met deze tekst praatten we over wie mag bijsturen.',
    body: upTo('effectmatrix', ['en niets te verdedigen heeft', 'en niets te winnen heeft']),
  },
  { daysAgo: 15, time: '14:20', byKey: 'dewi-sanjoyo', body: upTo('sturing-en-leren') },
  {
    daysAgo: 8,
    time: '10:50',
    byKey: 'sjoerd-wiarda',
    body: upTo('lessen', [
      'doen, niet doen of later. Geen antwoord is geen mogelijkheid.',
      'doen of niet doen.',
    ]),
  },
  { daysAgo: 1, time: '16:40', byKey: 'gryt-zwanenburg', body: upTo(null) },
];
