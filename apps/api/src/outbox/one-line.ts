/** Whatever could start another header in a mail is refused, wherever the text came from. */
export function requireOneLine(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new Error('A header of a mail holds a control character');
  return text;
}
