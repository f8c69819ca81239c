import {
  bold,
  callout,
  checklist,
  details,
  doc,
  done,
  example,
  footnote,
  h2,
  italic,
  link,
  ol,
  open,
  p,
  saying,
  table,
  ul,
} from '../../note-builders.ts';
import { section } from '../../section-builder.ts';

/** A case analysis about later. That the case exists is public; the rest is made up and says so. */
export const schaalsprongAnalysis = doc(
  example(
    'De casus is echt en openbaar. De cijfers, meningen, opties en afspraken hieronder zijn bedacht om te laten zien hoe een analyse over “later” eruit kan zien.',
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'ruben-vanesveld' },
    p(
      'De Metropoolregio Eindhoven, een samenwerking van 21 gemeenten, maakt een schaalsprong. In korte tijd komen er veel banen bij, en de mensen die dat werk gaan doen hebben een huis nodig, een school, een huisarts en een manier om op hun werk te komen.',
      footnote(
        'CoP Oog voor de toekomst, startbijeenkomst. De beschrijving van de gevolgen is van ons.',
        'https://netwerkbredewelvaart.nl/cop-oog-voor-de-toekomst-gestart/',
      ),
      ' Dat vraagt iets van de stad, en minstens zo veel van de dorpen eromheen.',
    ),
    p(
      'De besluiten daarover vallen nu. De gevolgen zijn er lang: een woonwijk staat er honderd jaar, een spoorlijn nog langer. Toch gaat het gesprek meestal over de eerste vijf jaar, want daar gaan de begroting en het bestuursakkoord over. Wie over dertig jaar in de regio woont, praat niet mee.',
    ),
    callout(
      'question',
      p(
        'Hoe geven we ontwikkelingen in de stad en op het platteland een plek, zonder de inwoners te vergeten: die van nu en die van later?',
      ),
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'ruben-vanesveld' },
    p(
      'De casushouder wil weten hoe je “later” een volwaardige plaats geeft in een besluit dat dit jaar wordt genomen. De casus hoort bij ',
      bold('leervraag A'),
      ' van deze CoP. Een goed antwoord levert drie dingen op:',
    ),
    ol(
      'een manier om over later te praten die ook werkt voor mensen die geen onderzoeker zijn;',
      'een afspraak over wie er namens later spreekt, en wat er met die inbreng gebeurt;',
      'een voorbeeld van een besluit dat door dat gesprek anders is uitgevallen.',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'draft', ownerKey: 'bas-oosterveen' },
    p(
      'We kijken naar twee plekken die samen het verhaal vertellen: een stationsgebied waar hoog wordt gebouwd, en een dorp op twaalf kilometer afstand waar de laatste bus om zeven uur rijdt. De plekken zijn bedacht, maar wie in de regio werkt, herkent ze.',
    ),
    table(
      ['Waar we naar kijken', 'Stationsgebied (voorbeeld)', 'Dorp (voorbeeld)', 'Bron'],
      ['Woningen erbij in tien jaar', '4.200', '90', 'voorbeeld'],
      ['Reistijd naar werk', '19 minuten', '41 minuten', 'voorbeeld'],
      ['Groen binnen 300 meter', '1 op de 3 huizen', 'bijna overal', 'voorbeeld'],
      ['Tevreden met de buurt', '74%', '88%', 'voorbeeld'],
      ['“Mijn kinderen kunnen hier later wonen”', '3 van de 10', '2 van de 10', 'gesprekken, voorbeeld'],
    ),
    saying(
      'Iedereen vraagt of ik blij ben met de groei. Niemand vraagt wat ik wil dat er blijft.',
      'Inwoner van een dorp, uitspraak bedacht als voorbeeld',
    ),
    p(
      'Opvallend in dit voorbeeld: in het dorp zijn mensen nu het meest tevreden, maar zien ze voor hun kinderen het minst een plek. Een cijfer over vandaag zegt dus weinig over later.',
    ),
  ),
  section(
    'betrokkenen',
    { status: 'ready', ownerKey: 'yara-vrolijk' },
    table(
      ['Wie', 'Belang', 'Invloed', 'Aan tafel?'],
      ['Gemeenten in de regio', 'woningen, wijken, draagvlak', 'groot', 'ja'],
      ['Provincie Noord-Brabant', 'ruimte, natuur, bereikbaarheid', 'groot', 'ja'],
      ['Rijk', 'economie, spoor, woningbouw', 'groot', 'ja'],
      ['Werkgevers', 'mensen, en dat zij willen blijven', 'groot', 'deels'],
      ['Inwoners van dorpen', 'dat hun dorp een dorp blijft', 'klein', 'deels'],
      ['Jongeren tussen 12 en 20', 'een huis en werk over tien jaar', 'klein', 'nog niet'],
      ['Wie over dertig jaar in de regio woont', 'alles wat we nu vastleggen', 'geen', 'kan niet'],
    ),
    p(
      'Voor de laatste rij wijst de CoP per bijeenkomst één deelnemer aan. Die heeft één taak: bij elk besluit vragen wat het betekent voor wie er nu nog niet is, en het antwoord laten opschrijven.',
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'yara-vrolijk' },
    p('We leggen drie manieren van groeien naast elkaar. Ze zijn met opzet scherp getekend.'),
    h2('Optie 0: elke gemeente voor zich'),
    p(
      'Als er niets extra’s wordt afgesproken, dan bouwt elke gemeente waar grond beschikbaar is, omdat dat het snelst gaat. Er komen woningen, maar wegen en scholen volgen pas als het knelt.',
    ),
    h2('Optie 1: dicht bij het spoor'),
    p(
      'Als we bijna alles rond stations bouwen, dan blijft het landschap open en kunnen mensen zonder auto op hun werk komen, omdat wonen, werk en vervoer bij elkaar liggen. De stad wordt drukker.',
    ),
    h2('Optie 2: een krans van dorpen'),
    p(
      'Als we veel dorpen een beetje laten groeien en ze met snelle bussen verbinden, dan blijven school en vereniging bestaan, omdat er weer jonge gezinnen komen. Het landschap tussen de dorpen wordt kleiner.',
    ),
    details(
      'Welke optie viel af, en waarom?',
      p(
        'Een vierde optie, één nieuwe stad in het buitengebied, is in de tweede bijeenkomst besproken en weggelegd. Niet omdat zij onmogelijk is, maar omdat niemand kon zeggen wie er zou willen wonen. Wie haar terug wil halen, begint bij die vraag.',
      ),
    ),
  ),
  section(
    'effectmatrix',
    { status: 'ready', ownerKey: 'lian-cheung' },
    p(
      'Zes deelnemers vulden de veertien thema’s van het CBS eerst alleen in. Bij wonen en arbeid liepen de antwoorden weinig uiteen. Bij ',
      bold('natuurlijk kapitaal'),
      ' en ',
      bold('sociaal kapitaal'),
      ' juist veel, en daar ging het gesprek over.',
    ),
    ul(
      'Over optie 1 waren we het eens dat de open ruimte wint. Of de stad gezond blijft om in te wonen, weet niemand zeker.',
      'Bij optie 2 bleek “sociaal kapitaal” twee dingen te betekenen: banden die er al zijn, en plek voor nieuwe mensen. Dat hebben we apart opgeschreven.',
      'Bij elders dacht bijna niemand aan grondstoffen. Pas toen iemand het vroeg, kwam het beton ter sprake.',
    ),
    callout(
      'insight',
      p(
        'Apart invullen liet zien dat we bij “later” aan verschillende jaren dachten: van 2030 tot 2100. Sindsdien schrijven we bij later altijd een jaartal op.',
      ),
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'ready', ownerKey: 'lian-cheung' },
    ul(
      [
        bold('Afruil: '),
        'bouwen bij het spoor spaart het landschap en kost rust en groen in de stad. Gemeenteraden beslissen, maar over de grens van hun gemeente heen beslist niemand.',
      ],
      [
        bold('Synergie: '),
        'een dorp dat een beetje groeit, houdt een school; een dorp met een school houdt jonge gezinnen. Dat werkt alleen onder een bepaalde grootte.',
      ],
      [
        bold('Afwenteling naar later: '),
        'wie de aanleg van openbaar vervoer uitstelt, bespaart nu en legt de rekening bij wie er in 2040 woont.',
      ],
      [
        bold('Afwenteling naar elders: '),
        'de vakmensen die hier komen werken, ontbreken in een andere regio of een ander land.',
      ],
    ),
  ),
  section(
    'verdeling',
    { status: 'draft', ownerKey: 'koen-wubbels' },
    p(
      'Wie al een huis heeft, gaat er in alle drie de opties op vooruit. Wie huurt, merkt vooral hogere prijzen, tenzij een deel van de woningen betaalbaar blijft. Jongeren uit de dorpen kunnen in optie 2 in de buurt blijven; in optie 1 moeten zij naar de stad willen.',
    ),
    p(
      'Over wat eerlijk is, denken we verschillend. Een deel van de groep vindt dat elke generatie ',
      italic('evenveel mogelijkheden'),
      ' moet hebben. Een ander deel vindt dat we vooral ',
      italic('niets onherstelbaars'),
      ' mogen doen. Dat is geen detail: in optie 1 en 2 leidt het tot een andere keuze.',
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'draft', ownerKey: 'chaima-benhaddou' },
    p(
      'Een besluit voor dertig jaar kun je niet in één keer goed nemen. Daarom maken we onderscheid tussen wat vastligt en wat we openhouden (voorbeeld):',
    ),
    table(
      ['Wat', 'Ligt vast tot', 'We kijken opnieuw als'],
      ['Plek van de stations', '2080', 'niet: dit is onherstelbaar'],
      ['Aantal woningen per plek', '2032', 'de reistijd van mensen zonder auto oploopt'],
      ['Deel betaalbaar', '2030', 'jongeren uit de dorpen geen plek vinden'],
      ['Landschap tussen de dorpen', '2060', 'twee gemeenten hetzelfde stuk willen bebouwen'],
    ),
    p(
      'De vier momenten staan in de agenda van de regio. De deelnemer die namens later spreekt, mag elk jaar één moment naar voren halen.',
    ),
  ),
  section(
    'lessen',
    { status: 'draft', ownerKey: 'chaima-benhaddou' },
    ul(
      [
        bold('Zet een jaartal bij later. '),
        'Zonder jaartal praat iedereen over een andere toekomst. Geldt altijd.',
      ],
      [
        bold('Vraag wat moet blijven. '),
        'Over verlies praten mensen preciezer dan over dromen. Werkt het best op de plek zelf, minder goed in een zaal.',
      ],
      [
        bold('Geef later een stoel en een taak. '),
        'Een stoel alleen wordt een grap. Pas toen de deelnemer mocht vragen om een antwoord op papier, veranderde er iets.',
      ],
    ),
    callout(
      'warning',
      p(
        'Een dilemma dat blijft: wie geeft ons het recht om namens mensen te spreken die nog niet geboren zijn? We weten het niet, en doen het toch, want zwijgen is ook kiezen.',
      ),
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'draft', ownerKey: 'ruben-vanesveld' },
    h2('De regio'),
    checklist(
      done('Het gesprek over een gewone dag in 2055 proberen met twee groepen (voorbeeld).'),
      open('De tabel met wat vastligt en wat openblijft voorleggen aan de 21 gemeenten.'),
      open('Met scholen afspreken hoe jongeren elk jaar meepraten, en wat zij daarvan terughoren.'),
    ),
    h2('De provincie'),
    checklist(open('Uitzoeken wie mag beslissen over landschap tussen twee gemeenten.')),
    h2('Het Rijk'),
    checklist(
      open('Vraag: wil het ministerie bij een bijdrage ook kijken naar wat na 2040 nog te veranderen is?'),
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'ready', ownerKey: 'bas-oosterveen' },
    ul(
      [
        link(
          'CoP Oog voor de toekomst gestart',
          'https://netwerkbredewelvaart.nl/cop-oog-voor-de-toekomst-gestart/',
        ),
      ],
      'Werkvorm: een gewone dag over dertig jaar, zie de notitie “Gesprek over later (voorbeeld)”.',
      'De tabellen in deze analyse hebben geen bron: de getallen zijn bedacht.',
    ),
  ),
);
