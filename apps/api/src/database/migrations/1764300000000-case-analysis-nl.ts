/** The case analysis of the network as it was first given out. Never edited: a change is a migration of its own. */
export const caseAnalysisNl = {
  id: '0198c0de-7e00-7000-8000-000000000001',
  language: 'nl',
  name: 'Casusanalyse brede welvaart',
  description:
    'De hele analyse in twaalf hoofdstukken: van opgave en leervraag tot lessen en handelingsperspectief.',
  sections: [
    {
      key: 'opgave',
      title: 'Opgave',
      guidance:
        'Wat is er aan de hand, sinds wanneer, en waarom moet er nu iets gebeuren? Beschrijf de opgave zo dat iemand van buiten haar begrijpt. Wat ging vooraf? Wie vindt dit een probleem, en wie niet? Een tekening van wat waarmee samenhangt, mag ook.',
      isRequired: true,
    },
    {
      key: 'leervraag',
      title: 'Leervraag',
      guidance:
        'Wat wil de casushouder van de CoP leren of weten? Schrijf één vraag op en zeg erbij wat een goed antwoord zou opleveren. Bij welke leervraag van de CoP hoort deze casus? Noem de letter.',
      isRequired: true,
    },
    {
      key: 'gebied-en-cijfers',
      title: 'Gebied en cijfers',
      guidance:
        'Om welk gebied gaat het, en hoe staat het ervoor? Kies een paar cijfers die ertoe doen. Zet bij elk cijfer het jaar, de bron en een vergelijking. Laat ook horen wat inwoners zelf zeggen: cijfers vertellen niet alles.',
      isRequired: false,
    },
    {
      key: 'betrokkenen',
      title: 'Betrokkenen',
      guidance:
        'Wie heeft met de opgave te maken? Noem per partij het belang en de invloed. Wie zit er nog niet aan tafel, en wie spreekt namens wie later komt of ergens anders woont?',
      isRequired: false,
    },
    {
      key: 'ingreep-en-opties',
      title: 'Ingreep en opties',
      guidance:
        'Welke mogelijkheden zijn er? Begin altijd met de nuloptie: wat gebeurt er als je niets extra’s doet? Schrijf bij elke optie waarom je denkt dat zij werkt: “Als we … doen, dan …, omdat …”.',
      isRequired: true,
    },
    {
      key: 'effectmatrix',
      title: 'Effectmatrix',
      guidance:
        'De effecten per optie staan in de effectmatrix van deze casus. Iedereen vult die eerst zelf in; daarna leggen jullie de antwoorden naast elkaar. Schrijf hier wat het gesprek daarover opleverde: waar waren jullie het eens, en waar niet? Tel de effecten niet op.',
      isRequired: false,
      tool: 'effect-matrix',
    },
    {
      key: 'afruil-synergie-afwenteling',
      title: 'Afruil, synergie, afwenteling',
      guidance:
        'Welke effecten hangen met elkaar samen? Afruil: het een gaat ten koste van het ander. Synergie: het een versterkt het ander. Afwenteling: de rekening komt later of ergens anders terecht. Schrijf bij elk paar hoe groot het is en wie erover beslist.',
      isRequired: false,
    },
    {
      key: 'verdeling',
      title: 'Verdeling',
      guidance:
        'Wie gaat erop vooruit en wie erop achteruit? Kijk naar groepen mensen en naar plekken: wijken, kernen, buurregio’s. Wat vinden jullie een eerlijke verdeling, en waarom?',
      isRequired: false,
    },
    {
      key: 'sturing-en-leren',
      title: 'Sturing en leren',
      guidance:
        'Wie doet wat, en wanneer kun je nog bijsturen? Spreek van tevoren af waar je naar kijkt, met cijfers en met verhalen. Wie leert hiervan, en wie mag daarna iets veranderen?',
      isRequired: false,
    },
    {
      key: 'lessen',
      title: 'Lessen',
      guidance:
        'Wat hebben jullie geleerd waar een ander iets aan heeft? Zeg bij elke les wanneer zij geldt en wanneer niet. Noem tips, en ook de dilemma’s die blijven.',
      isRequired: true,
    },
    {
      key: 'handelingsperspectief',
      title: 'Handelingsperspectief',
      guidance:
        'Wat kan er nu gebeuren? Schrijf de volgende stappen apart voor de regio, de provincie en het Rijk. Wat vragen jullie van ministeries? Noem per stap wie begint en wanneer.',
      isRequired: true,
    },
    {
      key: 'bronnen-en-bijlagen',
      title: 'Bronnen en bijlagen',
      guidance:
        'Waar komt dit vandaan? Zet hier documenten en links, de werkvorm die jullie gebruikten, en de bijeenkomsten waarin de casus is besproken.',
      isRequired: false,
    },
  ],
} as const;
