import { useState } from 'react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { safeHref, toHref } from '@kring/live-documents';
import { Button } from '../../../components/button.tsx';
import { Actions, Dialog } from '../../../components/dialog.tsx';
import { FormStack } from '../../../components/fields.tsx';
import { LineField } from './line-field.tsx';

interface LinkDialogProps {
  editor: Editor;
  onClose: () => void;
}

/** Adds, changes or removes the link at the caret. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const { t } = useTranslation('notes');
  const current: unknown = editor.getAttributes('link')['href'];
  const isInLink = typeof current === 'string';
  const needsText = !isInLink && editor.state.selection.empty;
  const [address, setAddress] = useState(isInLink ? current.replace(/^mailto:/, '') : '');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function close() {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(() => editor.commands.focus()));
  }

  function apply() {
    if (address.trim() === '') return setProblem(t('link.required'));
    const href = toHref(address);
    if (href === null) return setProblem(t('link.invalid'));
    if (needsText) {
      const words = text.trim() || address.trim();
      editor.commands.insertContent({
        type: 'text',
        text: words,
        marks: [{ type: 'link', attrs: { href } }],
      });
    } else {
      editor.chain().extendMarkRange('link').setLink({ href }).run();
    }
    close();
  }

  function remove() {
    editor.chain().extendMarkRange('link').unsetLink().run();
    close();
  }

  const opened = isInLink ? safeHref(current) : null;
  return (
    <Dialog title={t('link.title')} isOpen onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <FormStack>
          <LineField
            label={t('link.address')}
            hint={t('link.hint')}
            value={address}
            error={problem}
            inputMode="url"
            onChange={setAddress}
          />
          {needsText ? <LineField label={t('link.text')} value={text} onChange={setText} /> : null}
          <Actions>
            <Button variant="primary" type="submit">
              {t(isInLink ? 'link.change' : 'link.apply')}
            </Button>
            {isInLink ? <Button onPress={remove}>{t('link.remove')}</Button> : null}
            {opened === null ? null : (
              <a href={opened} target="_blank" rel="noopener noreferrer">
                {t('link.open')}
              </a>
            )}
          </Actions>
        </FormStack>
      </form>
    </Dialog>
  );
}
