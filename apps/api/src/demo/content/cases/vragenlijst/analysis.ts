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

/** A case analysis about a product of a CoP. That the product exists is public; the rest is made up and says so. */
export const vragenlijstAnalysis = doc(
  example(
    'De gezamenlijke vragenlijst is een echt product van deze CoP. De vragen, cijfers, meningen en afspraken hieronder zijn bedacht; dit is niet de vragenlijst zelf.',
  ),
  section(
    'opgave',
    { status: 'ready', ownerKey: 'ebel-dijkhuis' },
    p(
      'Wie wil weten hoe het met mensen gaat, stelt hun vragen. Dat doen provincies, gemeenten en planbureaus al jaren, ieder met een eigen lijst. De vragen lijken op elkaar en zijn net niet gelijk: de een vraagt of je ',
      italic('tevreden'),
      ' bent met je leven, de ander of je je ',
      italic('gelukkig'),
      ' voelt. De een geeft vijf antwoorden, de ander elf. Daardoor kun je de uitkomsten van twee provincies niet naast elkaar leggen.',
    ),
    p(
      'Deze CoP werkt aan één vragenlijst over brede welvaart.',
      footnote(
        'Bijpraten met de Brede Welvaartscommunities, Nationaal Netwerk Brede Welvaart.',
        'https://netwerkbredewelvaart.nl/bijpraten-met-de-brede-welvaartscommunities/',
      ),
      ' Een deel ligt vast. Over een ander deel praten we nog, vooral over de methode. Intussen gaat het veld door: bureaus versturen hun volgende meting, met of zonder ons.',
    ),
  ),
  section(
    'leervraag',
    { status: 'ready', ownerKey: 'ebel-dijkhuis' },
    callout(
      'question',
      p(
        'Hoe stemmen we vragenlijsten op elkaar af, zonder dat een regio haar eigen verhaal en haar eerdere cijfers kwijtraakt?',
      ),
    ),
    p(
      'De casus hoort bij ',
      bold('leervraag A en B'),
      ' van deze CoP: wat vinden mensen zelf van waarde, en hoe krijgt iedereen een stem? Een goed antwoord levert een vaste kern op, en een besluit per vraag met de reden erbij.',
    ),
  ),
  section(
    'gebied-en-cijfers',
    { status: 'ready', ownerKey: 'hilke-boersema' },
    p(
      'Het gaat om Groningen, Drenthe en Fryslân, waar de bureaus samen een groot leefbaarheidsonderzoek doen,',
      footnote(
        'Groot leefbaarheidsonderzoek in Drenthe, Groningen en Friesland, Trendbureau Drenthe.',
        'https://trendbureaudrenthe.nl/groot-leefbaarheidsonderzoek-in-drenthe-groningen-en-friesland/',
      ),
      ' en om andere provincies die mee willen doen. Voor deze analyse legden we drie bedachte lijsten naast elkaar:',
    ),
    table(
      ['Onderwerp', 'Lijst A (voorbeeld)', 'Lijst B (voorbeeld)', 'Lijst C (voorbeeld)', 'Te vergelijken?'],
      ['Tevreden met het leven', '0 tot 10', '5 woorden', '0 tot 10', 'A met C'],
      ['Contact met buren', 'per week', 'per maand', 'genoeg of niet', 'nee'],
      ['Vertrouwen in anderen', 'ja of nee', '0 tot 10', '0 tot 10', 'B met C'],
      ['Thuis voelen in de buurt', 'niet gevraagd', '5 woorden', '5 woorden', 'B met C'],
      ['Wat mist u hier?', 'open vraag', 'niet gevraagd', 'open vraag', 'ja, met veel leeswerk'],
    ),
    saying(
      'Jullie vragen of ik tevreden ben. Ja hoor. Maar over wat er mis is, vragen jullie niks.',
      'Deelnemer aan een proefgesprek, uitspraak bedacht als voorbeeld',
    ),
  ),
  section(
    'betrokkenen',
    { status: 'ready', ownerKey: 'amber-kuipersloot' },
    table(
      ['Wie', 'Belang', 'Invloed', 'Aan tafel?'],
      ['Regionale planbureaus', 'eigen reeks voortzetten', 'groot', 'ja'],
      ['Provincies', 'vergelijken en kunnen uitleggen', 'groot', 'ja'],
      ['Gemeenten', 'cijfers per wijk', 'middel', 'deels'],
      ['CBS', 'methode die klopt', 'middel', 'als deskundige'],
      ['Mensen die meedoen', 'kort, duidelijk, en iets terugzien', 'klein', 'proefgesprekken'],
      ['Mensen die nooit meedoen', 'gezien worden', 'geen', 'nog niet'],
    ),
  ),
  section(
    'ingreep-en-opties',
    { status: 'ready', ownerKey: 'shanice-rozenblad' },
    h2('Optie 0: ieder een eigen lijst'),
    p(
      'Als we niets afspreken, dan houdt elke regio haar reeks, omdat er niets verandert. Vergelijken blijft handwerk, en een landelijk beeld komt er niet.',
    ),
    h2('Optie 1: een vaste kern'),
    p(
      'Als we twaalf vragen gelijk maken en de rest vrijlaten, dan is vergelijken mogelijk zonder dat de eigen reeks verdwijnt, omdat een regio haar oude vraag nog één keer naast de nieuwe kan stellen.',
    ),
    h2('Optie 2: één lijst voor iedereen'),
    p(
      'Als iedereen dezelfde lijst gebruikt, dan is alles te vergelijken, omdat er maar één vraag per onderwerp is. Oude cijfers zijn dan niet meer bruikbaar.',
    ),
    details(
      'Hoe we een vraag kiezen',
      ol(
        'Staat de vraag al in een landelijke lijst? Dan nemen we die, woord voor woord.',
        'Begrijpt iemand die moeite heeft met lezen de vraag? Zo niet, dan eerst herschrijven.',
        'Kun je met het antwoord iets doen? Zo niet, dan valt zij af, ook als zij mooi is.',
        'We schrijven op wie het er niet mee eens was, en waarom.',
      ),
    ),
  ),
  section(
    'effectmatrix',
    { status: 'empty' },
    p(
      'Deze casus gaat over meten. We begonnen nog geen matrix: eerst willen we weten of de lens ook past bij een instrument, of alleen bij een ingreep. Die vraag ligt bij de facilitator.',
    ),
  ),
  section(
    'afruil-synergie-afwenteling',
    { status: 'draft', ownerKey: 'menno-feitsma' },
    ul(
      [
        bold('Afruil: '),
        'hoe meer vragen gelijk zijn, hoe minder ruimte er is voor wat alleen hier speelt. In Groningen is dat de aardbeving, in Drenthe is dat iets anders.',
      ],
      [bold('Afruil: '), 'een korte lijst wordt vaker ingevuld, en vertelt minder.'],
      [
        bold('Synergie: '),
        'een vraag die mensen met moeite met lezen begrijpen, wordt door iedereen beter beantwoord.',
      ],
      [
        bold('Afwenteling: '),
        'als we nu een vraag kiezen die niet klopt, zitten onderzoekers over tien jaar met een reeks die niets zegt.',
      ],
    ),
  ),
  section(
    'verdeling',
    { status: 'draft', ownerKey: 'koen-wubbels' },
    p(
      'Een vragenlijst is niet neutraal. Wie haar invult, heeft tijd, kan lezen en gelooft dat het zin heeft. In onze proef (voorbeeld) deed 1 op de 5 mensen van boven de zestig mee en 1 op de 20 jongeren. Wegen helpt voor een cijfer, niet voor een stem: een jongere die voor vier telt, heeft nog steeds maar één verhaal verteld.',
    ),
    p(
      'Daarom hoort bij de lijst ook een andere weg: gesprekken in een buurthuis, aan de lijn bij de voetbalclub, bij de voedselbank. Wat daar gezegd wordt, staat naast de cijfers en niet eronder.',
    ),
    callout(
      'warning',
      p(
        'Wie niet meedoet, is niet tevreden en ook niet ontevreden. Zwijgen is geen antwoord. Schrijf het zo op.',
      ),
    ),
  ),
  section(
    'sturing-en-leren',
    { status: 'draft', ownerKey: 'harmke-oldenziel' },
    table(
      ['Moment', 'Waar kijken we naar', 'Wie past aan'],
      ['Na de proef', 'welke vraag mensen overslaan', 'de werkgroep'],
      ['Na de eerste meting', 'wie er niet meedeed', 'bureaus en gemeenten samen'],
      ['Elk tweede jaar', 'of een vraag nog iets zegt', 'de CoP, met het CBS als deskundige'],
    ),
    p(
      'We veranderen nooit meer dan twee vragen per keer. Anders weet niemand of de mensen veranderden of de vraag.',
    ),
  ),
  section(
    'lessen',
    { status: 'draft', ownerKey: 'harmke-oldenziel' },
    ul(
      [
        bold('Begin met wat al gelijk is. '),
        'Zeven van de twaalf vragen bleken al bijna hetzelfde (voorbeeld). Dat geeft moed. Geldt als mensen bang zijn hun reeks kwijt te raken.',
      ],
      [
        bold('Schrijf bij elke vraag op waarom. '),
        'Na een jaar weet niemand nog waarom het elf antwoorden werden. Geldt altijd.',
      ],
      [
        bold('Laat mensen hardop denken. '),
        'In zes proefgesprekken leerden we meer dan in drie vergaderingen. Geldt niet voor vragen waar mensen zich voor schamen.',
      ],
    ),
  ),
  section(
    'handelingsperspectief',
    { status: 'draft', ownerKey: 'ebel-dijkhuis' },
    checklist(
      done('Drie lijsten naast elkaar leggen en de overlap tellen.'),
      done('Zes proefgesprekken houden met mensen die zelden meedoen.'),
      open('Besluit over de schaal: vijf woorden of 0 tot 10 (CoP, na advies van deskundigen).'),
      open('Een jaar lang de oude en de nieuwe vraag samen stellen (bureaus).'),
      open('Afspreken wie de kern beheert als de CoP stopt.'),
      open('Vraag aan het Rijk: wil een ministerie de kern gebruiken in eigen onderzoek?'),
    ),
  ),
  section(
    'bronnen-en-bijlagen',
    { status: 'ready', ownerKey: 'hilke-boersema' },
    ul(
      [
        link(
          'Bijpraten met de Brede Welvaartscommunities',
          'https://netwerkbredewelvaart.nl/bijpraten-met-de-brede-welvaartscommunities/',
        ),
      ],
      [
        link(
          'Bewoners in beeld: de vragen van deze CoP',
          'https://netwerkbredewelvaart.nl/bewoners-in-beeld/',
        ),
      ],
      'Wat vastligt en wat openstaat: de notitie “Stand van zaken (voorbeeld)”.',
    ),
  ),
);
