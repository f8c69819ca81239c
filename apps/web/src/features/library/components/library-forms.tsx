import { useState } from 'react';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { libraryEndpoints, type LibraryItem, type PageOf } from '@kring/contracts';
import { TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm, type FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

export interface LibraryFormProps {
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
}

interface WordsFieldsProps {
  title: string;
  description: string;
  onTitle: (title: string) => void;
  onDescription: (description: string) => void;
  problemOf: (path: string) => FieldProblem | null;
}

/** What a file and a link both have. */
export function WordsFields({ title, description, onTitle, onDescription, problemOf }: WordsFieldsProps) {
  const { t } = useTranslation('library');
  return (
    <>
      <TextField label={t('form.title')} value={title} onChange={onTitle} problem={problemOf('title')} />
      <TextArea
        label={t('form.description')}
        hint={t('form.descriptionHint')}
        isOptional
        rows={3}
        value={description}
        onChange={onDescription}
        problem={problemOf('description')}
      />
    </>
  );
}

export function AddLinkForm({ copId, onClose, onDone }: LibraryFormProps & { copId: string }) {
  const { t } = useTranslation('library');
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const form = useContractForm(libraryEndpoints.addLibraryLink.body, async (body) => {
    await call(libraryEndpoints.addLibraryLink, { params: { copId }, body });
    await onDone(t('addedDone', { title: body.title }));
  });
  return (
    <Form
      form={form}
      submitLabel={t('form.add')}
      onSubmit={() => void form.submit({ url: withScheme(url), title, description })}
      onCancel={onClose}
    >
      <UrlField value={url} onChange={setUrl} problem={form.problemOf('url')} autoFocus />
      <WordsFields
        title={title}
        description={description}
        onTitle={setTitle}
        onDescription={setDescription}
        problemOf={form.problemOf}
      />
    </Form>
  );
}

/** Changes a file or link. A change by somebody else meanwhile keeps what was typed. */
export function EditItemForm({ item, onClose, onDone }: LibraryFormProps & { item: LibraryItem }) {
  const { t } = useTranslation('library');
  const newest = useNewest(item.id);
  const [version, setVersion] = useState(item.version);
  const [url, setUrl] = useState(item.link?.url ?? '');
  const [title, setTitle] = useState(item.title);
  const [description, setDescription] = useState(item.description);
  const form = useContractForm(libraryEndpoints.updateLibraryItem.body, async (body) => {
    try {
      await call(libraryEndpoints.updateLibraryItem, { params: { itemId: item.id }, body });
      await onDone(t('saved', { title }));
    } catch (error) {
      // The next save is then a choice made knowingly.
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        setVersion((await newest())?.version ?? version);
      }
      throw error;
    }
  });
  const link = item.link ? { url: withScheme(url) } : {};
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ version, title, description, ...link })}
      onCancel={onClose}
    >
      {item.link ? <UrlField value={url} onChange={setUrl} problem={form.problemOf('url')} /> : null}
      <WordsFields
        title={title}
        description={description}
        onTitle={setTitle}
        onDescription={setDescription}
        problemOf={form.problemOf}
      />
    </Form>
  );
}

/** Looks up how somebody else left an item that is on the page. */
function useNewest(id: string): () => Promise<LibraryItem | undefined> {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.refetchQueries({ queryKey: ['library'], type: 'active' });
    const lists = queryClient.getQueriesData<InfiniteData<PageOf<LibraryItem>>>({
      queryKey: ['library'],
      type: 'active',
    });
    const items = lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
    return items.find((one) => one.id === id);
  };
}

interface UrlFieldProps {
  value: string;
  onChange: (url: string) => void;
  problem: FieldProblem | null;
  autoFocus?: boolean;
}

function UrlField({ value, onChange, problem, autoFocus = false }: UrlFieldProps) {
  const { t } = useTranslation('library');
  return (
    <>
      <TextField
        label={t('form.url')}
        hint={t('form.urlHint')}
        autoFocus={autoFocus}
        spellCheck={false}
        value={value}
        onChange={onChange}
        problem={problem}
      />
    </>
  );
}

/** People leave the beginning of an address out. */
function withScheme(url: string): string {
  const text = url.trim();
  return text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
