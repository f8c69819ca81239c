import { useMemo, useRef, useState } from 'react';
import { Eye, Users } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { onceUncovered } from '../../../lib/once-uncovered.ts';
import { initialsOf } from '../../../components/avatar.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import type { PresentPeople } from '../hooks/use-note-room.ts';
import styles from './presence.module.css';

type Present = PresentPeople[number] & { readonly isMe: boolean };

interface PresenceProps {
  people: PresentPeople;
  myClientId: number;
  /** Brings the caret of a person into view; false when there is none. */
  onGoTo: (clientId: number) => boolean;
}

const shownAtOnce = 5;

/** Each person once, however many windows they have open; the window with a caret counts, mine come last. */
function eachOnce(people: PresentPeople, myClientId: number): Present[] {
  const me = people.find((person) => person.clientId === myClientId)?.personId;
  const once = new Map<string, Present>();
  for (const person of people) {
    const seen = once.get(person.personId);
    if (seen && seen.cursor.length >= person.cursor.length) continue;
    once.set(person.personId, { ...person, isMe: person.personId === me });
  }
  return [...once.values()].sort((a, b) => Number(a.isMe) - Number(b.isMe) || a.name.localeCompare(b.name));
}

/** Who is here, with the colours of their carets. */
export function Presence({ people, myClientId, onGoTo }: PresenceProps) {
  const { t } = useTranslation('notes');
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const present = useMemo(() => eachOnce(people, myClientId), [people, myClientId]);
  const others = present.filter((person) => !person.isMe);
  const count = t('presence.count', { count: present.length });
  const rest = others.length - shownAtOnce;
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('presence.label')}
      className={styles.presence}
      data-alone={others.length === 0 || undefined}
    >
      <ul role="list" className={styles.avatars}>
        {others.slice(0, shownAtOnce).map((person) => (
          <li key={person.personId}>
            <PersonButton person={person} onGoTo={onGoTo} />
          </li>
        ))}
      </ul>
      {present.length > 0 ? (
        <Button
          className={styles.count}
          aria-label={t('presence.show', { count })}
          onPress={() => setOpen(true)}
        >
          <Users aria-hidden="true" />
          <span className={styles.countWords}>{count}</span>
          {rest > 0 ? <span className={styles.rest}>+{rest}</span> : null}
        </Button>
      ) : null}
      <WhoIsHere others={others} />
      <Dialog title={t('presence.label')} isOpen={isOpen} onClose={() => setOpen(false)} shape="sheet">
        <ul role="list" className={styles.list}>
          {present.map((person) => (
            <li key={person.personId} className={styles.row}>
              <Ring person={person} />
              <span className={styles.name}>
                {person.isMe ? t('presence.you', { name: person.name }) : person.name}
                <span className={styles.soft}>
                  {[person.affiliation, t(isReader(person) ? 'presence.reads' : 'presence.writes')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {!person.isMe && person.cursor.length > 0 ? (
                <Button
                  className={styles.goTo}
                  onPress={() => {
                    setOpen(false);
                    onceUncovered(
                      () => box.current,
                      () => void onGoTo(person.clientId),
                    );
                  }}
                >
                  {t('presence.goTo', { name: person.name })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}

const isReader = (person: Present) => person.access !== 'write';

function PersonButton({ person, onGoTo }: { person: Present; onGoTo: PresenceProps['onGoTo'] }) {
  const { t } = useTranslation('notes');
  const about = [
    person.name,
    person.affiliation,
    t(isReader(person) ? 'presence.reads' : 'presence.writes'),
  ].filter(Boolean);
  const hasCaret = person.cursor.length > 0;
  return (
    <TooltipTrigger delay={300} closeDelay={80}>
      <Button
        className={styles.person}
        aria-label={`${about.join(', ')}. ${t(hasCaret ? 'presence.goTo' : 'presence.noCaret', { name: person.name })}`}
        onPress={() => onGoTo(person.clientId)}
      >
        <Ring person={person} />
      </Button>
      <Tooltip className={styles.tooltip} offset={6}>
        {about.join(' · ')}
      </Tooltip>
    </TooltipTrigger>
  );
}

function Ring({ person }: { person: Present }) {
  return (
    <span
      className={styles.ring}
      data-colour={String(person.colour % 12)}
      data-reads={isReader(person) || undefined}
      aria-hidden="true"
    >
      {initialsOf(person.name)}
      {isReader(person) ? <Eye className={styles.eye} /> : null}
    </span>
  );
}

/** Who came and went, in one sentence for screen readers. */
function WhoIsHere({ others }: { others: Present[] }) {
  const { t } = useTranslation('notes');
  const [first, second] = others;
  const words = () => {
    if (!first) return t('presence.alone');
    if (!second) return t('presence.one', { name: first.name });
    if (others.length === 2) return t('presence.two', { name: first.name, other: second.name });
    return t('presence.more', { name: first.name, count: others.length - 1 });
  };
  return (
    <span role="status" className="visually-hidden">
      {words()}
    </span>
  );
}
