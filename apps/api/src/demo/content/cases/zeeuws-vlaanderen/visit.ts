import { bold, checklist, doc, done, h1, mention, open, p, quote, ul } from '../../note-builders.ts';

export const zeeuwsVlaanderenWerkbezoek = doc(
  quote(
    p(
      bold('Voorbeeld. '),
      'De CoP was op 4 april 2024 echt in Terneuzen en Griete. De gesprekken en afspraken hieronder zijn bedacht.',
    ),
  ),
  h1('Wat we zagen'),
  p(
    'We begonnen in Terneuzen met de Regio Deal en de Lokale Deal. Daarna gingen we naar Griete, een kleine kern aan de Westerschelde. Het verschil was groot: in de stad gaat het over wijken waar mensen elkaar weinig kennen, in Griete over de afstand tot alles wat je nodig hebt.',
  ),
  h1('Wat ons bijblijft'),
  ul(
    'Veel instrumenten zijn er al. Ze liggen alleen bij verschillende organisaties en niemand ziet ze naast elkaar.',
    'Aan het begin van een plan is er veel hulp: scans, monitors, gesprekken. Aan het eind, bij het wegen en bijsturen, is er weinig.',
    'Inwoners praten niet over brede welvaart. Ze praten over de bus, de huisarts en hun kinderen.',
  ),
  quote(
    p(
      '“Vraag niet wat er ontbreekt. Vraag waarom iemand hier is gebleven.” (uitspraak bedacht als voorbeeld)',
    ),
  ),
  h1('Afspraken'),
  checklist(
    done('Foto’s en aantekeningen delen met de groep.'),
    open('Een overzicht maken van instrumenten per stap, van verkennen tot bijsturen.'),
    open('Aanvullen wat er aan instrumenten nog ontbreekt.'),
    open([
      'Bespreken wat we hiervan meenemen naar de casusanalyse. ',
      mention('marit-hoekzema'),
      ', zet jij het op de agenda?',
    ]),
  ),
);
