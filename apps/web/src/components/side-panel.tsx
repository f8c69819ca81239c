import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Skeleton } from './states.tsx';
import styles from './side-panel.module.css';
import { Part } from './part.tsx';

/** Something beside the page that one asks for. */
export interface Panel {
  /** As it stands in the address: `?panel=comments`. */
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** How many things wait in it; zero is not shown. */
  readonly count?: number;
  /** Only rendered while the panel is open; a lazy component loads then. */
  readonly content: ReactNode;
}

const parameter = 'panel';
const wide = '(min-width: 1024px)';

/** Which panel is open, kept in the address so that it can be shared and survives a reload. */
export function useOpenPanel(): [string | null, (name: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const open = (name: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (name === null) after.delete(parameter);
        else after.set(parameter, name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return [search.get(parameter), open];
}

/** The buttons that open and close the panels of a page. */
export function PanelButtons({ panels }: { panels: readonly Panel[] }) {
  const [open, setOpen] = useOpenPanel();
  return panels.map(({ name, label, icon, count = 0 }) => (
    <Button
      key={name}
      variant="quiet"
      icon={icon}
      aria-pressed={open === name}
      data-panel-button={name}
      onPress={() => setOpen(open === name ? null : name)}
    >
      {label}
      {count > 0 ? <span className={styles.count}>{count}</span> : null}
    </Button>
  ));
}

/** The open panel: beside the page where there is room, else over it. Escape closes it. */
export function SidePanel({ panels }: { panels: readonly Panel[] }) {
  const [open, setOpen] = useOpenPanel();
  const isWide = useMedia(wide);
  const panel = panels.find(({ name }) => name === open);
  if (!panel) return null;
  const close = () => {
    setOpen(null);
    document.querySelector<HTMLElement>(`[data-panel-button="${panel.name}"]`)?.focus();
  };
  const content = (
    <Part key={panel.name} fallback={<Skeleton lines={5} />}>
      {panel.content}
    </Part>
  );
  if (isWide) {
    return (
      <Beside key={panel.name} label={panel.label} onClose={close}>
        {content}
      </Beside>
    );
  }
  return (
    <Dialog shape="sheet" title={panel.label} isOpen onClose={close}>
      {content}
    </Dialog>
  );
}

function Beside({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation('common');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever pressed its button goes on here; a page that opens with it begins at its own beginning.
    if (document.activeElement?.hasAttribute('data-panel-button')) heading.current?.focus();
  }, []);
  return (
    <aside
      className={styles.panel}
      aria-label={label}
      data-side-panel=""
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles.header}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {label}
        </h2>
        <IconButton label={t('close')} icon={<X />} onPress={onClose} />
      </header>
      <div className={styles.content}>{children}</div>
    </aside>
  );
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
