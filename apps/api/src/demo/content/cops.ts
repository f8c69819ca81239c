import type { DemoCop } from '../demo-content.ts';

const AGREEMENTS = [
  'Wat iemand in vertrouwen vertelt, blijft in deze CoP.',
  'De casushouder bepaalt wie de casus mag zien.',
  'We stellen eerst een vraag en geven daarna pas advies.',
  'We schrijven samen in één tekst, zodat niemand alleen notulen maakt.',
  'Ook wat niet lukte, schrijven we op.',
].join('\n');

const houseRulesWith = (...more: readonly string[]) =>
  [
    'Meld je af als je niet kunt. Dan weten we op wie we rekenen.',
    'Schrijf niets op waaraan je een bewoner of cliënt kunt herkennen.',
    'Deel een tekst pas buiten de CoP als de casushouder dat goedvindt.',
    'Vraag het gerust als je een woord of afkorting niet kent.',
    ...more,
  ].join('\n');

export const cops: readonly DemoCop[] = [
  {
    slug: 'bewoners-in-beeld',
    name: 'Bewoners in beeld',
    question: 'Hoe nemen we het perspectief van bewoners mee in beleid en opgaven, en hoe wegen we het?',
    coordinatorSlug: 'trendbureau-drenthe',
    charter: {
      purpose: [
        'We zoeken uit hoe beleid beter kan aansluiten bij wat bewoners zelf belangrijk vinden.',
        'We werken langs drie lijnen:',
        '1. Het subjectieve welzijn in beeld: hoe meet je wat mensen zelf van waarde vinden?',
        '2. Iedereen in beeld: hoe krijgen ook kwetsbare en afgehaakte groepen een stem, en wie spreekt voor wie geen stem heeft, zoals de natuur en mensen die na ons komen?',
        '3. Het effect van beleid op verschillende groepen: wie merkt er wat van, en welk beeld van mensen zit er in het beleid?',
        'Trendbureau Drenthe en Sociaal Planbureau Groningen begeleiden deze CoP samen.',
      ].join('\n'),
      audience: 'Beleidsmakers, onderzoekers en bestuurders die bewoners willen betrekken bij hun opgave.',
      workingAgreements: AGREEMENTS,
    },
    welcome: [
      'Fijn dat je meedoet.',
      'Lees eerst een casus die al loopt. Je mag in de notities meteen meeschrijven, ook als je nog twijfelt.',
      'Denk alvast na over één vraag uit je eigen werk: welke bewoners hoor jij nu niet? Die vraag bespreken we in je eerste bijeenkomst.',
    ].join('\n\n'),
    houseRules: houseRulesWith('Praat niet over bewoners alsof ze er niet bij zijn.'),
  },
  {
    slug: 'gebiedsgericht-werken',
    name: 'Gebiedsgericht werken',
    question:
      'Welke opgaven spelen in een gebied, en hoe leggen we de ruimtelijke puzzel van opgaven die samenhangen en soms botsen als één geheel?',
    coordinatorSlug: 'hz-kczs',
    charter: {
      purpose: [
        'We leren hoe je een gebied als geheel bekijkt, in plaats van opgave voor opgave.',
        'We werken langs twee lijnen:',
        '1. De kansen en de kwetsbaarheden van een gebied in beeld: de geschiedenis, de ruimte en de natuur, en de mensen. Waar wringt het? Hoe verschillen stad en platteland? En welke regio’s dragen lasten voor heel Nederland?',
        '2. De stap naar samenhangend werken: hoe stuur je op de delen en op het geheel, wat is nodig voor een brede afweging, en welke instrumenten zijn er al?',
        'We werken met casussen uit de praktijk en gaan op bezoek in het gebied.',
      ].join('\n'),
      audience:
        'Mensen van provincies, gemeenten, ministeries, planbureaus en kennisinstellingen die aan een gebied werken.',
      workingAgreements: AGREEMENTS,
    },
    welcome: [
      'Fijn dat je er bent.',
      'Begin bij de leeragenda: daar staat wat we willen weten, en wat we al geprobeerd hebben. Kijk daarna naar een casus uit een gebied dat je kent.',
      'Op de tijdlijn staat wanneer we elkaar zien. Trek dan schoenen aan waarop je buiten kunt lopen.',
    ].join('\n\n'),
    houseRules: houseRulesWith(
      'Zijn we te gast in een gebied, dan luisteren we eerst naar de mensen die er wonen.',
    ),
  },
  {
    slug: 'oog-voor-de-toekomst',
    name: 'Oog voor de toekomst',
    question:
      'Hoe geven we mensen die na ons komen een plek in ons beleid, en hoe voeren we het gesprek over de toekomst zo dat beleid er rijker van wordt?',
    coordinatorSlug: 'hetpon-telos',
    charter: {
      purpose: [
        'Brede welvaart gaat ook over later. Toch telt later in de praktijk vaak minder zwaar dan nu.',
        'We onderzoeken hoe je toekomstige generaties vertegenwoordigt, hoe je het gesprek over de toekomst begint en hoe je zo vooruitkijkt dat beleid er iets aan heeft.',
      ].join('\n'),
      audience: 'Beleidsmakers, strategen en onderzoekers die verder willen kijken dan één bestuursperiode.',
      workingAgreements: AGREEMENTS,
    },
    welcome: [
      'Goed dat je mee wilt vooruitkijken.',
      'Je hoeft geen toekomstdenker te zijn. Neem een besluit uit je eigen werk mee dat over twintig jaar nog telt.',
      'Kijk in de casussen hoe anderen later een plek gaven, en stel je eerste vraag gewoon naast de tekst.',
    ].join('\n\n'),
    houseRules: houseRulesWith('Zeg erbij of iets een feit, een verwachting of een wens is.'),
  },
  {
    slug: 'sturen-op-impact',
    name: 'Sturen op impact',
    question:
      'Hoe vergroten we de impact van beleid dat op brede welvaart gericht is, en hoe maken we die impact meetbaar en zichtbaar?',
    coordinatorSlug: 'neimed',
    charter: {
      purpose: [
        'We leren hoe je met beleid echt verschil maakt voor brede welvaart, en hoe je dat laat zien.',
        'We kijken naar indicatoren, naar goede voorbeelden en vooral naar casussen van deelnemers: wat deed je, wat gebeurde er, en hoe weet je dat?',
        'NEIMED begeleidt deze CoP samen met Zuyd Hogeschool en de Open Universiteit.',
      ].join('\n'),
      audience: 'Bestuurders, beleidsmakers en onderzoekers die willen sturen op het effect van beleid.',
      workingAgreements: AGREEMENTS,
    },
    welcome: [
      'Leuk dat je meedoet.',
      'Lees een casus en let op de vraag: hoe weten we dat dit werkte? Vul daarna een effectmatrix in. Wat je zelf invult, zien anderen pas als de ronde om is.',
      'Heb je een eigen casus? Bespreek die eerst kort met een facilitator.',
    ].join('\n\n'),
    houseRules: houseRulesWith('Noem bij een cijfer waar het vandaan komt.'),
  },
  {
    slug: 'lerende-adaptieve-aanpak',
    name: 'Lerende en adaptieve aanpak',
    question: 'Hoe kunnen we leren en bijsturen terwijl we al bezig zijn?',
    coordinatorSlug: 'planbureau-fryslan',
    charter: {
      purpose: [
        'Beleid loopt zelden zoals bedacht. We leren hoe je onderweg leert en bijstuurt.',
        'We werken langs drie lijnen:',
        '1. Lerend evalueren: welke werkvormen zijn er, en wat meten we?',
        '2. Omgaan met evaluaties: mogen en durven we onderweg te veranderen, en wie mag bijsturen?',
        '3. De rolverdeling: hoe leren Rijk en regio samen, bijvoorbeeld in Regio Deals?',
      ].join('\n'),
      audience:
        'Deelnemers van ministeries, provincies, gemeenten, planbureaus en kennisinstellingen die met een lopend programma werken.',
      workingAgreements: AGREEMENTS,
    },
    welcome: [
      'Fijn dat je er bent.',
      'We leren van wat loopt, dus ook van wat misgaat. Lees de leeragenda en kijk welke vraag bij jouw programma past.',
      'Neem naar je eerste bijeenkomst één moment mee waarop je bijstuurde, of dat graag had gedaan.',
    ].join('\n\n'),
    houseRules: houseRulesWith('Wat iemand hier vertelt over een fout, gebruiken we nergens anders.'),
  },
];
