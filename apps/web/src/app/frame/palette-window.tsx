import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { DialogWindow } from '../../components/dialog-window.tsx';
import { Palette } from '../../features/search/components/palette.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { usePaletteItems } from './use-palette-items.tsx';

/** The palette with all that this person may go to and do. */
export function PaletteWindow({ typed, onClose }: { typed: string; onClose: () => void }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  // At once: whoever presses Mod+K after a choice wants a new palette, not this one with what was typed in it.
  const close = () => flushSync(onClose);
  const go = (path: string) => {
    close();
    // What has an anchor, such as a learning question, takes the focus itself.
    void navigate(path, { state: { keepFocus: path.includes('#') } });
  };
  const items = usePaletteItems({ go, onClose: close });
  return (
    <DialogWindow title={t('palette.title')} isOpen onClose={onClose}>
      <Palette
        items={items}
        typed={typed}
        onGo={go}
        onFind={(q) => go(`/search?${new URLSearchParams({ q }).toString()}`)}
      />
    </DialogWindow>
  );
}
