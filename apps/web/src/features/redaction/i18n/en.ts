import type { nl } from './nl.ts';

export const en: typeof nl = {
  title: 'Redact words in “{{title}}”',
  lead: 'For a name, a number or anything else that should not have been here. The words go from the text, from all versions, from the conversations beside it and from search; also where they had been deleted before. […] takes their place.',
  words: 'Words',
  wordsHint:
    'Each on a line of its own, three characters or more. Capitals make no difference. Where the word is part of a longer one, all of that one goes.',
  search: 'See where they are',
  searching: 'Kring is looking for them…',
  found: 'This will go',
  nowhere:
    'They are nowhere in what Kring keeps of this note now. Were they typed and deleted again? Then they go from there as well.',
  inText_one: '{{count}} time in the text',
  inText_other: '{{count}} times in the text',
  versions_one: 'in {{count}} earlier version or text seen last',
  versions_other: 'in {{count}} earlier versions and texts seen last',
  comments_one: 'in {{count}} conversation or comment',
  comments_other: 'in {{count}} conversations and comments',
  titles_one: 'in {{count}} title or file name',
  titles_other: 'in {{count}} titles and file names',
  notThere:
    'Not from: what is inside a file or picture, other notes, the effect matrix, and what was mailed, downloaded or backed up already.',
  forGood: 'This cannot be undone.',
  redact: 'Redact for good',
  back: 'Other words',
};
