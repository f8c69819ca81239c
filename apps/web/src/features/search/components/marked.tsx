import type { MarkedText } from '@kring/contracts';
import styles from './marked.module.css';

/** Text in which what was looked for is marked; text only, whatever stands in it. */
export function Marked({ text }: { text: MarkedText }) {
  return text.map((piece, index) =>
    piece.isMatch ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
