import type { SearchHit } from '@kring/contracts';

/** The page of something that was found. */
export function pathOfHit(hit: Pick<SearchHit, 'kind' | 'id' | 'case' | 'cop'>): string {
  switch (hit.kind) {
    case 'cop':
      return `/cops/${hit.cop?.slug ?? ''}`;
    case 'case':
      return `/cases/${hit.id}`;
    case 'note':
      return `/cases/${hit.case?.id ?? ''}/notes/${hit.id}`;
    case 'person':
      return `/people/${hit.id}`;
  }
}
