const MAX_LENGTH = 2_048;
// Browsers drop tabs and line breaks inside an address, so "java\nscript:" is a script to them.
const unsafeCharacters = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\\]/u;
const mail = /^mailto:[^@\s]+@[^@\s]+$/i;

/** The address when it is one that a note may hold (https, mailto, or a path on this site), else null. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string' || value.length === 0 || value.length > MAX_LENGTH) return null;
  if (unsafeCharacters.test(value)) return null;
  if (mail.test(value)) return value;
  if (value.startsWith('#')) return value;
  if (value.startsWith('/')) return value.startsWith('//') ? null : value;
  if (!/^https:\/\//i.test(value)) return null;
  const url = URL.parse(value);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '' ? value : null;
}

/**
 * What a person typed or pasted as an address, made into one that a note may hold, else null.
 * `www.gemeente.nl` and `http://gemeente.nl` become https, `jan@gemeente.nl` becomes a mail address.
 */
export function toHref(input: string): string | null {
  const text = input.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return safeHref(`mailto:${text}`);
  if (/^http:\/\//i.test(text)) return safeHref(`https://${text.slice(7)}`);
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]|$)/u.test(text)) return safeHref(`https://${text}`);
  return safeHref(text);
}
