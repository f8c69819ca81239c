import type { DemoLearningQuestion } from '../demo-content.ts';

/** The first learning agendas, made of the lines that the CoPs have named in public. Owners are fictional. */
export const learningQuestions: readonly DemoLearningQuestion[] = [
  {
    copSlug: 'gebiedsgericht-werken',
    ownerKey: 'anouk-dierickx',
    status: 'in-progress',
    why: 'Zonder een gedeeld beeld van het gebied praat iedereen over een ander stuk van de puzzel.',
    tried:
      'Tijdens het werkbezoek tekenden we met bewoners en ambtenaren één kaart van kansen en kwetsbaarheden.',
    learned: '',
    nextStep: 'De kaart naast de cijfers van de regionale monitor leggen.',
    wordings: [
      {
        byKey: 'marit-hoekzema',
        text: 'Hoe brengen we de kansen en kwetsbaarheden van een gebied in beeld?',
      },
      {
        byKey: 'anouk-dierickx',
        text: 'Hoe brengen we de kansen en kwetsbaarheden van een gebied in beeld, met de geschiedenis, de ruimte en de mensen erbij?',
        changedBecause: 'Cijfers alleen lieten niet zien waarom mensen aan hun dorp hechten.',
      },
      {
        byKey: 'marit-hoekzema',
        text: 'Hoe maken we samen met bewoners een beeld van het gebied waarin ook staat waar opgaven wringen?',
        changedBecause: 'Het werkbezoek liet zien dat bewoners andere knelpunten noemen dan wij.',
      },
    ],
  },
  {
    copSlug: 'gebiedsgericht-werken',
    ownerKey: 'wim-baarslag',
    status: 'open',
    why: 'Sommige regio’s dragen lasten voor heel Nederland, zoals ruimte voor energie en water.',
    wordings: [
      { byKey: 'wim-baarslag', text: 'Hoe wegen we lasten die een regio draagt voor het hele land?' },
    ],
  },
  {
    copSlug: 'gebiedsgericht-werken',
    ownerKey: 'fenna-terwolde',
    status: 'partly-answered',
    why: 'De afweging is integraal, maar geld en besluiten zijn per thema geregeld.',
    tried: 'We legden de effecten van één ingreep naast elkaar, zonder ze op te tellen.',
    learned:
      'Het helpt om eerst apart in te vullen en dan pas te praten. Verschillen worden dan een gesprek.',
    nextStep: 'Uitzoeken wie er beslist als een afruil over de grens van een bestuur gaat.',
    wordings: [
      { byKey: 'fenna-terwolde', text: 'Hoe sturen we op de delen en op het geheel?' },
      {
        byKey: 'fenna-terwolde',
        text: 'Hoe komen we tot een brede afweging, terwijl geld en besluiten per thema geregeld zijn?',
        changedBecause: 'De eerste versie was zo breed dat niemand er iets mee kon.',
      },
    ],
  },
  {
    copSlug: 'bewoners-in-beeld',
    ownerKey: 'harmke-oldenziel',
    status: 'in-progress',
    why: 'Wat mensen zelf van waarde vinden, staat nu in geen enkele tabel.',
    wordings: [
      { byKey: 'harmke-oldenziel', text: 'Hoe brengen we in beeld wat mensen zelf van waarde vinden?' },
    ],
  },
  {
    copSlug: 'bewoners-in-beeld',
    ownerKey: 'ebel-dijkhuis',
    status: 'open',
    wordings: [
      {
        byKey: 'ebel-dijkhuis',
        text: 'Hoe krijgen ook kwetsbare en afgehaakte groepen een stem, en wie spreekt voor wie er geen heeft?',
      },
    ],
  },
  {
    copSlug: 'bewoners-in-beeld',
    ownerKey: null,
    status: 'open',
    wordings: [
      {
        byKey: 'harmke-oldenziel',
        text: 'Hoe zien we wat beleid doet met verschillende groepen bewoners?',
      },
    ],
  },
  {
    copSlug: 'oog-voor-de-toekomst',
    ownerKey: 'chaima-benhaddou',
    status: 'open',
    wordings: [
      {
        byKey: 'chaima-benhaddou',
        text: 'Hoe geven we mensen die na ons komen een stem in besluiten van nu?',
      },
    ],
  },
  {
    copSlug: 'sturen-op-impact',
    ownerKey: 'pien-castelijns',
    status: 'open',
    wordings: [
      {
        byKey: 'pien-castelijns',
        text: 'Hoe laten we zien wat beleid voor brede welvaart verandert, zonder alles in één cijfer te vangen?',
      },
    ],
  },
  {
    copSlug: 'sturen-op-impact',
    ownerKey: 'loes-vanderheyden',
    status: 'partly-answered',
    why: 'Vaak komt brede welvaart pas op tafel als het besluit al is genomen.',
    tried: 'We kozen vier signalen, en schreven bij elk signaal op wie kijkt en wat die persoon mag doen.',
    learned: 'Ook na een besluit kun je sturen: niet op de plek, wel op de voorwaarden.',
    nextStep: 'Het proberen bij een gemeente die nog moet beginnen.',
    wordings: [
      { byKey: 'loes-vanderheyden', text: 'Hoe stuur je op het effect van een besluit dat al is genomen?' },
      {
        byKey: 'pien-castelijns',
        text: 'Hoe spreken we af wie mag bijsturen, voordat we kiezen wat we meten?',
        changedBecause: 'Een cijfer zonder iemand die iets mag, veranderde niets.',
      },
    ],
  },
  {
    copSlug: 'oog-voor-de-toekomst',
    ownerKey: 'ruben-vanesveld',
    status: 'in-progress',
    why: 'Over de toekomst praten we in grote woorden; een besluit vraagt om iets kleins.',
    tried: 'We beschreven met twee groepen een gewone dag in 2055.',
    learned: '',
    nextStep: 'Hetzelfde gesprek met jongeren op een school.',
    wordings: [
      {
        byKey: 'ruben-vanesveld',
        text: 'Hoe beginnen we een gesprek over later waar een besluit van nu iets aan heeft?',
      },
    ],
  },
  {
    copSlug: 'oog-voor-de-toekomst',
    ownerKey: 'lian-cheung',
    status: 'open',
    wordings: [
      { byKey: 'lian-cheung', text: 'Hoe kijken we vooruit met cijfers die alleen over het verleden gaan?' },
    ],
  },
  {
    copSlug: 'lerende-adaptieve-aanpak',
    ownerKey: 'menno-feitsma',
    status: 'open',
    why: 'Een evaluatie achteraf komt te laat voor wie er nu mee bezig is.',
    wordings: [
      {
        byKey: 'sjoerd-wiarda',
        text: 'Hoe evalueren we terwijl we leren: welke werkvormen zijn er, en wat meten we?',
      },
    ],
  },
  {
    copSlug: 'lerende-adaptieve-aanpak',
    ownerKey: 'gryt-zwanenburg',
    status: 'in-progress',
    why: 'Wie iets leert, is vaak niet wie mag besluiten.',
    tried:
      'We volgden vijf lessen, van het moment dat iemand iets merkte tot er iets veranderde (voorbeeld).',
    learned: 'Hoe verder de melder van de beslisser zit, hoe langer het duurt.',
    nextStep: 'Opschrijven wie wat mag veranderen zonder het te vragen.',
    wordings: [
      { byKey: 'sjoerd-wiarda', text: 'Hoe gaan we om met wat een evaluatie laat zien?' },
      {
        byKey: 'gryt-zwanenburg',
        text: 'Hoe spreken we af wie onderweg mag bijsturen, en hoe durven we dat dan ook?',
        changedBecause: 'Het ging ons niet om de evaluatie, maar om wat er daarna mag.',
      },
    ],
  },
  {
    copSlug: 'lerende-adaptieve-aanpak',
    ownerKey: 'hester-lindeboer',
    status: 'open',
    wordings: [
      { byKey: 'hester-lindeboer', text: 'Hoe leren Rijk en regio samen, in plaats van na elkaar?' },
    ],
  },
];
