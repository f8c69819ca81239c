import { CircleHelp, HandHeart, Lightbulb, SmilePlus, ThumbsUp, type LucideIcon } from 'lucide-react';
import { reactions, type Comment, type Reaction } from '@kring/contracts';
import { ActionMenu } from '../../../components/menu.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CommentActs } from '../api/use-comment-acts.ts';
import styles from './thread-card.module.css';

const icons: Readonly<Record<Reaction, LucideIcon>> = {
  agree: ThumbsUp,
  thanks: HandHeart,
  'good-idea': Lightbulb,
  doubt: CircleHelp,
};

/** Short answers, each with its name, how many gave it and who. */
export function Reactions({ comment, acts }: { comment: Comment; acts: CommentActs }) {
  const { t } = useTranslation('comments');
  const canReact = comment.abilities.includes('comment.react');
  const missing = reactions.filter((name) => !comment.reactions.some(({ reaction }) => reaction === name));
  if (!canReact && comment.reactions.length === 0) return null;
  return (
    <div className={styles.reactions}>
      {comment.reactions.map(({ reaction, people, isMine }) => {
        const Icon = icons[reaction];
        const names = people.map(({ name }) => name).join(', ');
        const content = (
          <>
            <Icon aria-hidden="true" />
            {t(`reaction.${reaction}`)}
            <span className={styles.number}>{people.length}</span>
            <span className="visually-hidden">{names}</span>
          </>
        );
        return canReact ? (
          <button
            key={reaction}
            type="button"
            className={styles.reaction}
            aria-pressed={isMine}
            title={names}
            onClick={() => void acts.react(comment.id, reaction, !isMine)}
          >
            {content}
          </button>
        ) : (
          <span key={reaction} className={styles.reaction} title={names}>
            {content}
          </span>
        );
      })}
      {canReact && missing.length > 0 ? (
        <ActionMenu
          label={t('reaction.add')}
          icon={<SmilePlus />}
          actions={missing.map((reaction) => {
            const Icon = icons[reaction];
            return {
              id: reaction,
              label: t(`reaction.${reaction}`),
              icon: <Icon />,
              run: () => void acts.react(comment.id, reaction, true),
            };
          })}
        />
      ) : null}
    </div>
  );
}
