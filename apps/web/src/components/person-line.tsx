import type { ReactNode } from 'react';
import type { Person } from '@kring/contracts';
import { Avatar } from './avatar.tsx';
import styles from './person-line.module.css';

/** A person: circle, name, and what they do where. */
export function PersonLine({
  person,
  after,
  more,
}: {
  person: Pick<Person, 'name' | 'jobTitle' | 'organisation'>;
  after?: ReactNode;
  more?: string;
}) {
  const details = [person.jobTitle, person.organisation?.name].filter(Boolean).join(', ');
  return (
    <span className={styles.person}>
      <Avatar name={person.name} />
      <span className={styles.words}>
        <span className={styles.name}>
          {person.name}
          {after}
        </span>
        {details ? <span className={styles.details}>{details}</span> : null}
        {more ? <span className={styles.details}>{more}</span> : null}
      </span>
    </span>
  );
}
