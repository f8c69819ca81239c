import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the analysis. All of it is made up. */
export const vragenlijstThreads: readonly DemoThread[] = [
  {
    kind: 'question',
    quote: 'Besluit over de schaal: vijf woorden of 0 tot 10',
    comments: [
      {
        personKey: 'hilke-boersema',
        text: 'Als we 0 tot 10 kiezen, is onze reeks van acht jaar voorbij. Kan een omrekentabel? (voorbeeld)',
      },
      {
        personKey: 'shanice-rozenblad',
        text: 'Omrekenen maakt er schijnzekerheid van. Een jaar allebei vragen is eerlijker, en duurder.',
      },
      {
        personKey: 'menno-feitsma',
        text: 'Eens. En dan bij een deel van de mensen, niet bij iedereen. @{ebel-dijkhuis}, past dat in de begroting?',
      },
    ],
  },
  {
    kind: 'remark',
    quote: 'een jongere die voor vier telt, heeft nog steeds maar één verhaal verteld',
    comments: [
      { personKey: 'koen-wubbels', text: 'Laat deze zin erin, wat er verder ook verandert. (voorbeeld)' },
      { personKey: 'harmke-oldenziel', text: 'Beloofd.' },
    ],
  },
  {
    kind: 'required-change',
    quote: 'In Groningen is dat de aardbeving, in Drenthe is dat iets anders.',
    comments: [
      {
        personKey: 'amber-kuipersloot',
        text: '“Iets anders” doet Drenthe tekort. Ik stuur een voorbeeld. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'question',
    quote: 'Zeven van de twaalf vragen bleken al bijna hetzelfde',
    comments: [
      { personKey: 'sander-nijhuizen', text: 'Wat is “bijna”? (voorbeeld)' },
      {
        personKey: 'ebel-dijkhuis',
        text: 'Zelfde woorden, andere volgorde van antwoorden. De lijst staat in de andere notitie.',
      },
    ],
    resolvedByKey: 'ebel-dijkhuis',
  },
];
