import type { SearchHit } from '@kring/contracts';

/** The page of something that was found. */
export function pathOfHit(hit: Pick<SearchHit, 'kind' | 'id' | 'title' | 'case' | 'cop' | 'letter'>): string {
  switch (hit.kind) {
    case 'cop':
      return `/cops/${hit.cop?.slug ?? ''}`;
    case 'case':
      return `/cases/${hit.id}`;
    case 'note':
      return `/cases/${hit.case?.id ?? ''}/notes/${hit.id}`;
    case 'learning-question':
      return `/cops/${hit.cop?.slug ?? ''}/agenda#leervraag-${hit.letter ?? ''}`;
    case 'library-item': {
      const q = hit.title.map(({ text }) => text).join('');
      return `/cops/${hit.cop?.slug ?? ''}/library?${new URLSearchParams({ q }).toString()}`;
    }
    case 'person':
      return `/people/${hit.id}`;
  }
}

/** That page, with the place in it: a note opens where the words stand that were found in its text. */
export function addressOfHit(hit: SearchHit): string {
  const path = pathOfHit(hit);
  if (hit.kind !== 'note') return path;
  const words = new Set(hit.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text.trim()));
  const parameters = new URLSearchParams([...words].map((one) => ['words', one]));
  return words.size === 0 ? path : `${path}?${parameters.toString()}`;
}
