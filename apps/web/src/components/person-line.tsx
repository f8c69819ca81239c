import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Person } from '@kring/contracts';
import { Avatar } from './avatar.tsx';
import styles from './person-line.module.css';

/** A person: circle, name, and what they do where. */
export function PersonLine({
  person,
  after,
  more,
  to,
}: {
  person: Pick<Person, 'name' | 'jobTitle' | 'organisation'>;
  after?: ReactNode;
  more?: string;
  /** Where this person has a page that the reader may see. */
  to?: string | undefined;
}) {
  const details = [person.jobTitle, person.organisation?.name].filter(Boolean).join(', ');
  return (
    <span className={styles.person}>
      <Avatar name={person.name} />
      <span className={styles.words}>
        <span className={styles.name}>
          {to ? (
            <Link to={to} className={styles.link}>
              {person.name}
            </Link>
          ) : (
            person.name
          )}
          {after}
        </span>
        {details ? <span className={styles.details}>{details}</span> : null}
        {more ? <span className={styles.details}>{more}</span> : null}
      </span>
    </span>
  );
}
