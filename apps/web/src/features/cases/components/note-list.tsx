import { FileText, MessageSquare, Scale } from 'lucide-react';
import { Link, NavLink } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Case } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useNoteActs } from './note-acts.ts';
import styles from './note-list.module.css';

/** The notes of a case and its effects, to go there while writing. */
export function NoteNav({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const notes = openCase.notes.filter((note) => note.archivedAt === null);
  return (
    <ul role="list" className={styles.nav}>
      {notes.map((note) => (
        <li key={note.id}>
          <NavLink to={`/cases/${openCase.id}/notes/${note.id}`} className={styles.link}>
            <FileText aria-hidden="true" />
            <span>{note.title}</span>
          </NavLink>
        </li>
      ))}
      <li className={styles.apart}>
        <NavLink to={`/cases/${openCase.id}/effects`} className={styles.link}>
          <Scale aria-hidden="true" />
          <span>{t('effects.title')}</span>
        </NavLink>
      </li>
    </ul>
  );
}

/** The way to the effect matrix, on the page of the case. */
export function EffectsLink({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  return (
    <Link to={`/cases/${openCase.id}/effects`} className={`${styles.card} ${styles.wide}`}>
      <span className={styles.lens}>
        <Scale aria-hidden="true" />
        <span className={styles.title}>{t('effects.open')}</span>
      </span>
      <span className={styles.soft}>{t('effects.text')}</span>
    </Link>
  );
}

/** The notes of a case with who made them, on the page of the case. */
export function NoteRows({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const formats = useFormats();
  const notes = openCase.notes.filter((note) => note.archivedAt === null);
  return (
    <ul role="list" className={styles.cards}>
      {notes.map((note) => (
        <li key={note.id}>
          <Link to={`/cases/${openCase.id}/notes/${note.id}`} className={styles.card}>
            <span className={styles.title}>{note.title}</span>
            <span className={styles.soft}>
              {t('note.by', { name: note.createdBy, date: formats.date(note.createdAt) })}
            </span>
            {note.openThreadCount > 0 ? (
              <span className={styles.soft}>
                <MessageSquare aria-hidden="true" className={styles.talk} />
                {t('note.openThreads', { count: note.openThreadCount })}
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Notes that were put away, each with the way back. */
export function ArchivedNotes({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('cases');
  const acts = useNoteActs(openCase);
  const notes = openCase.notes.filter((note) => note.archivedAt !== null);
  const canRestore = openCase.abilities.includes('note.archive');
  if (notes.length === 0) return null;
  return (
    <details className={styles.archived}>
      <summary>{`${t('note.archivedList')} (${notes.length})`}</summary>
      <Rows label={t('note.archivedList')}>
        {notes.map((note) => (
          <Row
            key={note.id}
            end={
              canRestore ? (
                <Button
                  size="small"
                  aria-label={`${t('note.restore')}: ${note.title}`}
                  onPress={() => void acts.restore(note)}
                >
                  {t('note.restore')}
                </Button>
              ) : null
            }
          >
            <Link to={`/cases/${openCase.id}/notes/${note.id}`}>{note.title}</Link>
          </Row>
        ))}
      </Rows>
    </details>
  );
}
