import type { DemoThread } from '../../../demo-content.ts';

/** What people said about the example of a case analysis. All of it is made up. */
export const zeeuwsVlaanderenThreads: readonly DemoThread[] = [
  {
    kind: 'question',
    quote: 'Jongeren trekken weg om te leren of te werken, en niet iedereen komt terug.',
    comments: [
      {
        personKey: 'fenna-terwolde',
        text: 'Weten we waarom ze wegblijven? Gaat het om werk, om een huis, of om iets anders? (voorbeeld)',
      },
      {
        personKey: 'joost-verschure',
        text: 'Daar hebben we alleen verhalen over. @{anouk-dierickx}, zit dit in jullie onderzoek onder oud-leerlingen?',
      },
      {
        personKey: 'anouk-dierickx',
        text: 'Deels. Een woning komt het vaakst terug, daarna de reistijd naar werk. Ik zet het erbij zodra het af is.',
      },
    ],
  },
  {
    kind: 'required-change',
    quote: 'Jongeren die willen terugkomen',
    comments: [
      {
        personKey: 'tarik-aslandag',
        text: 'Dit zijn verhalen en geen cijfers. Zet dat er duidelijker bij, anders gaat dit getal een eigen leven leiden. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'remark',
    quote: 'Inwoners van kleine kernen',
    comments: [
      {
        personKey: 'ilyas-chaouki',
        text: 'Bij ons werkte het goed om naar hen toe te gaan, in plaats van ze uit te nodigen. Ik denk graag mee. (voorbeeld)',
      },
      { personKey: 'wim-baarslag', text: 'Goed idee. Griete is een mooie plek om te beginnen.' },
    ],
  },
  {
    kind: 'remark',
    comments: [
      {
        personKey: 'marit-hoekzema',
        text: 'Mooi begin. In de bijeenkomst kijken we vooral naar wie nog niet aan tafel zit. (voorbeeld)',
      },
    ],
  },
  {
    kind: 'question',
    quote: 'rust, ruimte, een sterke industrie, toerisme en nauwe banden met België',
    comments: [
      { personKey: 'hester-lindeboer', text: 'Is dit de volgorde van belang? (voorbeeld)' },
      { personKey: 'joost-verschure', text: 'Nee, gewoon een opsomming. Ik laat het zo.' },
    ],
    resolvedByKey: 'hester-lindeboer',
  },
];
