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

/** A case analysis that has only begun. That the case exists is public; the rest is made up and says so. */
export const overijsselAnalysis = doc(
  example(
    'De casus is echt en openbaar. De drie gebieden, de cijfers, de meningen en de afspraken hieronder zijn bedacht.',
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'hester-lindeboer' },
    p(
      'In het landelijk gebied van Overijssel lopen verschillende gebiedsprocessen naast elkaar.',
      footnote(
        'De casus is besproken in bijeenkomst 4 van de CoP Lerende en adaptieve aanpak, Groningen, 4 april 2024.',
        'https://netwerkbredewelvaart.nl/op-zoek-naar-de-sleutel-voor-lerend-en-adaptief-beleid/',
      ),
      ' Het gaat over water, natuur, landbouw, wonen en energie, meestal alles tegelijk en op dezelfde hectare. Elk gebied heeft een eigen tafel, een eigen voorzitter en een eigen snelheid.',
    ),
    p(
      'De tafels lopen tegen dezelfde dingen aan. Hoe begin je een gesprek als mensen boos zijn? Wanneer laat je cijfers zien? Wat doe je als het Rijk halverwege een regel verandert? Toch vindt ieder gebied het antwoord zelf uit. Een verslag achteraf helpt niet: dan zijn de keuzes al gemaakt.',
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'hester-lindeboer' },
    callout('question', p('Hoe leren gebiedsprocessen van elkaar terwijl ze nog bezig zijn?')),
    p(
      'De casus hoort bij ',
      bold('leervraag C'),
      ' van deze CoP, over de rolverdeling tussen Rijk en regio. Een goed antwoord is klein en bruikbaar: iets wat een gebiedsregisseur volgende maand kan doen, zonder extra vergadering.',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'draft', ownerKey: 'menno-feitsma' },
    p('We beschrijven drie bedachte gebieden die samen laten zien hoe verschillend het kan zijn:'),
    table(
      ['Wat', 'Beekdal (voorbeeld)', 'Veenrand (voorbeeld)', 'Stuwwal (voorbeeld)'],
      ['Grootste vraag', 'water vasthouden', 'bodem die daalt', 'natuur en recreatie'],
      ['Aan tafel sinds', '3 jaar', '8 maanden', '5 jaar'],
      ['Boeren die meedoen', '41 van de 60', '9 van de 55', '22 van de 30'],
      ['Vertrouwen in de uitkomst', 'groeit', 'laag', 'hoog, en kwetsbaar'],
      ['Wie het laatst wisselde', 'voorzitter', 'niemand', 'drie ambtenaren'],
    ),
    saying(
      'De buren zijn al verder, zeggen ze. Maar niemand neemt me mee om te kijken.',
      'Melkveehouder, uitspraak bedacht als voorbeeld',
    ),
    p(
      'Het Beekdal had drie jaar nodig om tot één kaart te komen. De Veenrand begint nu, en begint bij nul. Dat is de opgave in één zin.',
    ),
  ),
  section(
    'betrokkenen',
    { status: 'draft', ownerKey: 'sander-nijhuizen' },
    table(
      ['Wie', 'Belang', 'Invloed', 'Aan tafel?'],
      ['Boeren en grondeigenaren', 'toekomst voor hun bedrijf', 'groot', 'ja'],
      ['Waterschap', 'water, te veel en te weinig', 'groot', 'ja'],
      ['Provincie', 'doelen halen, mensen meekrijgen', 'groot', 'ja'],
      ['Gemeenten', 'dorpen, wegen, werk', 'middel', 'ja'],
      ['Natuurorganisaties', 'herstel dat blijft', 'middel', 'ja'],
      ['Bewoners zonder grond', 'een streek om in te leven', 'klein', 'nog niet'],
      ['Wie het bedrijf later overneemt', 'of er nog iets over te nemen is', 'geen', 'nog niet'],
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'hester-lindeboer' },
    h2('Optie 0: elk gebied voor zich'),
    p(
      'Als we niets organiseren, dan leert elk gebied van zijn eigen fouten, omdat er geen tijd is om te kijken bij een ander. Wat goed gaat, blijft in het gebied.',
    ),
    h2('Optie 1: op bezoek'),
    p(
      'Als elk kwartaal twee mensen uit het ene gebied een dag meelopen in het andere, dan gaan lessen mee naar huis, omdat je onthoudt wat je zelf hebt gezien.',
    ),
    h2('Optie 2: één kaart, één logboek'),
    p(
      'Als alle gebieden hun keuzes op dezelfde manier vastleggen, dan zie je patronen, omdat je de besluiten naast elkaar kunt leggen. Het kost elke week een uur.',
    ),
    details(
      'Wat een bezoek kost (voorbeeld)',
      ul(
        'Twee dagen per persoon: één om te kijken, één om te vertellen.',
        'Een gastheer of gastvrouw die niets hoeft voor te bereiden.',
        'Eén bladzijde achteraf, door allebei geschreven.',
      ),
    ),
  ),
  section(
    'effectmatrix',
    { status: 'draft', ownerKey: 'menno-feitsma' },
    p(
      'We kozen de drie kapitalen van Telos, omdat de deelnemers gewend zijn om in voorraden te denken: bodem, water, werk, kennis. Iedereen vult nu alleen in. ',
      italic('Niemand ziet wat een ander vond.'),
      ' In de volgende bijeenkomst leggen we de antwoorden naast elkaar.',
    ),
    callout(
      'assumption',
      p(
        'We nemen aan dat beter leren via de gebieden ook bodem en water raakt. Het is goed mogelijk dat de matrix dat niet laat zien.',
      ),
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'draft', ownerKey: 'dewi-sanjoyo' },
    ul(
      [
        bold('Afruil: '),
        'hoe meer alle gebieden hetzelfde vastleggen, hoe minder het van henzelf is. Provincie en voorzitters beslissen samen.',
      ],
      [
        bold('Synergie: '),
        'een boer die bij een ander gebied was, vertelt het thuis anders dan een ambtenaar dat doet.',
      ],
      [
        bold('Afwenteling: '),
        'water dat het ene gebied niet vasthoudt, komt bij het andere aan. Leren houdt dus niet op bij de grens.',
      ],
    ),
  ),
  section(
    'verdeling',
    { status: 'draft' },
    p(
      'Wie kan er een dag weg? Niet de boer die alleen melkt, niet de ambtenaar met drie gebieden. Als bezoeken vrijwillig zijn, gaan steeds dezelfde mensen. De groep wil daarom twee dingen uitproberen: vervanging op het bedrijf betalen, en het bezoek naar de keukentafel brengen.',
    ),
    p(
      'Tussen gebieden verschilt het ook. Een gebied dat al loopt, geeft meer dan het krijgt. Dat is te verdragen als het af en toe iets terugkrijgt: een idee, een extra paar ogen, of gewoon een bedankje van de gedeputeerde.',
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'draft', ownerKey: 'sjoerd-wiarda' },
    ol(
      'Na elk bezoek schrijven gast en gastheer samen één bladzijde: wat nemen we over, wat niet, en waarom?',
      'De bladzijde gaat naar drie mensen die iets mogen: de voorzitter, de gedeputeerde en iemand van het Rijk.',
      'Die drie zeggen binnen een maand wat zij ermee doen.',
      'Wat overblijft, komt als vraag op de leeragenda van de CoP.',
    ),
    p(
      'We kijken na vier bezoeken of het zin heeft. De maat is eenvoudig: is er in een gebied iets anders gegaan dan zonder bezoek? Als niemand iets kan noemen, stoppen we.',
    ),
  ),
  section(
    'lessen',
    { status: 'draft', ownerKey: 'sjoerd-wiarda' },
    p('Na het eerste bezoek (voorbeeld) schreven we er twee op:'),
    ul(
      [
        bold('Ga kijken vóór je een mening hebt. '),
        'Wie komt om te overtuigen, leert niets. Geldt ook voor de provincie.',
      ],
      [
        bold('Neem iemand mee die twijfelt. '),
        'Die wordt thuis eerder geloofd. Geldt niet als het gesprek nog vol boosheid zit.',
      ],
    ),
    p(
      'Een dilemma dat blijft: een gebied heeft rust nodig om elkaar te leren vertrouwen, en bezoek is nooit rustig.',
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'draft', ownerKey: 'hester-lindeboer' },
    checklist(
      done('Drie gebieden vragen of zij mee willen doen.'),
      done('Het eerste bezoek: van de Veenrand naar het Beekdal (voorbeeld).'),
      open('Vervanging op het bedrijf regelen voor wie op bezoek gaat (provincie).'),
      open('De matrix afmaken en samen bespreken (CoP, volgende bijeenkomst).'),
      open('Vraag aan het Rijk: wil iemand van het ministerie één keer meelopen, zonder presentatie?'),
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'draft', ownerKey: 'menno-feitsma' },
    ul(
      [
        link(
          'Op zoek naar de sleutel voor lerend en adaptief beleid',
          'https://netwerkbredewelvaart.nl/op-zoek-naar-de-sleutel-voor-lerend-en-adaptief-beleid/',
        ),
      ],
      'Het eerste idee: de notitie “Leren tussen gebieden (voorbeeld)”.',
      'De gebieden Beekdal, Veenrand en Stuwwal bestaan niet.',
    ),
  ),
);
