import styles from './avatar.module.css';

const tones = ['primary', 'live', 'review', 'later', 'warning', 'success'] as const;

/** A circle with initials. The name stands beside it, so it is hidden from screen readers. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' | 'large' }) {
  return (
    <span className={styles.avatar} data-size={size} data-tone={toneOf(name)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  // Dutch names: "Anna van den Berg" is AB, so words in lower case between do not count.
  const capitals = words.filter((word, index) => index === 0 || /^\p{Lu}/u.test(word));
  const first = capitals.at(0)?.at(0) ?? '?';
  const last = capitals.length > 1 ? (capitals.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** The same name always has the same colour. */
function toneOf(name: string): (typeof tones)[number] {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return tones[sum % tones.length] ?? 'primary';
}
