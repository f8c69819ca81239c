import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

interface TabsProps {
  label: string;
  items: readonly TabItem[];
  selected: string;
  onSelect: (id: string) => void;
}

/** Parts of one page. Arrow keys move between the tabs, Enter or Space opens one. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  // Where not all tabs fit, the chosen one would else stand out of sight. Only the list moves, never the page.
  useEffect(() => {
    const tabs = list.current;
    const chosen = tabs?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!tabs || !chosen) return;
    tabs.scrollLeft += middleOf(chosen) - middleOf(tabs);
  }, [selected]);

  function handleKeyDown(event: KeyboardEvent) {
    const tabs = Array.from(list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []);
    const target = nextIndex(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length);
    if (target === null) return;
    event.preventDefault();
    tabs[target]?.focus();
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={handleKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            aria-selected={item.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={item.id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(item.id)}
          >
            {item.label}
            {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className={styles.panel}>
        {items.find((item) => item.id === selected)?.content}
      </div>
    </div>
  );
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

function nextIndex(key: string, current: number, count: number): number | null {
  if (current < 0) return null;
  if (key === 'ArrowRight') return (current + 1) % count;
  if (key === 'ArrowLeft') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
