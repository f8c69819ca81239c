import type { PageOf } from '@kring/contracts';

/** What a choice out of a whole list needs: all of its pages, one after the other. */
export async function allPages<Item>(
  load: (cursor: string | undefined) => Promise<PageOf<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: PageOf<Item> = await load(cursor);
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}
