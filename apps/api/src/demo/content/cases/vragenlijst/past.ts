import type { DemoPast } from '../../../demo-content.ts';
import { earlierFormsOf } from '../../past-builder.ts';
import { vragenlijstAnalysis } from './analysis.ts';

const upTo = earlierFormsOf(vragenlijstAnalysis);

/** How the analysis came to be. */
export const vragenlijstPast: readonly DemoPast[] = [
  {
    daysAgo: 48,
    time: '09:20',
    byKey: 'ebel-dijkhuis',
    body: upTo('gebied-en-cijfers', ['Intussen gaat het veld door', 'Het veld gaat intussen door']),
  },
  { daysAgo: 37, time: '14:00', byKey: 'hilke-boersema', body: upTo('betrokkenen', ['A met C', 'nee']) },
  {
    daysAgo: 24,
    time: '10:30',
    byKey: 'shanice-rozenblad',
    name: 'Na het advies over de methode',
    description: 'De drie opties zijn scherp gemaakt met deskundigen.',
    body: upTo('effectmatrix', ['twaalf vragen gelijk maken', 'tien vragen gelijk maken']),
  },
  {
    daysAgo: 10,
    time: '13:45',
    byKey: 'koen-wubbels',
    body: upTo('sturing-en-leren', [
      'Zwijgen is geen antwoord. Schrijf het zo op.',
      'Zwijgen is geen antwoord.',
    ]),
  },
  { daysAgo: 3, time: '16:15', byKey: 'harmke-oldenziel', body: upTo(null) },
];
