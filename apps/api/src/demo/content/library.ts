import type { DemoCaseLinks, DemoLibraryItem } from '../demo-content.ts';

/** Public pages that each CoP has use for, and a made-up file that says so. Oldest first. */
export const library: readonly DemoLibraryItem[] = [
  {
    copSlug: 'gebiedsgericht-werken',
    byKey: 'marit-hoekzema',
    title: 'Website van het netwerk',
    description: 'Nieuws over alle CoPs, en de aankondigingen van open themabijeenkomsten.',
    url: 'https://www.netwerkbredewelvaart.nl/',
  },
  {
    copSlug: 'gebiedsgericht-werken',
    byKey: 'fenna-terwolde',
    title: 'Regionale cijfers van het CBS',
    description: 'Handig om naast de kaart te leggen die we met bewoners tekenden.',
    url: 'https://www.cbs.nl/nl-nl/visualisaties/regionale-monitor-brede-welvaart',
  },
  {
    copSlug: 'gebiedsgericht-werken',
    byKey: 'anouk-dierickx',
    title: 'Vragen voor een werkbezoek (voorbeeld)',
    description: 'Deze vragen stelden we in Terneuzen. Pas ze aan voor je eigen gebied.',
    file: {
      name: 'vragen-werkbezoek.txt',
      text: `Voorbeeld, geen echt document.

Vragen voor een werkbezoek

1. Waar ben je hier trots op?
2. Wat wringt er, en voor wie?
3. Wat moet over twintig jaar nog hetzelfde zijn?
4. Welke lasten draagt dit gebied voor anderen?
5. Wie zijn er vandaag niet bij, en wat zouden zij zeggen?
`,
    },
  },
  {
    copSlug: 'bewoners-in-beeld',
    byKey: 'harmke-oldenziel',
    title: 'Website van het netwerk',
    description: '',
    url: 'https://www.netwerkbredewelvaart.nl/',
  },
];

/** Which cases feed which learning questions of their CoP. */
export const caseLinks: readonly DemoCaseLinks[] = [
  { caseKey: 'zeeuws-vlaanderen', letters: ['A', 'C'] },
  { caseKey: 'regiodeal-zv', letters: ['B'] },
  { caseKey: 'vragenlijst', letters: ['A'] },
  { caseKey: 'regiodeal-wadden', letters: ['A'] },
];
