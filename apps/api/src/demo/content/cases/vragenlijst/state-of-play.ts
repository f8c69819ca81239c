import { bold, checklist, doc, done, h1, open, p, quote, ul } from '../../note-builders.ts';

export const vragenlijst = doc(
  quote(
    p(
      bold('Voorbeeld. '),
      'De vragenlijst is een echt product van de CoP. De tekst van deze notitie is bedacht.',
    ),
  ),
  p(
    'Provincies en planbureaus vragen inwoners vaak naar hetzelfde, maar net met andere woorden. Dan kun je de antwoorden niet vergelijken. Daarom maken we één vragenlijst over brede welvaart. Een deel ligt vast, over een deel praten we nog.',
  ),
  h1('Waar we het over eens zijn'),
  ul(
    'Elke regio gebruikt dezelfde basisvragen, met dezelfde woorden en dezelfde antwoorden.',
    'Een regio mag eigen vragen toevoegen, maar pas na de basisvragen.',
    'Bij elke vraag schrijven we op waarom we hem zo stellen.',
  ),
  h1('Wat nog open is'),
  checklist(
    done('Vragen over tevredenheid met het leven naast elkaar leggen.'),
    open('Hoe bereiken we mensen die nooit een vragenlijst invullen?'),
    open('Vijf of tien antwoorden op een schaal? Vraag aan de deskundigen van het CBS.'),
    open('Hoe blijven antwoorden vergelijkbaar met eerdere jaren?'),
  ),
);
