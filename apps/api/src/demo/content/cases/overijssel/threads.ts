import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the analysis. All of it is made up. */
export const overijsselThreads: readonly DemoThread[] = [
  {
    kind: 'question',
    quote: 'Als niemand iets kan noemen, stoppen we.',
    comments: [
      {
        personKey: 'priya-ramdhani',
        text: 'Is four visits enough to see a difference? Our students needed six. (voorbeeld)',
      },
      {
        personKey: 'hester-lindeboer',
        text: 'Misschien niet, maar zes bezoeken zonder uitkomst houd ik niet vol bij de gebieden.',
      },
    ],
  },
  {
    kind: 'remark',
    quote: 'De Veenrand begint nu, en begint bij nul.',
    comments: [
      {
        personKey: 'gryt-zwanenburg',
        text: 'Dit herken ik van de eilanden. Zullen we een keer ruilen: jullie naar ons, wij naar jullie? (voorbeeld)',
      },
      { personKey: 'hester-lindeboer', text: 'Graag. @{sjoerd-wiarda}, zet je dat op de agenda?' },
      { personKey: 'sjoerd-wiarda', text: 'Staat erop.' },
    ],
  },
  {
    kind: 'required-change',
    quote: 'Bewoners zonder grond',
    comments: [
      {
        personKey: 'sander-nijhuizen',
        text: 'Dit is de grootste groep van allemaal. Zet erbij hoe we hen uitnodigen. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'remark',
    quote: 'Het kost elke week een uur.',
    comments: [
      { personKey: 'dewi-sanjoyo', text: 'Per gebied of per persoon? (voorbeeld)' },
      { personKey: 'hester-lindeboer', text: 'Per gebied.' },
    ],
    resolvedByKey: 'dewi-sanjoyo',
  },
];
