import { useEffect, useState } from 'react';
import type { RoomClient } from '@kring/collab-client';
import { useSavingWords } from '../hooks/use-saving-words.ts';
import { useSteadyStatus } from '../hooks/use-steady-saving.ts';
import { SavingIcon } from './saving-icon.tsx';
import styles from './saving-state.module.css';

interface SavingAtHandProps {
  room: RoomClient;
  /** Something in the sheet where the state of saving has its own place, which screen readers know. */
  text: HTMLElement;
}

/** The state of saving once more, at the edge of the window, while its own place is scrolled out of view. */
export function SavingAtHand({ room, text }: SavingAtHandProps) {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const place = text.closest('[data-note-sheet]')?.querySelector('[data-saving]');
    if (!place) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry?.isIntersecting === false));
    observer.observe(place);
    return () => observer.disconnect();
  }, [text]);
  const { words, tone, isReader } = useSavingWords(useSteadyStatus(room));
  if (!isAway || isReader) return null;
  return (
    <div className={styles.atHand} aria-hidden="true" data-saving-at-hand="">
      <p className={styles.state} data-tone={tone}>
        <SavingIcon tone={tone} isReader={isReader} />
        <span>{words}</span>
      </p>
    </div>
  );
}
