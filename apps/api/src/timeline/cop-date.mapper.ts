import type { CopDate, TimelineDate } from '@kring/contracts';
import { abilities, withRoleIn, type Principal } from '@kring/domain';
import type { DatedCop } from './cop-date-access.ts';
import type { CopDateEntity } from './cop-date.entity.ts';
import type { DateWithCop } from './cop-dates.repository.ts';

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day that it is where the network works, as `2026-11-24`. */
export function today(): string {
  return days.format(new Date());
}

function facts({ id, title, day, time, place, url }: CopDateEntity) {
  return { id, title, day, time, place, url, isPast: day < today() };
}

export function toCopDate(row: CopDateEntity, principal: Principal, cop: DatedCop): CopDate {
  const mayDo = abilities(withRoleIn(principal, cop.id, cop.myRole), { kind: 'cop', copId: cop.id });
  return {
    ...facts(row),
    isPublic: row.isPublic,
    version: row.version,
    abilities: mayDo.filter((action) => action.startsWith('date.')),
  };
}

export function toTimelineDate(row: DateWithCop): TimelineDate {
  return { ...facts(row), cop: { slug: row.cop.slug, name: row.cop.name } };
}
