import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { NoteContent } from '@kring/contracts';
import { noteSchema } from '@kring/live-documents';
import { QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { nowTextQuery } from '../api/history-queries.ts';
import { authorDecorations, sharesOf, walkAuthors } from '../compare/authorship.ts';
import { noteOf } from '../compare/compare.ts';
import { toKnown } from '../compare/known-note.ts';
import { useNames } from '../names.ts';
import { ShownText } from './shown-text.tsx';
import styles from './history.module.css';

/** Who wrote which words of the note as it is now. */
export function AuthorsView({ noteId }: { noteId: string }) {
  const { t } = useTranslation('history');
  const query = useQuery(nowTextQuery(noteId));
  return (
    <>
      <h1 className={styles.title}>{t('authors.title')}</h1>
      <QueryView query={query} lines={6}>
        {(content) =>
          content.authors.length === 0 ? (
            <p className={styles.facts}>{t('authors.empty')}</p>
          ) : (
            <Authors content={content} />
          )
        }
      </QueryView>
    </>
  );
}

function Authors({ content }: { content: NoteContent }) {
  const { t } = useTranslation('history');
  const names = useNames();
  const [chosen, setChosen] = useState<number | null>(null);
  const doc = useMemo(() => toKnown(noteSchema, noteOf(content)), [content]);
  const walked = useMemo(() => walkAuthors(noteSchema, doc, content.authors), [doc, content]);
  const nameOf = (person: number) => names.person(content.people, person);
  const decorations = authorDecorations(walked, nameOf, chosen);
  return (
    <>
      <p className={styles.facts}>{t('authors.help')}</p>
      <ul role="list" className={styles.people}>
        {sharesOf(content.authors).map(({ person, percent }) => (
          <li key={person}>
            <button
              type="button"
              className={styles.person}
              aria-pressed={chosen === person}
              data-author={person}
              data-colour={Math.max(person, 0) % 12}
              onClick={() => setChosen(chosen === person ? null : person)}
            >
              <span className="history-author" data-author={person} data-colour={Math.max(person, 0) % 12}>
                {t('authors.share', { name: nameOf(person), percent })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <details className={styles.list}>
        <summary>{t('authors.passages')}</summary>
        <ol>
          {walked.passages.map(({ at, text, people }) => (
            <li key={at}>{t('authors.passage', { names: people.map(nameOf).join(', '), text })}</li>
          ))}
        </ol>
      </details>
      <div className={styles.text}>
        <ShownText doc={doc} decorations={decorations} label={t('authors.title')} />
      </div>
    </>
  );
}
