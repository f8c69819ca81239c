import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import './note-print.css';

// The same links as the style sheet numbers, in the same order.
const links = "a:is([href^='http'], [href^='mailto'], [href^='/'])";

/** On paper nobody can follow a link: its address stands below the text, under its number. */
export function PrintedLinks({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing');
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  useEffect(() => {
    // Read from the screen, so that numbers and addresses cannot differ.
    const collect = () => {
      const found = [...editor.view.dom.querySelectorAll<HTMLAnchorElement>(links)];
      flushSync(() => setAddresses(found.map(({ href }) => href.replace(/^mailto:/, ''))));
    };
    const forget = () => setAddresses([]);
    window.addEventListener('beforeprint', collect);
    window.addEventListener('afterprint', forget);
    return () => {
      window.removeEventListener('beforeprint', collect);
      window.removeEventListener('afterprint', forget);
    };
  }, [editor]);
  if (addresses.length === 0) return null;
  return (
    <section className="note-links">
      <h2>{t('print.links')}</h2>
      <ol>
        {addresses.map((address, index) => (
          <li key={`${index} ${address}`}>{address}</li>
        ))}
      </ol>
    </section>
  );
}
