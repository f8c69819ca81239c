const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);
const apple: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };

/** `Mod+Shift+7` as it stands on the keys of this device. */
export function keysForScreen(keys: string): string {
  const parts = keys.split('+');
  if (isApple()) return parts.map((part) => apple[part] ?? part).join('');
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}

/** The same in the words of `aria-keyshortcuts`. */
export function keysForReader(keys: string): string {
  return keys.replace('Mod', isApple() ? 'Meta' : 'Control');
}
