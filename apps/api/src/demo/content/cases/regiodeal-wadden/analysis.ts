import {
  bold,
  callout,
  checklist,
  date,
  doc,
  done,
  example,
  footnote,
  h2,
  link,
  ol,
  open,
  p,
  saying,
  table,
  ul,
} from '../../note-builders.ts';
import { section } from '../../section-builder.ts';

/** A case analysis about learning itself. That the case exists is public; the rest is made up and says so. */
export const waddenAnalysis = doc(
  example(
    'De casus is echt en openbaar. De gesprekken, cijfers, opties en afspraken hieronder zijn bedacht. Geen ervan gaat over een bestaand project op de eilanden.',
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'gryt-zwanenburg' },
    p(
      'In de Regio Deal Waddeneilanden werken eilanden, provincie en Rijk samen aan een streek waar mensen goed kunnen wonen en werken.',
      footnote(
        'De casus is besproken in bijeenkomst 4 van de CoP Lerende en adaptieve aanpak, Groningen, 4 april 2024.',
        'https://netwerkbredewelvaart.nl/op-zoek-naar-de-sleutel-voor-lerend-en-adaptief-beleid/',
      ),
      ' Iedereen wil onderweg leren. Dat staat in het plan, in de afspraken en in elke toespraak.',
    ),
    p(
      'In de praktijk is leren van niemand. Het staat achteraan op de agenda, en valt eraf als de vergadering uitloopt. Een projectleider ziet dat iets niet werkt, maar mag er niets aan veranderen. Iemand die dat wel mag, hoort het een jaar later, in een verslag van tachtig bladzijden.',
    ),
    saying(
      'Wij leren elke dag. Er is alleen niemand die ernaar vraagt.',
      'Projectleider, uitspraak bedacht als voorbeeld',
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'gryt-zwanenburg' },
    callout(
      'question',
      p('Van wie is het leerproces: wie leert, wie kan bijsturen en wat is daarvoor nodig?'),
    ),
    p(
      'De casus hoort bij ',
      bold('leervraag B'),
      ' van deze CoP: mogen en durven we onderweg te veranderen, en wie mag dat? De casushouder wil weten:',
    ),
    ol(
      'hoe je een les bij iemand brengt die er iets mee mag;',
      'hoe je een les vertelt zonder dat zij klinkt als een fout;',
      'hoe een les blijft als de mensen wisselen.',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'draft', ownerKey: 'priya-ramdhani' },
    p(
      'Eilanden zijn klein en liggen ver uit elkaar. Mensen hebben er vaak drie rollen tegelijk: ondernemer, vrijwilliger en raadslid. Dat maakt leren makkelijker, want iedereen kent elkaar. Het maakt leren ook moeilijker, want iedereen kent elkaar.',
    ),
    p('We volgden vijf bedachte lessen van het moment dat iemand iets merkte tot er iets veranderde:'),
    table(
      ['Les (voorbeeld)', 'Wie merkte het', 'Wie mocht iets doen', 'Tijd ertussen'],
      ['De boot sluit niet aan op de bus', 'leerlingen', 'twee vervoerders', '14 maanden'],
      ['Een woning staat leeg door een regel', 'aannemer', 'gemeente', '5 weken'],
      ['De cursus is op het verkeerde moment', 'horeca', 'school', '1 winter'],
      ['Het formulier vraagt drie keer hetzelfde', 'projectleider', 'Rijk', 'nog niet'],
      ['Jongeren komen niet naar de avond', 'jongerenwerker', 'jongerenwerker', '1 dag'],
    ),
    callout(
      'insight',
      p(
        'Hoe verder de melder van de beslisser zit, hoe langer het duurt. Dat lag niet aan onwil. Er was gewoon geen weg.',
      ),
    ),
  ),
  section(
    'betrokkenen',
    { status: 'ready', ownerKey: 'sander-nijhuizen' },
    table(
      ['Wie', 'Leert', 'Mag bijsturen', 'Wat ontbreekt'],
      ['Projectleiders', 'elke dag', 'binnen het project', 'tijd om het op te schrijven'],
      ['Eilandgemeenten', 'per kwartaal', 'binnen de begroting', 'vergelijken met elkaar'],
      ['Provincie Fryslân', 'per half jaar', 'ja, met de partners', 'lessen die kort genoeg zijn'],
      ['Rijk', 'per jaar', 'ja, bij een nieuwe ronde', 'iemand die blijft'],
      ['Bewoners', 'altijd', 'nee', 'een antwoord'],
      ['Onderzoekers', 'achteraf', 'nee', 'vooraf mogen meekijken'],
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'sjoerd-wiarda' },
    h2('Optie 0: leren via de verantwoording'),
    p(
      'Als we niets veranderen, dan komt elke les in het jaarverslag, omdat dat nu eenmaal de plek is. Wie geld krijgt, schrijft op wat lukte. Wat niet lukte, staat er kleiner.',
    ),
    h2('Optie 1: een leeragenda met namen'),
    p(
      'Als we leerdoelen opschrijven met bij elk doel een naam en een moment, dan komt een les bij iemand die iets mag, omdat die persoon erop wacht.',
    ),
    h2('Optie 2: een vaste meelezer'),
    p(
      'Als één onderzoeker vanaf het begin meeloopt en elke maand een bladzijde schrijft, dan worden patronen zichtbaar die niemand alleen ziet, omdat zij overal komt en niets te verdedigen heeft.',
    ),
    callout(
      'assumption',
      p('We nemen aan dat het Rijk een les over het eigen formulier wil horen. We gaan het vragen.'),
    ),
  ),
  section(
    'effectmatrix',
    { status: 'draft', ownerKey: 'sjoerd-wiarda' },
    p(
      'De opties in deze casus gaan over hoe we werken, niet over wat we bouwen. In een proefronde op papier bleek dat vooral twee thema’s geraakt worden: ',
      bold('sociaal kapitaal'),
      ' (vertrouwen tussen eilanden en Rijk) en ',
      bold('menselijk kapitaal'),
      ' (wat mensen leren en onthouden). De andere thema’s volgen pas via de projecten zelf.',
    ),
    p(
      'De groep besloot daarom de matrix per project in te vullen en hier alleen de vraag te houden: wie kijkt ernaar, en wat mag die dan?',
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'draft', ownerKey: 'menno-feitsma' },
    ul(
      [
        bold('Afruil: '),
        'hoe opener een les, hoe bruikbaarder, en hoe groter de kans dat zij in de krant komt. Bestuurders beslissen daarover, meestal zonder het te zeggen.',
      ],
      [
        bold('Synergie: '),
        'wie samen terugkijkt, hoeft elkaar daarna minder te controleren. Dat scheelt verslagen.',
      ],
      [
        bold('Afwenteling: '),
        'lessen die we niet opschrijven, leert de volgende ploeg opnieuw, op kosten van dezelfde bewoners.',
      ],
    ),
  ),
  section(
    'verdeling',
    { status: 'draft', ownerKey: 'dewi-sanjoyo' },
    p(
      'Leren kost tijd, en die is ongelijk verdeeld. Een groot eiland heeft een medewerker die ernaartoe kan; een klein eiland stuurt de wethouder, op haar vrije dag. Als we leren verplicht maken zonder tijd erbij, betalen de kleinste eilanden het meest.',
    ),
    p(
      'Ook tussen bewoners verschilt het. Wie vaak iets meldt, wordt gezien als lastig of als betrokken. Dat hangt vooral af van wie je kent. Een vaste weg voor meldingen is daarom ook een kwestie van eerlijkheid.',
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'ready', ownerKey: 'sjoerd-wiarda' },
    p('Dit zijn de afspraken zoals ze er nu liggen. Ze gaan in op ', date('2026-12-01'), ' (voorbeeld).'),
    table(
      ['Wie', 'Mag veranderen zonder te vragen', 'Vraagt het eerst'],
      ['Projectleider', 'volgorde, vorm, plek', 'doel of doelgroep'],
      ['Eilanden samen', 'geld schuiven tot een tiende', 'nieuw project'],
      ['Provincie', 'termijn met een half jaar', 'bijdrage'],
      ['Rijk', 'eigen formulier', 'afspraak met de Kamer'],
    ),
    p(
      'Op de eerste maandag van elke maand leest één iemand van elke partij de nieuwe lessen. Wie iets mag, zegt binnen twee weken wat ermee gebeurt: doen, niet doen of later. Geen antwoord is geen mogelijkheid.',
    ),
  ),
  section(
    'lessen',
    { status: 'draft', ownerKey: 'sjoerd-wiarda' },
    ul(
      [
        bold('Spreek aan het begin af wat mag veranderen. '),
        'Halverwege is dat een onderhandeling. Geldt altijd.',
      ],
      [
        bold('Eén bladzijde, één les. '),
        'Wie meer schrijft, wordt niet gelezen. Geldt niet voor onderzoekers onder elkaar.',
      ],
      [
        bold('Laat Rijk en regio samen terugkijken. '),
        'Na elkaar wordt het een verhoor. Geldt vooral als er geld tussen zit.',
      ],
    ),
    callout(
      'warning',
      p(
        'Een dilemma dat blijft: vertrouwen groeit in een kleine kring, maar een les is pas iets waard als zij de kring verlaat.',
      ),
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'draft', ownerKey: 'gryt-zwanenburg' },
    h2('De regio'),
    checklist(
      done('Vijf lessen volgen van melding tot besluit (voorbeeld).'),
      open('De leeragenda maken, met bij elk doel een naam (programmabureau, januari).'),
      open('Per eiland een halve dag per maand vrijmaken voor wie meeleest.'),
    ),
    h2('De provincie'),
    checklist(open('In de volgende ronde tijd voor leren opnemen in elke begroting.')),
    h2('Het Rijk'),
    checklist(
      open('Eén vaste lezer aanwijzen, die ook blijft als de portefeuille verschuift.'),
      open('Vraag: mag de verantwoording een half jaar wachten als er in die tijd wordt bijgestuurd?'),
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'ready', ownerKey: 'menno-feitsma' },
    ul(
      [
        link(
          'Op zoek naar de sleutel voor lerend en adaptief beleid',
          'https://netwerkbredewelvaart.nl/op-zoek-naar-de-sleutel-voor-lerend-en-adaptief-beleid/',
        ),
      ],
      [
        link(
          'Lerende en adaptieve aanpak: de vragen van deze CoP',
          'https://netwerkbredewelvaart.nl/lerende-en-adaptieve-aanpak/',
        ),
      ],
      'Wat de groep erover zei: de notitie “Eigenaarschap van leren (voorbeeld)”.',
    ),
  ),
);
