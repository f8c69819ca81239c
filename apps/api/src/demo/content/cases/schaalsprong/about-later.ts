import { bold, doc, h1, ol, p, quote } from '../../note-builders.ts';

export const schaalsprong = doc(
  quote(p(bold('Voorbeeld. '), 'De casus is openbaar, de tekst van deze notitie is bedacht.')),
  p(
    'De Metropoolregio Eindhoven, een samenwerking van 21 gemeenten, maakt een schaalsprong: in korte tijd komen er veel banen en woningen bij. De vraag is hoe je ontwikkelingen in de stad én op het platteland een plek geeft, zonder de inwoners te vergeten.',
  ),
  p(
    'Wij kijken vooral naar de inwoners van later. Wat we nu bouwen, staat er over vijftig jaar nog. Wie spreekt er namens de mensen die dan in de regio wonen?',
  ),
  h1('Hoe we het gesprek kunnen voeren'),
  ol(
    'Kies een straat of een dorp, niet de hele regio.',
    'Beschrijf een gewone dag daar over dertig jaar, voor drie verschillende mensen.',
    'Vraag per mens: waar is deze persoon ons dankbaar voor, en wat neemt hij ons kwalijk?',
    'Ga terug naar nu: welk besluit dit jaar maakt daarin het verschil?',
  ),
);
