import { useEffect } from 'react';

/** Told to screen readers once the words have been typed, not with each letter. */
export function useToldLater(announce: (text: string) => void, text: string): void {
  useEffect(() => {
    const timer = setTimeout(() => announce(text), 300);
    return () => clearTimeout(timer);
  }, [announce, text]);
}
