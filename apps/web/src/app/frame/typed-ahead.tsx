import { useEffect } from 'react';

interface TypedAheadProps {
  /** Called with what changes in the text that was typed. */
  onType: (change: (typed: string) => string) => void;
  onCancel: () => void;
}

/** Stands in for a field that still loads: what somebody types is meant for it, not for the page behind it. */
export function TypedAhead({ onType, onCancel }: TypedAheadProps) {
  useEffect(() => {
    function handle(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape') onCancel();
      else if (event.key === 'Backspace') onType((typed) => typed.slice(0, -1));
      else if (event.key.length === 1) onType((typed) => typed + event.key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, [onType, onCancel]);
  return null;
}
