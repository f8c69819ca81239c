import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import type { NoteEditor } from '../editor/create-note-editor.ts';
import {
  endSearch,
  findKey,
  replaceAll,
  replaceOne,
  selectMatch,
  startSearch,
  step,
  type Search,
} from './find.ts';
import { scrollTo } from './show-range.ts';
import { useToldLater } from './use-told-later.ts';
import { useEditorValue } from './use-editor-value.ts';
import styles from './find-bar.module.css';

/** What was asked for; the number changes with each press of the keys, which then begin in the field again. */
export interface OpenedFind {
  readonly withReplace: boolean;
  readonly count: number;
}

interface FindBarProps {
  noteEditor: NoteEditor;
  isEditable: boolean;
  opened: OpenedFind;
  announce: (text: string) => void;
  onClose: () => void;
}

/** Looks for words in the note, and replaces them where one may write. */
export function FindBar({ noteEditor, isEditable, opened, announce, onClose }: FindBarProps) {
  const { t } = useTranslation('writing');
  const { editor } = noteEditor;
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState<Search>(() => ({
    words: selectedWords(editor),
    matchesCase: false,
    wholeWords: false,
  }));
  const [replaces, setReplaces] = useState(opened.withReplace);
  const found = useEditorValue(editor, ({ state }) => findKey.getState(state));
  const count = found?.matches.length ?? 0;
  const current = found?.current ?? -1;
  const where =
    search.words === ''
      ? ''
      : count === 0
        ? t('find.none')
        : t('find.place', { current: current + 1, count });

  useEffect(() => {
    if (opened.withReplace) setReplaces(true);
    field.current?.focus();
    field.current?.select();
  }, [opened, field]);
  useEffect(() => startSearch(editor.view, search), [editor, search]);
  useEffect(() => () => endSearch(editor.view), [editor]);
  useShowPlace(editor, current, search);
  useToldLater(announce, where);

  function close() {
    selectMatch(editor.view);
    onClose();
    if (editor.isEditable) editor.commands.focus();
    else editor.view.dom.focus();
  }

  return (
    <search
      className={styles.bar}
      aria-label={t('find.label')}
      data-note-find=""
      onKeyDown={(event) => {
        const isStep = event.key === 'F3' || (event.key === 'Enter' && event.target === field.current);
        if (event.key === 'Escape') close();
        else if (isStep) step(editor.view, event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.row}>
        <Field
          label={t('find.words')}
          input={field}
          value={search.words}
          onChange={(words) => setSearch({ ...search, words })}
        />
        <span className={styles.where} data-none={where !== '' && count === 0 ? '' : undefined}>
          {where}
        </span>
        <Steps editor={editor} isDisabled={count === 0} />
        {isEditable ? (
          <IconButton
            label={t('find.showReplace')}
            icon={<Replace />}
            aria-expanded={replaces}
            onPress={() => setReplaces(!replaces)}
          />
        ) : null}
        <IconButton label={t('find.close')} icon={<X />} onPress={close} />
      </div>
      <Choices search={search} onChange={setSearch} isRefused={!isEditable && opened.withReplace} />
      {replaces && isEditable ? (
        <ReplaceRow noteEditor={noteEditor} count={count} announce={announce} />
      ) : null}
    </search>
  );
}

function Steps({ editor, isDisabled }: { editor: NoteEditor['editor']; isDisabled: boolean }) {
  const { t } = useTranslation('writing');
  const button = (label: string, icon: ReactNode, direction: 1 | -1) => (
    <IconButton
      label={label}
      icon={icon}
      isDisabled={isDisabled}
      onPress={() => step(editor.view, direction)}
    />
  );
  return (
    <>
      {button(t('find.previous'), <ChevronUp />, -1)}
      {button(t('find.next'), <ChevronDown />, 1)}
    </>
  );
}

interface ChoicesProps {
  search: Search;
  onChange: (search: Search) => void;
  /** Somebody who may not write asked to replace. */
  isRefused: boolean;
}

function Choices({ search, onChange, isRefused }: ChoicesProps) {
  const { t } = useTranslation('writing');
  const choice = (name: 'matchCase' | 'wholeWords', key: 'matchesCase' | 'wholeWords') => (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={search[key]}
        onChange={(event) => onChange({ ...search, [key]: event.target.checked })}
      />
      {t(`find.${name}`)}
    </label>
  );
  return (
    <div className={styles.row}>
      {choice('matchCase', 'matchesCase')}
      {choice('wholeWords', 'wholeWords')}
      {isRefused ? <span className={styles.where}>{t('find.readOnly')}</span> : null}
    </div>
  );
}

/** Brings another place into view when one goes there; not while somebody writes. */
function useShowPlace(editor: NoteEditor['editor'], current: number, search: Search): void {
  useEffect(() => {
    const match = findKey.getState(editor.state)?.matches[current];
    if (match && search.words !== '') scrollTo(editor, match.from);
  }, [editor, current, search]);
}

function ReplaceRow({
  noteEditor,
  count,
  announce,
}: Pick<FindBarProps, 'noteEditor' | 'announce'> & { count: number }) {
  const { t } = useTranslation('writing');
  const { editor, history } = noteEditor;
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);

  /** With nothing left to replace the buttons go grey, and would take the focus along. */
  const stay = () => field.current?.focus();

  function one() {
    if (!editor.isEditable || !replaceOne(editor.view, words)) return;
    const now = findKey.getState(editor.state);
    const left = now?.matches.length ?? 0;
    const place =
      left === 0 ? t('find.none') : t('find.place', { current: (now?.current ?? 0) + 1, count: left });
    announce(t('find.replaced', { place }));
    if (left === 0) stay();
  }

  function all() {
    if (!editor.isEditable) return;
    // One change, and one step back.
    history.manager.stopCapturing();
    const done = replaceAll(editor.view, words);
    history.manager.stopCapturing();
    announce(t('find.replacedAll', { count: done }));
    stay();
  }

  return (
    <div
      className={styles.row}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== field.current) return;
        event.preventDefault();
        one();
      }}
    >
      <Field label={t('find.replacement')} input={field} value={words} onChange={setWords} />
      <Button size="small" isDisabled={count === 0} onPress={one}>
        {t('find.replace')}
      </Button>
      <Button size="small" isDisabled={count === 0} onPress={all}>
        {t('find.replaceAll')}
      </Button>
    </div>
  );
}

interface FieldProps {
  label: string;
  input: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (value: string) => void;
}

function Field({ label, input, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function selectedWords({ state }: NoteEditor['editor']): string {
  const { from, to, $from, $to } = state.selection;
  if (!$from.sameParent($to) || to - from > 100) return '';
  return state.doc.textBetween(from, to);
}
