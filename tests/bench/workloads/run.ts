import type { Load } from '../load/load.ts';
import type { RunningSubject, Subject } from '../subjects/subject.ts';

/** What was measured, by name with its unit. */
export type Figures = Readonly<Record<string, number>>;

/** One server with the people who work with it. */
export interface Run {
  readonly subject: Subject;
  readonly running: RunningSubject;
  readonly load: Load;
  readonly seconds: number;
}
