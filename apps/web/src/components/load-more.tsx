import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { Button } from './button.tsx';
import styles from './load-more.module.css';

interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/**
 * A list that comes in pages, with a button for the next one. Focus then goes to the first thing that came, and a screen
 * reader hears how many there are. `itemSelector` finds the things of the list.
 */
export function LoadMore({
  query,
  itemSelector = '[role="list"] > li',
  children,
}: {
  query: PagedQuery;
  itemSelector?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>(itemSelector) ?? [])];

  async function loadMore() {
    const before = items().length;
    await query.fetchNextPage();
    const after = items();
    flushSync(() => setAdded(after.length - before));
    focusIn(after[before]);
  }

  return (
    <div ref={box}>
      {children}
      {query.hasNextPage ? (
        <div className={styles.more}>
          <Button isBusy={query.isFetchingNextPage} onPress={() => void loadMore()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
      <p role="status" className="visually-hidden">
        {added > 0 ? t('moreShown', { count: added }) : null}
      </p>
    </div>
  );
}

function focusIn(item: HTMLElement | undefined): void {
  if (!item) return;
  const inner = item.querySelector<HTMLElement>('a[href], button, summary');
  if (!inner) item.tabIndex = -1;
  (inner ?? item).focus();
}
