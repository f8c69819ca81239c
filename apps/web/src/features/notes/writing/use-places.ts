import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { showToast } from '../../../components/toast-queue.ts';
import { useAppState } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import { decodePlace, encodePlace, placeParameter } from './places.ts';
import { showMentionsOf, showRange, showWords } from './show-range.ts';

/** A search has few words; an address can be written by anybody. */
const MOST_WORDS = 20;

/** Copies a link to a place in the text, which stays right while others write. */
export function useCopyLink({ toShared }: NoteEditor): (from: number, to: number) => void {
  const { t } = useTranslation('writing');
  return useCallback(
    (from, to) => {
      const range = toShared({ anchor: from, head: to });
      if (range === null) return;
      const address = new URL(window.location.pathname, window.location.origin);
      address.searchParams.set(placeParameter, encodePlace(range));
      void (async () => {
        try {
          await navigator.clipboard.writeText(address.href);
          showToast(t('bubble.linkCopied'));
        } catch {
          showToast(t('bubble.copyFailed'), { tone: 'failed' });
        }
      })();
    },
    [toShared, t],
  );
}

/** Goes to the place that the address names, once for each address. */
export function useAddressedPlace({ editor, fromShared }: NoteEditor): void {
  const { t } = useTranslation('writing');
  const { search } = useLocation();
  const place = new URLSearchParams(search).get(placeParameter);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (place === null || shown.current === place) return;
    shown.current = place;
    const range = decodePlace(place);
    const from = range && fromShared(range.anchor);
    const to = range && fromShared(range.head);
    if (from === null || to === null || !showRange(editor, from, to))
      showToast(t('bubble.placeGone'), { tone: 'failed' });
  }, [editor, fromShared, place, t]);
}

/**
 * Shows somebody where the text names them, or where words that they looked for stand, when the address asks for that:
 * `?mention=me`, or `?words=` for each word.
 */
export function useAddressedWords({ editor }: NoteEditor): void {
  const { t } = useTranslation('writing');
  const myId = useAppState().me?.id;
  const { search, key } = useLocation();
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const asked = new URLSearchParams(search);
    const words = asked
      .getAll('words')
      .filter((one) => one.trim() !== '')
      .slice(0, MOST_WORDS);
    const isMention = asked.get('mention') === 'me' && myId !== undefined;
    if (shown.current === key || !(isMention || words.length > 0)) return;
    shown.current = key;
    if (isMention && !showMentionsOf(editor, myId)) showToast(t('bubble.mentionGone'), { tone: 'failed' });
    if (!isMention && !showWords(editor, words)) showToast(t('bubble.wordsGone'), { tone: 'failed' });
  }, [editor, search, key, myId, t]);
}
