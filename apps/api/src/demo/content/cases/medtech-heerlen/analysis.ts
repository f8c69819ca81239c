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

/** A case analysis that is done. That the case exists is public; the rest is made up and says so. */
export const medtechHeerlenAnalysis = doc(
  example(
    'De casus is echt en openbaar. De cijfers, meningen, opties en afspraken hieronder zijn bedacht. Geen ervan gaat over een bestaand bedrijf.',
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'loes-vanderheyden' },
    p(
      'In Heerlen gaat het om de komst van logistiek voor medische technologie. Zo’n ontwikkeling wordt meestal beoordeeld op banen en op verkeer. De CoP koos haar als casus omdat er meer aan de hand is: werk, gezondheid, ruimte en trots hangen hier dicht bij elkaar.',
      footnote(
        'De casus is ingebracht in de eerste bijeenkomst van de CoP Sturen op impact, Utrecht, 16 mei 2023.',
        'https://netwerkbredewelvaart.nl/eerste-bijeenkomst-cop-sturen-op-impact/',
      ),
    ),
    p(
      'De vraag kwam op een lastig moment. Het besluit over de plek was al genomen; over de voorwaarden viel nog te praten. Dat is vaker zo dan niet: brede welvaart komt op tafel als de grond al verkocht is. We wilden weten of sturen dan nog zin heeft.',
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'loes-vanderheyden' },
    callout(
      'question',
      p(
        'Wat is het effect van een logistieke ontwikkeling op de brede welvaart in de regio, en hoe stuur je daarop als het besluit al is genomen?',
      ),
    ),
    p('De casushouder vroeg de CoP om hulp bij drie dingen:'),
    ol(
      'effecten noemen die niet in de vergunning staan;',
      'een klein aantal signalen kiezen waaraan je merkt dat het goed of fout gaat;',
      'afspreken wie dan iets mag doen, en wat.',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'ready', ownerKey: 'saskia-ubachs' },
    p(
      'Het gaat om Parkstad Limburg, een streek met een mijnverleden en met wijken waar mensen elkaar lang kennen. De cijfers hieronder zijn een voorbeeld: ze laten zien wélke cijfers we naast elkaar zouden leggen, niet wat de echte waarden zijn.',
    ),
    table(
      ['Wat', 'Waarde (voorbeeld)', 'Vergelijking (voorbeeld)', 'Hoe zeker'],
      ['Nieuwe banen na drie jaar', '380', 'de aanvrager noemde 500', 'cijfer'],
      ['Daarvan met een vast contract', '4 van de 10', 'minder dan in de regio', 'cijfer'],
      ['Vrachtauto’s per uur op de ontsluitingsweg', '46', 'was 21', 'telling'],
      ['Omwonenden met slaaphinder', '1 op de 6', 'vooraf niet gemeten', 'vragenlijst'],
      ['Mbo-stageplekken', '35', 'geen afspraak', 'cijfer'],
    ),
    saying(
      'Ze vroegen of wij last hadden. Ze vroegen niet of mijn zoon er kon werken.',
      'Omwonende, uitspraak bedacht als voorbeeld',
    ),
  ),
  section(
    'betrokkenen',
    { status: 'ready', ownerKey: 'giovanni-pesch' },
    table(
      ['Wie', 'Belang', 'Invloed', 'Aan tafel?'],
      ['Gemeente', 'werk, leefbare wijken', 'groot', 'ja'],
      ['Provincie Limburg', 'economie, bereikbaarheid', 'groot', 'ja'],
      ['Het bedrijf', 'ruimte, mensen, een goede naam', 'groot', 'deels'],
      ['Werknemers', 'zeker werk dat vol te houden is', 'klein', 'via een gesprek'],
      ['Omwonenden', 'rust, veiligheid, werk in de buurt', 'klein', 'via een gesprek'],
      ['Scholen', 'stages en leerplekken', 'middel', 'ja'],
      [
        'Mensen die er over dertig jaar wonen',
        'een plek die nog iets waard is',
        'geen',
        'één deelnemer let op',
      ],
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'giovanni-pesch' },
    p('Het gebouw komt er in elk van de drie opties. Het verschil zit in de voorwaarden.'),
    h2('Optie 0: de vergunning volgen'),
    p(
      'Als we niets extra’s doen, dan gebeurt wat in de vergunning staat. Banen en verkeer worden geteld, de rest niet, omdat niemand daar een afspraak over heeft.',
    ),
    h2('Optie 1: afspraken over werk'),
    p(
      'Als we met het bedrijf en de scholen afspraken maken over contracten en stages, dan hebben mensen uit de buurt er meer aan, omdat zij dan echt aan het werk komen en blijven.',
    ),
    h2('Optie 2: werk én leefomgeving'),
    p(
      'Als we daarnaast afspreken hoe het verkeer rijdt en wat er later met het gebouw gebeurt, dan houdt de buurt het vol, omdat lusten en lasten op dezelfde plek terechtkomen.',
    ),
    callout(
      'assumption',
      p(
        'We nemen aan dat het bedrijf wil meewerken. In een andere casus kan dat anders zijn; dan is optie 2 geen optie maar een wens.',
      ),
    ),
  ),
  section(
    'effectmatrix',
    { status: 'ready', ownerKey: 'twan-geelhoed' },
    p(
      'Vijf deelnemers vulden de acht thema’s van de planbureaus in. Daarna is elk thema besproken. Het gesprek duurde anderhalf uur en leverde vier dingen op:',
    ),
    ul(
      'Over banen waren we het eens, over goed werk niet. Dat zijn twee verschillende dingen en ze staan nu ook apart.',
      'Gezondheid kreeg vijf keer “onbekend”. Dat was geen mislukking maar de belangrijkste uitkomst.',
      'Ruimte leek een detail, tot iemand vroeg wat er met het gebouw gebeurt als het bedrijf vertrekt.',
      'Niemand had aan trots gedacht. De omwonenden begonnen erover.',
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'ready', ownerKey: 'twan-geelhoed' },
    ul(
      [
        bold('Afruil: '),
        'meer banen betekent meer ritten langs dezelfde straat. De winst en de last vallen in andere wijken.',
      ],
      [
        bold('Synergie: '),
        'een leerplek voor jongeren uit de buurt maakt overlast beter te verdragen. Omgekeerd geldt dat ook.',
      ],
      [
        bold('Afwenteling: '),
        'het gebouw staat er veertig jaar. Als er geen afspraak is over hergebruik, betaalt de gemeente van later.',
      ],
      [bold('Voorwaarde: '), 'een signaal helpt alleen als vooraf vaststaat wie erop mag reageren.'],
    ),
  ),
  section(
    'verdeling',
    { status: 'ready', ownerKey: 'jorine-thijsen' },
    p(
      'Zonder afspraken gaat de winst naar wie al goed opgeleid is en een auto heeft. De last komt terecht in twee straten, waar mensen wonen die er het minst aan verdienen. Met afspraken over werk verschuift de winst naar jongeren met een mbo-diploma. De last blijft dan liggen waar hij lag.',
    ),
    p(
      'Pas in optie 2 komen winst en last dichter bij elkaar. De groep vond dat belangrijker dan het totaal: liever iets minder banen die je kunt uitleggen, dan meer banen die de buurt tegen je krijgen.',
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'ready', ownerKey: 'loes-vanderheyden' },
    p(
      'We kozen vier signalen. Bij elk signaal staat wie kijkt en wat die persoon mag doen. De afspraak begon op ',
      date('2024-01-15'),
      ' (voorbeeld).',
    ),
    table(
      ['Signaal', 'Wie kijkt', 'Mag zelf', 'Moet vragen aan'],
      ['Minder dan 30 stages per jaar', 'school', 'het bedrijf bellen', 'wethouder, na twee maanden'],
      [
        'Slaaphinder bij meer dan 1 op de 8',
        'gemeente',
        'ritten ’s nachts omleiden',
        'provincie, als het de weg raakt',
      ],
      ['Vaste contracten onder de helft', 'gemeente en bedrijf', 'een gesprek beginnen', 'niemand'],
      ['Gebouw langer dan een jaar leeg', 'gemeente', 'niets', 'gemeenteraad'],
    ),
    callout(
      'insight',
      p(
        'Het tweede signaal is één keer afgegaan. Doordat vooraf vaststond wie mocht omleiden, duurde het negen dagen in plaats van een half jaar. (voorbeeld)',
      ),
    ),
  ),
  section(
    'lessen',
    { status: 'ready', ownerKey: 'pien-castelijns' },
    ul(
      [
        bold('Ook na het besluit kun je sturen. '),
        'Niet op de plek, wel op de voorwaarden. Geldt zolang er nog iets te vragen is aan elkaar.',
      ],
      [
        bold('Spreek eerst af wie mag reageren, kies dan pas het cijfer. '),
        'Een indicator zonder eigenaar is een weetje. Geldt altijd.',
      ],
      [
        bold('“Onbekend” is een uitkomst. '),
        'Het laat zien wat je moet vragen. Geldt niet als je het gebruikt om niets te hoeven doen.',
      ],
      [
        bold('Vraag mensen niet alleen naar hun last. '),
        'Wie alleen naar overlast vraagt, krijgt een lijst met overlast.',
      ],
    ),
    p(
      'Een dilemma dat blijft: we vroegen bewoners om mee te denken over een besluit dat al genomen was. Sommigen vonden dat eerlijk, anderen een toneelstuk.',
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'ready', ownerKey: 'loes-vanderheyden' },
    checklist(
      done('Vier signalen afspreken met bedrijf, school en provincie (gemeente).'),
      done('Slaaphinder meten vóór het drukker wordt (gemeente en hogeschool).'),
      done('De afspraak over hergebruik van het gebouw vastleggen (gemeente).'),
      open('De vragenlijst delen met andere gemeenten die logistiek krijgen (provincie).'),
      open('Vraag aan het Rijk: kan goed werk een voorwaarde zijn bij steun voor nieuwe bedrijvigheid?'),
    ),
    p(
      'Wie deze casus wil gebruiken: begin bij de tabel met signalen en vul hem samen in. Dat kost een middag.',
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'ready', ownerKey: 'saskia-ubachs' },
    ul(
      [
        link(
          'Eerste bijeenkomst CoP Sturen op impact',
          'https://netwerkbredewelvaart.nl/eerste-bijeenkomst-cop-sturen-op-impact/',
        ),
      ],
      'De eerste verkenning staat in de notitie “Verwacht effect (voorbeeld)”.',
      'Werkvorm: apart invullen, samen bespreken, en per thema één zin opschrijven.',
    ),
  ),
);
