export const nl = {
  title: 'Wis woorden uit “{{title}}”',
  lead: 'Voor een naam, een nummer of een ander gegeven dat hier niet had mogen staan. De woorden verdwijnen uit de tekst, uit alle versies, uit de gesprekken ernaast en uit de zoekfunctie; ook als ze eerder al waren weggehaald. Op hun plaats komt […].',
  words: 'Woorden',
  wordsHint:
    'Elk op een eigen regel, minstens drie tekens. Hoofdletters maken niet uit. Staat het woord in een langer woord, dan gaat dat hele woord weg.',
  search: 'Kijk waar ze staan',
  searching: 'Kring zoekt ze op…',
  found: 'Dit gaat weg',
  nowhere:
    'Ze staan nergens in wat Kring nu van deze notitie bewaart. Zijn ze getypt en weer weggehaald? Dan gaan ze ook daaruit weg.',
  inText_one: '{{count}} keer in de tekst',
  inText_other: '{{count}} keer in de tekst',
  versions_one: 'in {{count}} eerdere versie of laatst geziene tekst',
  versions_other: 'in {{count}} eerdere versies en laatst geziene teksten',
  comments_one: 'in {{count}} gesprek of reactie',
  comments_other: 'in {{count}} gesprekken en reacties',
  titles_one: 'in {{count}} titel of bestandsnaam',
  titles_other: 'in {{count}} titels en bestandsnamen',
  notThere:
    'Niet hieruit: wat in een bestand of afbeelding staat, andere notities, de effectmatrix, en wat al gemaild, gedownload of in een back-up bewaard is.',
  forGood: 'Dit kan niet ongedaan worden gemaakt.',
  redact: 'Wis voorgoed',
  back: 'Andere woorden',
};
