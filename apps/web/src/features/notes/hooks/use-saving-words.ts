import type { RoomStatus } from '@kring/collab-client';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

export type Tone = 'calm' | 'busy' | 'offline' | 'warning';

interface SavingWords {
  readonly words: string;
  readonly tone: Tone;
  readonly isReader: boolean;
}

/** Whether the text is safe, in words. */
export function useSavingWords(status: RoomStatus): SavingWords {
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
  if (saving === 'saving' && isOffline)
    return { words: t('saving.keeping'), tone: 'offline', isReader: false };
  if (saving !== 'saved') return { words: t('saving.saving'), tone: 'busy', isReader: false };
  if (status.access === 'read') {
    const words = isOffline ? t('saving.readOnlyOffline') : t('saving.readOnly');
    return { words, tone: isOffline ? 'offline' : 'calm', isReader: true };
  }
  if (isOffline) return { words: t('saving.offlineSaved'), tone: 'offline', isReader: false };
  return { words: t('saving.saved'), tone: 'calm', isReader: false };
}
