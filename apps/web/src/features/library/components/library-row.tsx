import { ExternalLink, FileText, Globe, Image, Pencil, Trash2 } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { libraryEndpoints, type LibraryItem } from '@kring/contracts';
import { ActionMenu } from '../../../components/menu.tsx';
import { call, urlOf } from '../../../lib/api/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { fileKinds, siteOf, sizeText } from '../model/library-item.ts';
import styles from './library.module.css';

/** One file or link: what it is, who added it when, and the way to it. */
export function LibraryRow({ item, onEdit }: { item: LibraryItem; onEdit: () => void }) {
  const { t, language } = useTranslation('library');
  const formats = useFormats();
  const remove = useRemoval(item);
  const { id, title, description, file, link, addedBy, addedAt } = item;
  const isImage = file?.mediaType.startsWith('image/') ?? false;
  const Icon = link ? Globe : isImage ? Image : FileText;
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.words}>
        <span className={styles.title}>
          {link ? (
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {title} <ExternalLink aria-hidden="true" />
              <span className="visually-hidden"> {t('opensNew')}</span>
            </a>
          ) : (
            <a
              href={urlOf(libraryEndpoints.getLibraryFile, { params: { itemId: id } })}
              download={file?.name}
            >
              {title}
            </a>
          )}
        </span>
        {description ? <p className={styles.description}>{description}</p> : null}
        <p className={styles.facts}>
          {link ? <span>{t('linkTo', { site: siteOf(link.url) })}</span> : null}
          {file ? (
            <span>
              {t(`fileKind.${fileKinds[file.mediaType]}`)}, {sizeText(file.size, language)}
            </span>
          ) : null}
          <span>{t('added', { name: addedBy.name, date: formats.date(addedAt) })}</span>
        </p>
      </div>
      {item.abilities.includes('library-item.update') ? (
        <ActionMenu
          label={t('actions', { title })}
          actions={[
            { id: 'edit', label: t('edit'), icon: <Pencil />, run: onEdit },
            { id: 'remove', label: t('remove'), icon: <Trash2 />, isDanger: true, run: () => void remove() },
          ]}
        />
      ) : null}
    </li>
  );
}

/** Takes something out of the library, with the way back in the toast. */
function useRemoval({ id, title }: LibraryItem): () => Promise<boolean> {
  const { t } = useTranslation('library');
  const queryClient = useQueryClient();
  const act = useAct();
  async function set(isRemoved: boolean) {
    await call(libraryEndpoints.removeLibraryItem, { params: { itemId: id }, body: { isRemoved } });
    await queryClient.invalidateQueries({ queryKey: ['library'] });
  }
  const restore = () => void act.run(() => set(false), t('restored', { title }));
  return () => act.run(() => set(true), t('removed', { title }), { label: t('common:undo'), run: restore });
}
