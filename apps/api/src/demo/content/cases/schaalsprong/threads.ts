import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the analysis. All of it is made up. */
export const schaalsprongThreads: readonly DemoThread[] = [
  {
    kind: 'question',
    quote: 'Zes deelnemers vulden de veertien thema’s van het CBS eerst alleen in.',
    comments: [
      {
        personKey: 'ilyas-chaouki',
        text: 'Kunnen we zeggen wie dat waren? Ik mis iemand van een woningcorporatie. (voorbeeld)',
      },
      {
        personKey: 'lian-cheung',
        text: 'Namen niet, functies wel. Een corporatie deed nog niet mee. @{ruben-vanesveld}, ken jij iemand?',
      },
      { personKey: 'ruben-vanesveld', text: 'Ja. Ik nodig haar uit voor de volgende keer.' },
    ],
  },
  {
    kind: 'remark',
    quote: 'Zonder jaartal praat iedereen over een andere toekomst.',
    comments: [
      {
        personKey: 'yara-vrolijk',
        text: 'Deze les neem ik mee naar de provincie. Wij schrijven overal “op termijn”. (voorbeeld)',
      },
      { personKey: 'chaima-benhaddou', text: 'Mooi. Vertel je volgende keer of het hielp?' },
    ],
  },
  {
    kind: 'required-change',
    quote: 'Plek van de stations',
    comments: [
      {
        personKey: 'bas-oosterveen',
        text: 'Onherstelbaar is te sterk: een station kan wel degelijk dicht. Zeg liever “heel duur om te veranderen”. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'question',
    quote: 'Een vierde optie, één nieuwe stad in het buitengebied',
    comments: [
      {
        personKey: 'koen-wubbels',
        text: 'Moet deze er nog in staan, nu we haar niet vergelijken? (voorbeeld)',
      },
      {
        personKey: 'yara-vrolijk',
        text: 'Ja, want anders komt zij over een jaar terug zonder dat iemand weet waarom zij afviel. Ik heb haar ingeklapt.',
      },
      { personKey: 'koen-wubbels', text: 'Goede oplossing.' },
    ],
    resolvedByKey: 'koen-wubbels',
  },
  {
    kind: 'remark',
    comments: [
      {
        personKey: 'chaima-benhaddou',
        text: 'In de bijeenkomst van december lezen we vooral “Verdeling” en “Sturing en leren”. Kijk er alvast naar. (voorbeeld)',
      },
    ],
  },
];
