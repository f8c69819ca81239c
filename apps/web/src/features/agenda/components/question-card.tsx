import { GitFork, Link2, Merge, MessageCircleQuestion, PencilLine, Quote } from 'lucide-react';
import { Link } from 'react-router';
import type { LearningAgenda, LearningQuestion } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { ActionMenu, type MenuAction } from '../../../components/menu.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { questionAnchor, questionTones } from '../model/questions.ts';
import styles from './learning-agenda.module.css';

/** What somebody is about to do to a question, or to the agenda. */
export type QuestionAct =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'reword' | 'edit' | 'link' | 'status' | 'split' | 'merge';
      readonly question: LearningQuestion;
    };

const parts = ['why', 'tried', 'learned', 'nextStep'] as const;

interface QuestionCardProps {
  question: LearningQuestion;
  agenda: LearningAgenda;
  onAct: (act: QuestionAct) => void;
}

export function QuestionCard({ question, agenda, onAct }: QuestionCardProps) {
  const { t } = useTranslation('agenda');
  const { letter, status, versions, owner, cases } = question;
  const text = versions.at(-1)?.text ?? '';
  const filled = parts.filter((part) => question[part] !== '');
  return (
    <article
      className={styles.card}
      aria-label={t('question', { letter })}
      id={questionAnchor(letter)}
      tabIndex={-1}
    >
      <span className={styles.letter} aria-hidden="true">
        {letter}
      </span>
      <div className={styles.body}>
        <header className={styles.cardHead}>
          <h2 className={styles.text}>
            <span className="visually-hidden">{t('question', { letter })}: </span>
            {text}
          </h2>
          <QuestionActions question={question} agenda={agenda} onAct={onAct} />
        </header>
        <p className={styles.meta}>
          <Badge tone={questionTones[status]}>{t(`status.${status}`)}</Badge>
          <span>{owner ? t('owner', { name: owner.name }) : t('noOwner')}</span>
          <Links question={question} />
        </p>
        {versions.length > 1 ? <Versions question={question} /> : null}
        {filled.length > 0 ? (
          <dl className={styles.parts}>
            {filled.map((part) => (
              <div key={part}>
                <dt>{t(`part.${part}`)}</dt>
                <dd>{question[part]}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {cases.length > 0 ? (
          <p className={styles.cases}>
            <span>{t('cases')}:</span>
            {cases.map(({ id, title, isFromGap }) => (
              <span key={id}>
                <Link to={`/cases/${id}`}>{title}</Link>
                {isFromGap ? (
                  <>
                    {' '}
                    (<Link to={`/cases/${id}/effects`}>{t('fromGap')}</Link>)
                  </>
                ) : null}
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </article>
  );
}

function Links({ question }: { question: LearningQuestion }) {
  const { t } = useTranslation('agenda');
  const { cameFrom, wentInto, status } = question;
  const letters = (links: typeof cameFrom) => links.map(({ letter }) => letter).join(', ');
  return (
    <>
      {cameFrom.length > 0 ? <span>{t('cameFrom', { letters: letters(cameFrom) })}</span> : null}
      {wentInto.length > 0 ? (
        <span>{t(status === 'split' ? 'splitInto' : 'mergedInto', { letters: letters(wentInto) })}</span>
      ) : null}
    </>
  );
}

/** The wordings side by side, the first at the left. */
function Versions({ question }: { question: LearningQuestion }) {
  const { t } = useTranslation('agenda');
  const formats = useFormats();
  return (
    <div className={styles.scroll} role="group" aria-label={t('versions')} tabIndex={0}>
      <ol className={styles.versions}>
        {question.versions.map((version) => (
          <li key={version.number}>
            <p className={styles.versionHead}>
              <strong>{t('version', { number: version.number })}</strong>
              <span>{t('versionBy', { date: formats.date(version.at), name: version.by })}</span>
            </p>
            <p className={styles.versionText}>{version.text}</p>
            {version.changedBecause ? <p>{t('because', { reason: version.changedBecause })}</p> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function QuestionActions({ question, agenda, onAct }: QuestionCardProps) {
  const { t } = useTranslation('agenda');
  const actions: MenuAction[] = [];
  if (question.abilities.includes('learning-question.update')) {
    actions.push(
      { id: 'reword', label: t('reword'), icon: <Quote />, run: () => onAct({ kind: 'reword', question }) },
      { id: 'edit', label: t('edit'), icon: <PencilLine />, run: () => onAct({ kind: 'edit', question }) },
    );
  }
  if (question.abilities.includes('learning-question.link')) {
    actions.push({
      id: 'link',
      label: t('link.action'),
      icon: <Link2 />,
      run: () => onAct({ kind: 'link', question }),
    });
  }
  if (question.abilities.includes('learning-question.conclude')) {
    actions.push(
      {
        id: 'status',
        label: t('changeStatus'),
        icon: <MessageCircleQuestion />,
        run: () => onAct({ kind: 'status', question }),
      },
      { id: 'split', label: t('split'), icon: <GitFork />, run: () => onAct({ kind: 'split', question }) },
    );
    if (agenda.abilities.includes('learning-question.merge')) {
      actions.push({
        id: 'merge',
        label: t('merge'),
        icon: <Merge />,
        run: () => onAct({ kind: 'merge', question }),
      });
    }
  }
  if (actions.length === 0) return null;
  return <ActionMenu label={t('actions', { letter: question.letter })} actions={actions} />;
}
