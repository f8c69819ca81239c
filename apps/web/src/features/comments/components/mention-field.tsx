import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { commentLimits, type Person } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { mentionableQuery } from '../api/comment-queries.ts';
import { mentionQuery, type Mentioned, type Typed } from '../body.ts';
import styles from './composer.module.css';

interface MentionFieldProps extends Typed {
  noteId: string;
  label: string;
  autoFocus: boolean;
  describedBy: string | undefined;
  onChange: (typed: Typed) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

const mostShown = 6;

/** A field for plain text in which `@` proposes people. A list below it is walked with the arrow keys. */
export function MentionField(props: MentionFieldProps) {
  const { noteId, label, text, mentions, autoFocus, describedBy, onChange, onSubmit, onCancel } = props;
  const { t } = useTranslation('comments');
  const id = useId();
  const field = useGrowing(text);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const asked = mentionQuery(text, caret);
  const { data: people = [] } = useQuery({ ...mentionableQuery(noteId), enabled: asked !== null });
  const options = asked && asked.from !== dismissed ? matching(people, asked.query) : [];
  const at = Math.min(chosen, options.length - 1);

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus, field]);

  function choose({ id: personId, name }: Person) {
    if (!asked) return;
    const before = `${text.slice(0, asked.from)}@${name} `;
    const known: Mentioned[] = [
      ...mentions.filter((person) => person.id !== personId),
      { id: personId, name },
    ];
    onChange({ text: before + text.slice(caret), mentions: known });
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  }

  function pressed(event: KeyboardEvent) {
    const option = options[at];
    if (option && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setChosen((at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    } else if (option && (event.key === 'Enter' || event.key === 'Tab') && !hasModifier(event))
      choose(option);
    else if (option && event.key === 'Escape') setDismissed(asked?.from ?? null);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.mention}>
      <textarea
        ref={field}
        rows={2}
        value={text}
        maxLength={commentLimits.body}
        aria-label={label}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={options.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={options.length > 0 ? `${id}-${at}` : undefined}
        className={styles.field}
        onKeyDown={pressed}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setChosen(0);
          if (mentionQuery(event.target.value, event.target.selectionStart) === null) setDismissed(null);
          onChange({ text: event.target.value, mentions });
        }}
      />
      <People id={id} options={options} at={at} onChoose={choose} />
      <span role="status" className="visually-hidden">
        {options.length > 0 ? t('mention.found', { count: options.length }) : ''}
      </span>
    </div>
  );
}

function People({
  id,
  options,
  at,
  onChoose,
}: {
  id: string;
  options: readonly Person[];
  at: number;
  onChoose: (person: Person) => void;
}) {
  const { t } = useTranslation('comments');
  if (options.length === 0) return null;
  return (
    <ul id={`${id}-people`} role="listbox" aria-label={t('mention.people')} className={styles.people}>
      {options.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.person}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <span>{person.name}</span>
          <span className={styles.soft}>{person.organisation?.name}</span>
        </li>
      ))}
    </ul>
  );
}

/** As high as what is in it. */
function useGrowing(text: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.blockSize = 'auto';
    current.style.blockSize = `${current.scrollHeight + 2}px`;
  }, [text]);
  return field;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function matching(people: readonly Person[], query: string): Person[] {
  const wanted = plain(query);
  const words = (name: string) => plain(name).split(/\s+/);
  return people
    .filter(
      ({ name }) => plain(name).startsWith(wanted) || words(name).some((word) => word.startsWith(wanted)),
    )
    .slice(0, mostShown);
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
