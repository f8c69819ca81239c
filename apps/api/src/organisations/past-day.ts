import { AppError } from '../common/app-error.ts';

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Today, where the people are. */
export function today(now: Date = new Date()): string {
  return inAmsterdam.format(now);
}

/** History holds what has happened: a day to come is refused. */
export function requirePastDay(path: string, day: string): void {
  if (day <= today()) return;
  throw new AppError('invalid-input', { errors: [{ path, code: 'in-future' }] });
}

/** The middle of a day: the same day in every place that people read it in. */
export function middleOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
