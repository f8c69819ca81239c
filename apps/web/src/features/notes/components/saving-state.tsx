import { useEffect, useRef, useState } from 'react';
import { Check, CloudOff, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient, RoomStatus } from '@kring/collab-client';
import { useSteadyStatus } from '../hooks/use-steady-saving.ts';
import styles from './saving-state.module.css';

type Tone = 'calm' | 'busy' | 'offline' | 'warning';
const icons = { calm: Check, busy: LoaderCircle, offline: CloudOff, warning: TriangleAlert } as const;

/** Tells in words whether the text is safe. */
export function SavingState({ room }: { room: RoomClient | null }) {
  const { t } = useTranslation('notes');
  const status = useSteadyStatus(room);
  const { words, tone, isReader } = useSavingWords(status);
  const Icon = isReader ? Eye : icons[tone];
  return (
    <p className={styles.state} data-tone={tone} data-saving={status.saving}>
      <Icon aria-hidden="true" />
      <span className="visually-hidden">{t('saving.label')}: </span>
      <span>{words}</span>
      <Announcement status={status} words={words} tone={tone} />
    </p>
  );
}

function useSavingWords(status: RoomStatus): { words: string; tone: Tone; isReader: boolean } {
  const { t } = useTranslation('notes');
  const { saving } = status;
  const isOffline = status.connection === 'offline';
  const count = status.unsavedCount;
  if (saving === 'refused') return { words: t('saving.refused'), tone: 'warning', isReader: false };
  if (saving === 'memory-only') return { words: t('saving.memoryOnly'), tone: 'warning', isReader: false };
  if (saving === 'kept-on-device' && count > 0) {
    const words = isOffline ? t('saving.kept', { count }) : t('saving.keptOnline', { count });
    return { words, tone: 'offline', isReader: false };
  }
  if (status.phase === 'opening') return { words: t('saving.opening'), tone: 'busy', isReader: false };
  if (saving !== 'saved') return { words: t('saving.saving'), tone: 'busy', isReader: false };
  if (status.access === 'read') {
    const words = isOffline ? t('saving.readOnlyOffline') : t('saving.readOnly');
    return { words, tone: isOffline ? 'offline' : 'calm', isReader: true };
  }
  if (isOffline) return { words: t('saving.offlineSaved'), tone: 'offline', isReader: false };
  return { words: t('saving.saved'), tone: 'calm', isReader: false };
}

/** Speaks only of what asks for attention, and of its end: never of each save. */
function Announcement({ status, words, tone }: { status: RoomStatus; words: string; tone: Tone }) {
  const { t } = useTranslation('notes');
  const [spoken, setSpoken] = useState('');
  const before = useRef<Tone>('calm');
  const isTrouble = tone === 'offline' || tone === 'warning';
  const kind = isTrouble ? `${tone} ${status.saving} ${status.connection}` : tone;
  const latest = useRef(words);
  latest.current = words;

  useEffect(() => {
    const wasTrouble = before.current === 'offline' || before.current === 'warning';
    if (isTrouble) setSpoken(latest.current);
    else if (tone === 'calm' && wasTrouble) setSpoken(t('saving.backOnline'));
    if (tone !== 'busy') before.current = tone;
  }, [kind, isTrouble, tone, t]);

  return (
    <span role="status" className="visually-hidden">
      {spoken}
    </span>
  );
}
