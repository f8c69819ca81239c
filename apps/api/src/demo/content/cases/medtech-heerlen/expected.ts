import { bold, doc, h1, p, quote, table } from '../../note-builders.ts';

export const medtechHeerlen = doc(
  quote(
    p(
      bold('Voorbeeld. '),
      'De casus is openbaar, de tekst en de inschattingen in deze notitie zijn bedacht.',
    ),
  ),
  p(
    'In Heerlen gaat het om de komst van logistiek voor medische technologie. Wat doet zo’n ontwikkeling met de brede welvaart in de regio? En hoe stuur je daarop, als het besluit eenmaal is genomen?',
  ),
  h1('Wat we verwachten en hoe we dat zien'),
  table(
    ['Onderwerp', 'Verwachting', 'Waaraan we het merken'],
    ['Arbeid', 'meer banen, ook zonder diploma', 'wie er werkt, en met welk contract'],
    ['Gezondheid', 'onbekend', 'gesprekken met omwonenden en werknemers'],
    ['Milieu', 'meer verkeer', 'tellingen en klachten'],
    ['Later', 'grond is lang bezet', 'afspraken over hergebruik van het gebouw'],
  ),
  h1('Wat we leerden'),
  p(
    'Een goede indicator helpt pas als vooraf vaststaat wie ernaar kijkt en wat die persoon dan mag doen. “Onbekend” is ook een uitkomst: het laat zien wat we nog moeten vragen.',
  ),
);
