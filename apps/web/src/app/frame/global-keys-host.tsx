import { lazy, useCallback, useEffect, useState } from 'react';
import { whenIdle } from '../../components/when-idle.ts';
import { askedBy, onAsked } from '../../lib/global-keys.ts';
import { needWords } from '../../lib/i18n/words.ts';
import { TypedAhead } from './typed-ahead.tsx';
import { Part } from '../../components/part.tsx';

async function loadPalette() {
  const [{ PaletteWindow: Component }] = await Promise.all([
    import('./palette-window.tsx'),
    needWords('search'),
  ]);
  return { default: Component };
}
const PaletteWindow = lazy(loadPalette);
const ShortcutsWindow = lazy(async () => {
  const [{ ShortcutsWindow: Component }] = await Promise.all([
    import('./shortcuts-window.tsx'),
    needWords('search'),
  ]);
  return { default: Component };
});

/** Opens the palette (Mod+K) and the list of shortcuts (?) over whatever page one is on. */
export function GlobalKeysHost() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const [typed, setTyped] = useState('');
  const close = useCallback(() => {
    setOpen(null);
    setTyped('');
  }, []);
  useEffect(() => whenIdle(loadPalette), []);
  useEffect(() => {
    // Not at each change of the address: the page one went to before may still be on its way.
    window.addEventListener('popstate', close);
    return () => window.removeEventListener('popstate', close);
  }, [close]);
  useEffect(() => onAsked(setOpen), []);
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      const asked = askedBy(event);
      // A question that is open is answered first.
      if (asked === null || document.querySelector('[role="alertdialog"]')) return;
      event.preventDefault();
      setOpen(asked);
    }
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
  if (open === null) return null;
  if (open === 'shortcuts') {
    return (
      <Part tells="toast">
        <ShortcutsWindow onClose={close} />
      </Part>
    );
  }
  return (
    <Part tells="toast" fallback={<TypedAhead onType={setTyped} onCancel={close} />}>
      <PaletteWindow typed={typed} onClose={close} />
    </Part>
  );
}
