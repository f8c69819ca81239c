import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { colourPairs, decorative, type ColourPair } from '../lib/colour-pairs.ts';
import { contrastOf, parseColour } from '../lib/contrast.ts';
import styles from './style.module.css';

/** Every colour on what it stands on, with the contrast that it has in this theme. */
export function Colours() {
  const { t } = useTranslation('style');
  return (
    <>
      <ul role="list" className={styles.colours}>
        {colourPairs.flatMap((pair) =>
          pair.grounds.map((ground) => <Pair key={`${pair.ink} ${ground}`} pair={pair} ground={ground} />),
        )}
      </ul>
      <p className={styles.caption}>{t('colours.decorative', { names: decorative.join(', ') })}</p>
    </>
  );
}

function Pair({ pair: { ink, least }, ground }: { pair: ColourPair; ground: string }) {
  const { t, language } = useTranslation('style');
  const sample = useRef<HTMLSpanElement>(null);
  const [contrast, setContrast] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!sample.current) return;
    const { color, backgroundColor } = getComputedStyle(sample.current);
    const [front, back] = [parseColour(color), parseColour(backgroundColor)];
    setContrast(front && back ? contrastOf(front, back) : null);
  }, []);
  const number = contrast?.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const isLine = least < 4.5;
  return (
    <li className={styles.colour} data-too-weak={(contrast !== null && contrast < least) || undefined}>
      <span
        ref={sample}
        className={styles.sample}
        style={{ color: `var(--${ink})`, background: `var(--${ground})` }}
        aria-hidden="true"
      >
        {isLine ? <span className={styles.rule} /> : 'Aa'}
      </span>
      <span>
        {t('colours.on', { ink, ground })}
        <span className={styles.caption}>
          {number === undefined ? '' : t(isLine ? 'colours.line' : 'colours.words', { number })}
        </span>
      </span>
    </li>
  );
}
