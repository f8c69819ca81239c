import { bold, doc, h1, ol, p, quote, ul } from '../../note-builders.ts';

export const regioDealWadden = doc(
  quote(p(bold('Voorbeeld. '), 'De casus is openbaar, de tekst van deze notitie is bedacht.')),
  p(
    'In de Regio Deal Waddeneilanden werken eilanden, provincie en Rijk samen. Iedereen wil onderweg leren. Maar van wie is dat leren eigenlijk? Wie leert er, wie kan bijsturen en wat heeft die persoon daarvoor nodig?',
  ),
  h1('Drie knelpunten'),
  p('Deze vragen kwamen steeds terug in het gesprek over eigenaarschap:'),
  ol(
    'Degene die iets leert, is vaak niet degene die mag besluiten.',
    'Wie geld geeft, vraagt om voortgang. Een les klinkt dan al snel als een fout.',
    'Mensen wisselen van baan, en dan is de les weg.',
  ),
  h1('Gouden tips uit de groep'),
  ul(
    'Spreek aan het begin af op welke momenten je mag veranderen.',
    'Schrijf leerdoelen op in een leeragenda, met een naam erbij.',
    'Laat Rijk en regio samen terugkijken, niet na elkaar.',
  ),
);
