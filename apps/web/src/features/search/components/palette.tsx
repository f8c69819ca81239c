import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Search } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { SearchHit } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { titlesQuery } from '../api/search-queries.ts';
import { addressOfHit, pathOfHit } from '../hit-path.ts';
import { HitIcon } from './hit-icon.tsx';
import { Marked } from './marked.tsx';
import styles from './palette.module.css';

/** Something to choose: somewhere to go, or something to do. */
export interface PaletteItem {
  readonly id: string;
  readonly group: 'recent' | 'goTo' | 'do' | 'near' | 'find';
  readonly label: ReactNode;
  /** What it is found by, beside the words that one sees. */
  readonly words: string;
  readonly detail?: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

interface PaletteProps {
  /** Pages and commands of this person at this moment. */
  items: readonly PaletteItem[];
  onGo: (path: string) => void;
  onFind: (q: string) => void;
  /** What was typed before the field was there. */
  typed: string;
}

const groups = ['recent', 'goTo', 'do', 'near', 'find'] as const;

/** A field with everything below it that fits: arrow keys choose, Enter opens. */
export function Palette({ items, onGo, onFind, typed }: PaletteProps) {
  const { t } = useTranslation('search');
  const [text, setText] = useState(typed);
  // The item, not its place: others may come above it.
  const [chosen, setChosen] = useState<string | null>(null);
  const q = text.trim();
  const { titles, isAnswered } = useTitles(q);
  const hits = q === '' ? undefined : titles.data?.items;
  const shown = useShown({ items, hits, q, onGo, onFind });
  const listId = useId();
  const place = shown.findIndex(({ id }) => id === chosen);
  const current = Math.max(0, place);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current, shown]);

  // Nothing that is yet to come can stand before what was chosen, or before the first page of one's own.
  const first = shown[0];
  const isCertain = isAnswered || place >= 0 || (first?.group === 'goTo' && items.includes(first));
  const enter = useEnter(isCertain, shown[current]);

  function handleKey(event: KeyboardEvent) {
    const to = nextPlace(event.key, current, shown.length);
    if (to !== null) {
      enter.forget();
      setChosen(shown[to]?.id ?? null);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter.press();
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.palette}>
      <div className={styles.field}>
        <Search aria-hidden="true" />
        <input
          // The palette was opened to type in it.
          autoFocus
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? `${listId}-${current}` : undefined}
          aria-describedby={`${listId}-help`}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          enterKeyHint="go"
          value={text}
          onChange={({ target }) => {
            enter.forget();
            setText(target.value);
            setChosen(null);
          }}
          onKeyDown={handleKey}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={styles.list}>
        {groups.map((group) => (
          <Group key={group} group={group} shown={shown} current={current} listId={listId} />
        ))}
      </div>
      {titles.isError && q !== '' ? <p className={styles.note}>{t('palette.failed')}</p> : null}
      <p id={`${listId}-help`} className={styles.help}>
        {t('palette.help')}
      </p>
      <p role="status" className="visually-hidden">
        {titles.isFetching ? t('palette.searching') : t('palette.count', { count: shown.length })}
      </p>
    </div>
  );
}

/** Cases, notes and people whose title fits. Until they are answered those for what stood there before remain. */
function useTitles(q: string) {
  const asked = q.slice(0, 200);
  const deferred = useDeferredValue(asked);
  const titles = useQuery(titlesQuery(deferred));
  const isAsking = titles.isFetching && (titles.data === undefined || titles.isPlaceholderData);
  return { titles, isAnswered: asked === '' || (asked === deferred && !isAsking) };
}

/** Enter, also when it is pressed before one can know what stands first: it is then answered as soon as one can. */
function useEnter(isCertain: boolean, item: PaletteItem | undefined) {
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || !isCertain) return;
    isAwaited.current = false;
    // Closes the palette at once, which React does not do from within an effect.
    if (item) queueMicrotask(item.run);
  }, [isCertain, item]);
  return {
    press() {
      if (isCertain) item?.run();
      else isAwaited.current = true;
    },
    forget() {
      isAwaited.current = false;
    },
  };
}

function nextPlace(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  return null;
}

interface GroupProps {
  group: PaletteItem['group'];
  shown: readonly PaletteItem[];
  current: number;
  listId: string;
}

function Group({ group, shown, current, listId }: GroupProps) {
  const { t } = useTranslation('search');
  const places = shown.flatMap((item, place) => (item.group === group ? [{ item, place }] : []));
  if (places.length === 0) return null;
  return (
    <div role="group" aria-labelledby={`${listId}-${group}`}>
      <p id={`${listId}-${group}`} role="presentation" className={styles.heading}>
        {t(`palette.${group}`)}
      </p>
      {places.map(({ item, place }) => (
        <div
          key={item.id}
          id={`${listId}-${place}`}
          role="option"
          aria-selected={place === current}
          className={styles.option}
          onClick={item.run}
        >
          {item.icon}
          <span className={styles.label}>{item.label}</span>
          {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
        </div>
      ))}
    </div>
  );
}

interface Shown {
  items: readonly PaletteItem[];
  hits: readonly SearchHit[] | undefined;
  q: string;
  onGo: (path: string) => void;
  onFind: (q: string) => void;
}

const mostCommands = 6;

/** What fits what was typed, in the order in which it is shown. */
function useShown({ items, hits, q, onGo, onFind }: Shown): PaletteItem[] {
  const { t } = useTranslation('search');
  return useMemo(() => {
    const fitting =
      q === '' ? items : items.filter(({ group, words }) => group !== 'recent' && fits(words, q));
    const goTo = fitting.filter(({ group }) => group === 'goTo');
    const known = new Set(goTo.map(({ id }) => id));
    const found = (hits ?? [])
      .filter((hit) => !known.has(pathOfHit(hit)))
      .map((hit): PaletteItem => ({
        id: pathOfHit(hit),
        // What only looks like it never stands before what one asked for.
        group: hit.isNear ? 'near' : 'goTo',
        label: <Marked text={hit.title} />,
        words: '',
        detail: [t(`kind.${hit.kind}`), hit.kind === 'cop' ? null : hit.cop?.name]
          .filter(Boolean)
          .join(' · '),
        icon: <HitIcon kind={hit.kind} />,
        run: () => onGo(addressOfHit(hit)),
      }));
    const acts = fitting.filter(({ group }) => group === 'do');
    const find: PaletteItem = {
      id: 'find',
      group: 'find',
      label: t('palette.findAll', { q }),
      words: '',
      icon: <Search aria-hidden="true" />,
      run: () => onFind(q),
    };
    return [
      ...fitting.filter(({ group }) => group === 'recent'),
      ...(q === '' ? goTo : goTo.slice(0, mostCommands)),
      ...found.filter(({ group }) => group === 'goTo'),
      ...(q === '' ? acts : acts.slice(0, mostCommands)),
      ...found.filter(({ group }) => group === 'near'),
      ...(q === '' ? [] : [find]),
    ];
  }, [items, hits, q, onGo, onFind, t]);
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word that was typed begins one of the words. */
function fits(words: string, q: string): boolean {
  const standing = fold(words).split(/[^\p{L}\p{N}]+/u);
  return fold(q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((typed) => standing.some((word) => word.startsWith(typed)));
}
