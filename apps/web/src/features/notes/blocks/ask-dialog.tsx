import { useState, type ReactNode } from 'react';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { imageWidths, longest, toHref } from '@kring/live-documents';
import { Button } from '../../../components/button.tsx';
import { Actions, Dialog } from '../../../components/dialog.tsx';
import { FormStack, SelectField, TextArea } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { LineField } from '../components/line-field.tsx';
import type { AskRequest } from './block-options.ts';
import styles from './ask-dialog.module.css';

interface AskDialogProps {
  editor: Editor;
  request: AskRequest;
  onClose: () => void;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What the node holds now; nothing for a new one, or when somebody else has taken it away meanwhile. */
function attributesOf(editor: Editor, { kind, position }: AskRequest): Attributes {
  const node = position === null ? null : editor.state.doc.nodeAt(position);
  return node?.type.name === kind ? node.attrs : {};
}

/** Asks what a footnote, a date or an image says. */
export function AskDialog({ editor, request, onClose }: AskDialogProps) {
  const { t } = useTranslation('notes');
  const { kind, position } = request;
  const isNew = position === null;

  function close() {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(() => editor.commands.focus()));
  }

  function keep(attributes: Attributes) {
    if (isNew) editor.commands.insertContent({ type: kind, attrs: { ...attributes } });
    else if (editor.state.doc.nodeAt(position)?.type.name === kind) {
      const { tr } = editor.state;
      for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(position, name, value);
      editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)));
    }
    close();
  }

  function remove() {
    const node = position === null ? null : editor.state.doc.nodeAt(position);
    if (position !== null && node?.type.name === kind)
      editor.view.dispatch(editor.state.tr.delete(position, position + node.nodeSize));
    close();
  }

  const form = { attributes: attributesOf(editor, request), onKeep: keep, isNew };
  const removal = isNew ? null : <Button onPress={remove}>{t('blocks.remove')}</Button>;
  return (
    <Dialog title={t(`blocks.ask.${kind}`)} isOpen onClose={close}>
      {kind === 'footnote' ? <FootnoteForm {...form}>{removal}</FootnoteForm> : null}
      {kind === 'date' ? <DateForm {...form}>{removal}</DateForm> : null}
      {kind === 'image' ? <ImageForm {...form}>{removal}</ImageForm> : null}
    </Dialog>
  );
}

interface FormProps {
  attributes: Attributes;
  isNew: boolean;
  onKeep: (attributes: Attributes) => void;
  children: ReactNode;
}

function Form({
  isNew,
  children,
  fields,
  onSubmit,
}: Pick<FormProps, 'isNew' | 'children'> & { fields: ReactNode; onSubmit: () => void }) {
  const { t } = useTranslation('notes');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FormStack>
        {fields}
        <Actions>
          <Button variant="primary" type="submit">
            {t(isNew ? 'blocks.insert' : 'blocks.save')}
          </Button>
          {children}
        </Actions>
      </FormStack>
    </form>
  );
}

function FootnoteForm({ attributes, onKeep, ...rest }: FormProps) {
  const { t } = useTranslation('notes');
  const [text, setText] = useState(String(attributes['text'] ?? ''));
  const [address, setAddress] = useState(String(attributes['href'] ?? ''));
  const [problem, setProblem] = useState<{ text?: string; address?: string }>({});

  function keep() {
    const href = address.trim() === '' ? null : toHref(address);
    if (text.trim() === '' && href === null) return setProblem({ text: t('blocks.footnoteRequired') });
    if (address.trim() !== '' && href === null) return setProblem({ address: t('link.invalid') });
    onKeep({ text: text.trim(), href });
  }

  return (
    <Form
      {...rest}
      onSubmit={keep}
      fields={
        <>
          <LineField
            label={t('blocks.footnoteText')}
            hint={t('blocks.footnoteHint')}
            value={text}
            error={problem.text ?? null}
            maxLength={longest.footnote}
            autoFocus
            onChange={setText}
          />
          <LineField
            label={t('blocks.footnoteSource')}
            hint={t('blocks.footnoteSourceHint')}
            value={address}
            error={problem.address ?? null}
            inputMode="url"
            onChange={setAddress}
          />
        </>
      }
    />
  );
}

function DateForm({ attributes, onKeep, ...rest }: FormProps) {
  const { t } = useTranslation('notes');
  const [value, setValue] = useState(String(attributes['value'] ?? ''));
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Form
      {...rest}
      onSubmit={() => (value === '' ? setProblem(t('blocks.dateRequired')) : onKeep({ value }))}
      fields={
        <label className={styles.field}>
          {t('blocks.date')}
          <input
            type="date"
            className={styles.date}
            min="1000-01-01"
            max="9999-12-31"
            value={value}
            autoFocus
            onChange={(event) => setValue(event.target.value)}
          />
          <span role="alert" className={styles.problem}>
            {problem ?? ''}
          </span>
        </label>
      }
    />
  );
}

function ImageForm({ attributes, onKeep, ...rest }: FormProps) {
  const { t } = useTranslation('notes');
  const [alt, setAlt] = useState(String(attributes['alt'] ?? ''));
  const [isDecorative, setDecorative] = useState(attributes['isDecorative'] === true);
  const [caption, setCaption] = useState(String(attributes['caption'] ?? ''));
  const [width, setWidth] = useState(String(attributes['width'] ?? 100));
  const widths = imageWidths.map((each) => ({ value: String(each), label: `${each}%` }));
  return (
    <Form
      {...rest}
      onSubmit={() =>
        onKeep({ alt: alt.trim(), isDecorative, caption: caption.trim(), width: Number(width) })
      }
      fields={
        <>
          {isDecorative ? null : (
            <TextArea
              label={t('blocks.imageAlt')}
              hint={t('blocks.imageAltHint')}
              value={alt}
              rows={2}
              maxLength={longest.alt}
              onChange={setAlt}
            />
          )}
          <label className={styles.tick}>
            <input
              type="checkbox"
              checked={isDecorative}
              onChange={(event) => setDecorative(event.target.checked)}
            />
            {t('blocks.imageDecorative')}
          </label>
          <LineField
            label={t('blocks.imageCaption')}
            value={caption}
            maxLength={longest.caption}
            onChange={setCaption}
          />
          <SelectField
            label={t('blocks.imageWidthField')}
            value={width}
            options={widths}
            onChange={setWidth}
          />
        </>
      }
    />
  );
}
