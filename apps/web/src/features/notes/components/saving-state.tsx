import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient, RoomStatus } from '@kring/collab-client';
import { useSavingWords, type Tone } from '../hooks/use-saving-words.ts';
import { useSteadyStatus } from '../hooks/use-steady-saving.ts';
import { SavingIcon } from './saving-icon.tsx';
import styles from './saving-state.module.css';

/** Tells in words whether the text is safe. */
export function SavingState({ room }: { room: RoomClient | null }) {
  const { t } = useTranslation('notes');
  const status = useSteadyStatus(room);
  const { words, tone, isReader } = useSavingWords(status);
  return (
    <p className={styles.state} data-tone={tone} data-saving={status.saving}>
      <SavingIcon tone={tone} isReader={isReader} />
      <span className="visually-hidden">{t('saving.label')}: </span>
      <span>{words}</span>
      <Announcement status={status} words={words} tone={tone} />
    </p>
  );
}

/** Speaks only of what asks for attention, and of its end: never of each save. */
function Announcement({ status, words, tone }: { status: RoomStatus; words: string; tone: Tone }) {
  const { t } = useTranslation('notes');
  const [spoken, setSpoken] = useState('');
  const told = useRef('');
  const isTrouble = tone === 'offline' || tone === 'warning';
  const kind = isTrouble ? `${tone} ${status.saving} ${status.connection}` : '';
  const isOnItsWay = tone === 'busy' || status.saving === 'saving';
  const latest = useRef(words);
  latest.current = words;

  useEffect(() => {
    if (isOnItsWay) return;
    if (kind !== '' && kind !== told.current) setSpoken(latest.current);
    if (kind === '' && told.current !== '') setSpoken(t('saving.backOnline'));
    told.current = kind;
  }, [kind, isOnItsWay, t]);

  return (
    <span role="status" className="visually-hidden">
      {spoken}
    </span>
  );
}
