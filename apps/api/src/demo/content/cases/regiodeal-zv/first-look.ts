import { bold, doc, h1, p, quote, ul } from '../../note-builders.ts';

export const regioDealZeeuwsVlaanderen = doc(
  quote(p(bold('Voorbeeld. '), 'De casus is openbaar, de tekst van deze notitie is bedacht.')),
  p(
    'In de Regio Deal Zeeuws-Vlaanderen lopen veel projecten naast elkaar. Een deel hoort bij de Lokale Deal Terneuzen. We willen weten wat al die projecten samen doen voor de brede welvaart in de streek.',
  ),
  p(
    'We beginnen bij één onderwerp: in sommige wijken van Terneuzen is de eenzaamheid relatief hoog. Dat raakt gezondheid, samenleving en wonen tegelijk.',
  ),
  h1('Eerste vragen'),
  ul(
    'Welke projecten hebben effect op eenzaamheid, ook als dat niet hun doel was?',
    'Wat vinden bewoners van deze wijken zelf belangrijk?',
    'Wat meten we nu al, en wie kijkt daarnaar?',
    'Wat gebeurt er als de Regio Deal stopt?',
  ),
);
