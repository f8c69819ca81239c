import type { DemoFollow, DemoTelling } from '../demo-content.ts';

export const follows: readonly DemoFollow[] = [
  { personKey: 'marit-hoekzema', of: { copSlug: 'gebiedsgericht-werken' } },
  { personKey: 'marit-hoekzema', of: { caseKey: 'zeeuws-vlaanderen' } },
  { personKey: 'marit-hoekzema', of: { caseKey: 'regiodeal-wadden' } },
  { personKey: 'fenna-terwolde', of: { caseKey: 'zeeuws-vlaanderen' } },
  { personKey: 'fenna-terwolde', of: { caseKey: 'vragenlijst' } },
  { personKey: 'ilyas-chaouki', of: { caseKey: 'zeeuws-vlaanderen' } },
  { personKey: 'dewi-sanjoyo', of: { copSlug: 'gebiedsgericht-werken' } },
];

const analysis = { caseKey: 'zeeuws-vlaanderen', noteTitle: 'Casusanalyse' } as const;
const visit = { caseKey: 'zeeuws-vlaanderen', noteTitle: 'Verslag werkbezoek' } as const;
const wadden = { caseKey: 'regiodeal-wadden', noteTitle: 'Eigenaarschap van leren (voorbeeld)' } as const;
const survey = { caseKey: 'vragenlijst', noteTitle: 'Stand van zaken (voorbeeld)' } as const;

export const tellings: readonly DemoTelling[] = [
  {
    kind: 'case-status',
    byKey: 'joost-verschure',
    toKeys: 'followers',
    about: { caseKey: 'zeeuws-vlaanderen' },
    hoursAgo: 76,
  },
  { kind: 'note-created', byKey: 'anouk-dierickx', toKeys: 'followers', about: visit, hoursAgo: 52 },
  { kind: 'note-changed', byKey: 'ebel-dijkhuis', toKeys: 'followers', about: survey, hoursAgo: 47 },
  {
    kind: 'matrix-asked',
    byKey: 'wim-baarslag',
    toKeys: ['marit-hoekzema', 'joost-verschure', 'fenna-terwolde'],
    about: { caseKey: 'regiodeal-zv' },
    hoursAgo: 31,
  },
  { kind: 'note-changed', byKey: 'gryt-zwanenburg', toKeys: 'followers', about: wadden, hoursAgo: 30 },
  { kind: 'note-changed', byKey: 'priya-ramdhani', toKeys: 'followers', about: wadden, hoursAgo: 29 },
  { kind: 'note-changed', byKey: 'anouk-dierickx', toKeys: 'followers', about: analysis, hoursAgo: 26 },
  { kind: 'mention', byKey: 'anouk-dierickx', toKeys: ['joost-verschure'], about: analysis, hoursAgo: 25 },
  {
    kind: 'mention',
    byKey: 'joost-verschure',
    toKeys: ['marit-hoekzema', 'fenna-terwolde'],
    about: analysis,
    hoursAgo: 5,
  },
  { kind: 'mention', byKey: 'anouk-dierickx', toKeys: ['marit-hoekzema'], about: visit, hoursAgo: 4 },
  { kind: 'note-changed', byKey: 'joost-verschure', toKeys: 'followers', about: analysis, hoursAgo: 3 },
  { kind: 'note-changed', byKey: 'tarik-aslandag', toKeys: 'followers', about: analysis, hoursAgo: 2 },
];
