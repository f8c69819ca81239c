import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the analysis. All of it is made up. */
export const waddenThreads: readonly DemoThread[] = [
  {
    kind: 'question',
    quote: 'Geen antwoord is geen mogelijkheid.',
    comments: [
      { personKey: 'jorine-thijsen', text: 'Wat gebeurt er als iemand toch niet antwoordt? (voorbeeld)' },
      {
        personKey: 'gryt-zwanenburg',
        text: 'Dan staat dat er de volgende maand bij, met de naam. Meer niet. Het werkt beter dan ik dacht.',
      },
      {
        personKey: 'dewi-sanjoyo',
        text: 'Bij ons moet dat langs twee afdelingen. @{jorine-thijsen}, kunnen we samen één lezer zijn?',
      },
    ],
  },
  {
    kind: 'remark',
    quote: 'Na elkaar wordt het een verhoor.',
    comments: [
      {
        personKey: 'priya-ramdhani',
        text: 'This matches what we see in our interviews: order matters more than format. (voorbeeld)',
      },
      { personKey: 'sjoerd-wiarda', text: 'Zet je die bevinding bij de bronnen? In het Engels mag.' },
    ],
  },
  {
    kind: 'required-change',
    quote: 'geld schuiven tot een tiende',
    comments: [
      {
        personKey: 'sander-nijhuizen',
        text: 'Een tiende van wat? Van het project of van het geheel: dat maakt nogal uit. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'question',
    quote: 'Jongeren komen niet naar de avond',
    comments: [
      { personKey: 'hester-lindeboer', text: 'Wat deed de jongerenwerker die ene dag? (voorbeeld)' },
      { personKey: 'gryt-zwanenburg', text: 'Ze ging naar de boot van half vijf. Daar zat iedereen.' },
    ],
    resolvedByKey: 'hester-lindeboer',
  },
];
