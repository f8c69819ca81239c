import { bold, doc, h1, p, quote, ul } from '../../note-builders.ts';

export const gebiedsprocessenOverijssel = doc(
  quote(p(bold('Voorbeeld. '), 'De casus is openbaar, de tekst van deze notitie is bedacht.')),
  p(
    'In het landelijk gebied van Overijssel lopen verschillende gebiedsprocessen tegelijk. In elk gebied gaat het over water, natuur, landbouw en wonen, maar de mensen en de snelheid verschillen.',
  ),
  p(
    'We vragen de CoP: hoe kunnen die gebieden van elkaar leren terwijl ze bezig zijn? Een verslag achteraf helpt niet, want dan zijn de keuzes al gemaakt.',
  ),
  h1('Wat we willen proberen'),
  ul(
    'Elk kwartaal gaat iemand uit het ene gebied op bezoek in een ander gebied.',
    'Na elk bezoek schrijven de twee samen één bladzijde: wat nemen we over, wat juist niet, en waarom?',
    'De vragen die overblijven, komen op de leeragenda van de CoP.',
  ),
);
