import { writtenBlocks } from '../lib/written-blocks.ts';
import styles from './written-text.module.css';

/** What somebody typed into a field of plain text: paragraphs, and the lists that they meant. */
export function WrittenText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {writtenBlocks(text).map((block, index) => {
        if (block.kind === 'paragraph') return <p key={index}>{block.lines.join('\n')}</p>;
        const List = block.kind === 'numbered' ? 'ol' : 'ul';
        return (
          <List key={index}>
            {block.items.map((item, at) => (
              <li key={at}>{item}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
