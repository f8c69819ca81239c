import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the analysis. All of it is made up. */
export const medtechHeerlenThreads: readonly DemoThread[] = [
  {
    kind: 'required-change',
    quote: 'de aanvrager noemde 500',
    comments: [
      {
        personKey: 'jorine-thijsen',
        text: 'Staat dit ergens? Anders lijkt het een verwijt. (voorbeeld)',
      },
      {
        personKey: 'loes-vanderheyden',
        text: 'Het is bedacht, net als de rest. Ik zeg dat nu boven de tabel.',
      },
      { personKey: 'jorine-thijsen', text: 'Zo is het goed.' },
    ],
    resolvedByKey: 'jorine-thijsen',
  },
  {
    kind: 'question',
    quote: 'Niemand had aan trots gedacht.',
    comments: [
      {
        personKey: 'lian-cheung',
        text: 'Waar zou trots in de matrix horen: bij subjectief welzijn of bij sociaal kapitaal? (voorbeeld)',
      },
      {
        personKey: 'twan-geelhoed',
        text: 'Bij allebei. We hebben het bij subjectief welzijn gezet en vanaf sociaal kapitaal ernaar verwezen.',
      },
    ],
    resolvedByKey: 'twan-geelhoed',
  },
  {
    kind: 'remark',
    quote: 'Een indicator zonder eigenaar is een weetje.',
    comments: [
      { personKey: 'giovanni-pesch', text: 'Deze zin hangt nu bij ons aan de muur. (voorbeeld)' },
      {
        personKey: 'pien-castelijns',
        text: 'Dan mag hij ook in de terugblik. @{saskia-ubachs}, neem jij hem mee?',
      },
      { personKey: 'saskia-ubachs', text: 'Staat erin.' },
    ],
  },
  {
    kind: 'remark',
    quote: 'Sommigen vonden dat eerlijk, anderen een toneelstuk.',
    comments: [
      {
        personKey: 'saskia-ubachs',
        text: 'Laten we dit bij de volgende casus vooraf aan bewoners vragen, in plaats van achteraf. (voorbeeld)',
      },
    ],
  },
];
