import { Circle, CircleCheck, Contrast } from 'lucide-react';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { initialsOf } from '../../../components/avatar.tsx';
import { useMe } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { onceUncovered } from '../../../lib/once-uncovered.ts';
import { goToSection } from '../go-to-section.ts';
import { useSections, type ListedSection } from '../hooks/use-sections.ts';
import styles from './section-list.module.css';

interface SectionListProps {
  handle: NoteHandle;
  /** Called before one goes to a section, such as to close what the list stands in. */
  onGo?: () => void;
}

const icons = { empty: Circle, draft: Contrast, ready: CircleCheck };

/** The sections of the open note: how far each is, whose it is, and who is in it now. */
export function SectionList({ handle, onGo }: SectionListProps) {
  const { t } = useTranslation('sections');
  const sections = useSections(handle);
  const ready = sections.filter(({ status }) => status === 'ready').length;
  if (sections.length === 0) return <p className={styles.soft}>{t('none')}</p>;

  function go(key: string) {
    if (!onGo) return void goToSection(handle, key);
    onGo();
    // A sheet gives the focus back first.
    onceUncovered(
      () => handle.editor.view.dom,
      () => void goToSection(handle, key),
    );
  }
  return (
    <div className={styles.list}>
      <p className={styles.progress}>{t('progress', { ready, count: sections.length })}</p>
      <ol role="list" className={styles.rows}>
        {sections.map((section) => (
          <li key={section.attributes.key}>
            <SectionRow section={section} onGo={() => go(section.attributes.key)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function SectionRow({ section, onGo }: { section: ListedSection; onGo: () => void }) {
  const { t } = useTranslation('sections');
  const me = useMe();
  const { attributes, status, people, isMine } = section;
  const Icon = icons[status];
  const owner =
    attributes.ownerId === me.id ? t('me') : attributes.ownerId === null ? '' : attributes.ownerName;
  return (
    <button
      type="button"
      className={styles.row}
      data-status={status}
      aria-current={isMine ? 'true' : undefined}
      onClick={onGo}
    >
      <Icon aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.title}>{attributes.title}</span>
        <span className={styles.soft}>
          {t(`status.${status}`)}
          {owner ? <span>{` · ${t('owner', { name: owner })}`}</span> : null}
        </span>
      </span>
      {people.length > 0 ? (
        <span className={styles.people}>
          <span className="visually-hidden">
            {t('here', { count: people.length, names: people.map(({ name }) => name).join(', ') })}
          </span>
          {people.slice(0, 3).map((person) => (
            <span
              key={person.personId}
              className={styles.person}
              data-colour={String(person.colour % 12)}
              title={person.name}
              aria-hidden="true"
            >
              {initialsOf(person.name)}
            </span>
          ))}
          {people.length > 3 ? (
            <span className={styles.soft} aria-hidden="true">
              +{people.length - 3}
            </span>
          ) : null}
        </span>
      ) : null}
    </button>
  );
}
