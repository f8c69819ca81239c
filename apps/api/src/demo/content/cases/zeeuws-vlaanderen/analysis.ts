import {
  bold,
  checklist,
  doc,
  done,
  h2,
  italic,
  link,
  mention,
  ol,
  open,
  p,
  quote,
  table,
  ul,
} from '../../note-builders.ts';
import { section } from '../../section-builder.ts';

/** The full example of a case analysis. What is not in public reports of the programme is marked "voorbeeld". */
export const zeeuwsVlaanderenAnalyse = doc(
  quote(
    p(
      bold('Voorbeeld. '),
      'Deze tekst laat zien hoe een casusanalyse eruit kan zien. De casus is echt en openbaar. Wat niet in de bronnen onderaan staat, is bedacht: de cijfers, meningen, inschattingen en afspraken.',
    ),
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'joost-verschure' },
    p(
      'In Zeeuws-Vlaanderen staan de voorzieningen en de leefbaarheid onder druk. Jongeren trekken weg om te leren of te werken, en niet iedereen komt terug. Daardoor wordt het lastiger om scholen, winkels, zorg en openbaar vervoer overeind te houden. Minder voorzieningen maken de streek weer minder aantrekkelijk. Zo houdt het zichzelf in stand.',
    ),
    p(
      'De regio wil dat doorbreken en heeft een ',
      bold('ambitie'),
      ': groeien naar 125.000 inwoners, zodat de voorzieningen kunnen blijven bestaan. Zeeuws-Vlaanderen is ook een van de voorbeelden in het advies ',
      italic('Elke regio telt!'),
      '. De streek heeft veel sterke kanten: rust, ruimte, een sterke industrie, toerisme en nauwe banden met België.',
    ),
    p(
      'De vraag achter de opgave is niet alleen óf de regio kan groeien. De vraag is vooral wat groei doet met de brede welvaart: van wie er nu woont, van wie er later woont, en van mensen op andere plekken.',
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'joost-verschure' },
    quote(
      p(
        'Hoe weeg je groei van het aantal inwoners tegen de rust en de ruimte die de streek juist sterk maken?',
      ),
    ),
    p('De casushouder vraagt de CoP om mee te denken over drie dingen:'),
    ol(
      'Welke onderdelen van brede welvaart raakt de groei, gewenst en ongewenst?',
      'Wie merkt er het meest van, en wie zit nog niet aan tafel?',
      'Wat kan de regio zelf, en wat is van het Rijk nodig?',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'draft', ownerKey: 'anouk-dierickx' },
    p(
      'Zeeuws-Vlaanderen ligt tussen de Westerschelde en België en bestaat uit drie gemeenten: Hulst, Sluis en Terneuzen. Tijdens het werkbezoek aan Terneuzen en Griete zag de CoP hoe groot de verschillen binnen de streek zijn.',
    ),
    ul(
      ['In sommige wijken van Terneuzen is de ', bold('eenzaamheid'), ' relatief hoog.'],
      'De afstand tot voorzieningen groeit in veel Nederlandse regio’s. Dat speelt hier ook.',
      'Over de grens liggen banen, scholen en ziekenhuizen dichtbij, maar regels en kaartjes sluiten niet altijd aan.',
    ),
    p(
      'De getallen hieronder zijn een voorbeeld. Vervang ze door cijfers uit de regionale monitor van het CBS.',
    ),
    table(
      ['Indicator', 'Waarde (voorbeeld)', 'Vergelijking (voorbeeld)', 'Hoe zeker'],
      ['Tevreden met de woonomgeving', '86%', 'iets hoger dan in heel Nederland', 'cijfer'],
      ['Afstand tot de basisschool', '1,1 km', 'groter dan in heel Nederland', 'cijfer'],
      ['Voelt zich ernstig eenzaam', '13%', 'per wijk heel verschillend', 'onderzoek'],
      ['Jongeren die willen terugkomen', '4 van de 10', 'niet bekend', 'verhalen van inwoners'],
    ),
  ),
  section(
    'betrokkenen',
    { status: 'ready', ownerKey: 'wim-baarslag' },
    table(
      ['Wie', 'Belang', 'Invloed', 'Aan tafel?'],
      ['De drie gemeenten', 'voorzieningen, woningen, wijken', 'groot', 'ja'],
      ['Provincie Zeeland', 'ruimte, bereikbaarheid, economie', 'groot', 'ja'],
      ['Inwoners van kleine kernen', 'een school en een winkel in de buurt', 'klein', 'nog niet'],
      ['Jongeren die zijn vertrokken', 'een huis en werk om voor terug te komen', 'klein', 'nog niet'],
      ['Industrie en havens', 'genoeg vakmensen', 'groot', 'deels'],
      ['Vlaamse buurgemeenten', 'werk en verkeer over de grens', 'middel', 'nog niet'],
      ['Rijk', 'regels, geld, voorzieningen voor het hele land', 'groot', 'ja'],
    ),
    p(
      'Wie er na ons komt en de natuur zitten nooit zelf aan tafel. In elke bijeenkomst let één deelnemer speciaal op hun belang.',
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'joost-verschure' },
    p('We vergelijken drie opties. De eerste is altijd: niets extra’s doen.'),
    h2('Optie 0: doorgaan zoals nu'),
    p(
      'Als er niets verandert, daalt het aantal jonge gezinnen langzaam, want banen en opleidingen liggen elders. Voorzieningen sluiten dan een voor een, zonder dat iemand daar een besluit over neemt.',
    ),
    h2('Optie 1: groeien naar 125.000 inwoners'),
    p(
      'Als we woningen bouwen en de streek beter bekendmaken, dan komen er nieuwe inwoners, omdat rust en ruimte in de rest van Nederland schaars zijn. Dan is er weer genoeg draagvlak voor scholen en zorg.',
    ),
    h2('Optie 2: voorzieningen anders organiseren'),
    p(
      'Als we voorzieningen delen en over de grens samenwerken, dan blijven ze bereikbaar, omdat we minder afhankelijk zijn van het aantal inwoners van één kern. Groei mag, maar hoeft niet.',
    ),
  ),
  section(
    'effectmatrix',
    { status: 'draft', ownerKey: 'tarik-aslandag' },
    table(
      ['Onderdeel', 'Optie 1: groeien', 'Waarom', 'Zekerheid'],
      ['Wonen', 'positief', 'voorzieningen kunnen blijven', 'middel'],
      ['Arbeid', 'positief', 'meer vakmensen voor de industrie', 'middel'],
      ['Samenleving', 'gemengd', 'nieuwe mensen, maar verenigingen moeten ze ook binden', 'laag'],
      ['Milieu, hier en nu', 'negatief', 'minder rust en ruimte', 'middel'],
      ['Natuurlijk kapitaal, later', 'negatief', 'bebouwde grond komt niet terug', 'hoog'],
      ['Elders in Nederland', 'negatief', 'wie hier komt wonen, vertrekt ergens anders', 'middel'],
      ['België', 'gemengd', 'meer klanten en collega’s, ook meer verkeer', 'laag'],
    ),
    p(
      'Deze inschatting is een voorbeeld. We tellen de onderdelen niet op tot één cijfer: dan verdwijnt juist de afweging.',
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'draft', ownerKey: 'tarik-aslandag' },
    ul(
      [
        bold('Afruil: '),
        'de woningen die voorzieningen redden, kosten een deel van de rust waarvoor mensen komen.',
      ],
      [bold('Synergie: '), 'vakmensen die hier wonen, versterken de industrie én de verenigingen.'],
      [
        bold('Afwenteling: '),
        'groei hier is krimp in een andere regio. Dat hoort in het gesprek met het Rijk.',
      ],
    ),
  ),
  section(
    'verdeling',
    { status: 'draft' },
    ul(
      'Huiseigenaren in de grotere kernen hebben het snelst voordeel: hun huis wordt meer waard.',
      'Starters hebben alleen voordeel als er ook betaalbare woningen komen.',
      'Mensen zonder auto in kleine kernen merken weinig van groei in Terneuzen.',
      'Mensen die zich nu eenzaam voelen, zijn niet vanzelf geholpen met meer buren.',
    ),
    p(
      'Achter de keuze zit een opvatting over wat eerlijk is: zo veel mogelijk welvaart samen, of eerst een ondergrens voor iedereen? De CoP is het daar nog niet over eens, en dat schrijven we op.',
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'draft', ownerKey: 'marit-hoekzema' },
    p('We spreken van tevoren af wanneer we kijken of het werkt, en wie dan mag bijsturen (voorbeeld):'),
    table(
      ['Moment', 'Waar kijken we naar', 'Wie stuurt bij'],
      ['Na een half jaar', 'de verhalen van nieuwe en vertrokken inwoners', 'de drie gemeenten'],
      ['Na een jaar', 'de afstand tot voorzieningen per kern', 'gemeenten en provincie'],
      ['Na twee jaar', 'woningen, grond en natuur', 'regio en Rijk samen'],
    ),
  ),
  section(
    'lessen',
    { status: 'draft', ownerKey: 'marit-hoekzema' },
    ul(
      [
        bold('Begin bij de waarde, niet bij het getal. '),
        'Een doel van 125.000 inwoners is een middel. Vraag steeds: waarvoor ook alweer?',
      ],
      [
        bold('Kijk naar kernen en wijken. '),
        'Een gemiddelde voor de hele streek verbergt de eenzaamheid in een paar wijken.',
      ],
      [
        bold('Neem de grens als kans. '),
        'Dit werkt alleen als ook de Vlaamse buren vanaf het begin meedoen.',
      ],
    ),
    p(
      'Een dilemma dat blijft: wie beslist of een kern zo klein wordt dat een school er niet meer kan blijven?',
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'draft', ownerKey: 'joost-verschure' },
    checklist(
      done('Casus inbrengen in de CoP en samen de leervraag scherp maken.'),
      done('Werkbezoek aan Terneuzen en Griete.'),
      open([
        'Gesprekken met jongeren die zijn vertrokken (gemeenten, samen met HZ KCZS). ',
        mention('marit-hoekzema'),
        ', plan jij ze?',
      ]),
      open([
        'Cijfers per kern verzamelen en de voorbeeldcijfers in deze notitie vervangen. ',
        mention('joost-verschure'),
        ' vraagt ze op.',
      ]),
      open('Een gesprek met de Vlaamse buurgemeenten over zorg en vervoer (provincie).'),
      open([
        'Vraag aan het Rijk: hoe tellen verlies in andere regio’s en winst hier samen mee in een afweging? ',
        mention('fenna-terwolde'),
        ', neem jij die mee naar BZK?',
      ]),
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'ready', ownerKey: 'anouk-dierickx' },
    ul(
      [
        link(
          'Startbijeenkomst CoP Gebiedsgericht werken',
          'https://netwerkbredewelvaart.nl/startbijeenkomst-cop-gebiedsgericht-werken/',
        ),
      ],
      [
        link(
          'Zeeuws-Vlaanderen in beeld bij de CoP Gebiedsgericht werken',
          'https://netwerkbredewelvaart.nl/zeeuws-vlaanderen-in-beeld-bij-cop-gebiedsgericht-werken/',
        ),
      ],
      [
        link(
          'Gebiedsgericht werken: de vragen van deze CoP',
          'https://netwerkbredewelvaart.nl/gebiedsgericht-werken/',
        ),
      ],
      'Bijeenkomst 5 van de CoP, Terneuzen en Griete, 4 april 2024.',
    ),
  ),
);
