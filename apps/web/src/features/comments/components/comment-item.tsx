import { useState } from 'react';
import { Pencil, Trash2, Undo2 } from 'lucide-react';
import type { BodyPart, Comment } from '@kring/contracts';
import { Avatar } from '../../../components/avatar.tsx';
import { Button } from '../../../components/button.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CommentActs } from '../api/use-comment-acts.ts';
import { fromBody, type Typed } from '../body.ts';
import { Composer } from './composer.tsx';
import { Reactions } from './reactions.tsx';
import styles from './thread-card.module.css';

interface CommentItemProps {
  comment: Comment;
  noteId: string;
  acts: CommentActs;
}

/** What one person said. */
export function CommentItem({ comment, noteId, acts }: CommentItemProps) {
  const { t } = useTranslation('comments');
  const formats = useFormats();
  const [edited, setEdited] = useState<Typed | null>(null);
  const { author, abilities } = comment;
  if (comment.removed) return <Removed comment={comment} acts={acts} />;
  const actions: MenuAction[] = [];
  if (abilities.includes('comment.edit')) {
    actions.push({
      id: 'edit',
      label: t('comment.edit'),
      icon: <Pencil />,
      run: () => setEdited(fromBody(comment.body)),
    });
  }
  if (abilities.includes('comment.remove')) {
    actions.push({
      id: 'remove',
      label: t('comment.remove'),
      icon: <Trash2 />,
      isDanger: true,
      run: () => void acts.remove(comment),
    });
  }
  return (
    <div className={styles.comment} data-comment={comment.id}>
      <div className={styles.by}>
        <Avatar name={author.name} size="small" />
        <div className={styles.who}>
          <span className={styles.name}>{author.name}</span>
          <span className={styles.soft}>
            {author.organisation ? `${author.organisation.name} · ` : ''}
            <time dateTime={comment.createdAt} title={formats.dateTime(comment.createdAt)}>
              {formats.ago(comment.createdAt)}
            </time>
            {comment.editedAt ? ` · ${t('comment.edited')}` : ''}
          </span>
        </div>
        <ActionMenu label={t('comment.more', { name: author.name })} actions={actions} />
      </div>
      {edited ? (
        <Composer
          noteId={noteId}
          label={t('comment.editField')}
          submitLabel={t('comment.save')}
          typed={edited}
          onChange={setEdited}
          onCancel={() => setEdited(null)}
          onSend={async (body) => {
            await acts.edit(comment, body);
            setEdited(null);
          }}
        />
      ) : (
        <>
          <p className={styles.body}>
            {comment.body.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </p>
          <Reactions comment={comment} acts={acts} />
        </>
      )}
    </div>
  );
}

function Part({ part }: { part: BodyPart }) {
  if (part.type === 'text') return part.text;
  return <span className={styles.mentioned}>{`@${part.person.name}`}</span>;
}

function Removed({ comment, acts }: { comment: Comment; acts: CommentActs }) {
  const { t } = useTranslation('comments');
  if (!comment.removed) return null;
  return (
    <p className={styles.removed}>
      {t('comment.removedBy', { author: comment.author.name, name: comment.removed.by.name })}
      {comment.removed.canUndo ? (
        <Button size="small" variant="quiet" icon={<Undo2 />} onPress={() => void acts.restore(comment.id)}>
          {t('comment.restore')}
        </Button>
      ) : null}
    </p>
  );
}
