import type { DigestPlan } from '@kring/contracts';

const zone = 'Europe/Amsterdam';
const dayMs = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the clock on the wall in Amsterdam says, as if it were UTC. */
function wallOf(instant: number): number {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The instant at which that clock says this; where it is skipped in spring, the moment of skipping or just after. */
function instantOf(wall: number): number {
  const guess = wall - (wallOf(wall) - wall);
  return guess - (wallOf(guess) - wall);
}

/** When the next digest goes out, after a moment; null for never. Hours and days are those of Amsterdam. */
export function nextDigestAt(after: Date, { frequency, weekday, hour }: DigestPlan): Date | null {
  if (frequency === 'off') return null;
  const today = Math.floor(wallOf(after.getTime()) / dayMs) * dayMs;
  for (let day = 0; day <= 8; day++) {
    const wall = today + day * dayMs + hour * 3_600_000;
    // Monday is 1, Sunday 7.
    const isRightDay = frequency === 'daily' || (new Date(wall).getUTCDay() || 7) === weekday;
    const at = instantOf(wall);
    if (isRightDay && at > after.getTime()) return new Date(at);
  }
  return null;
}
