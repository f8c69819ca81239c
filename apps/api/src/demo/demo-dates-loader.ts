import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TimelineService } from '../timeline/timeline.service.ts';
import type { DemoContent, DemoDate } from './demo-content.ts';
import type { DemoIds } from './demo-loader.ts';

const dayMs = 86_400_000;

/** Writes the timelines of a demo programme. */
@Injectable()
export class DemoDatesLoader {
  constructor(private readonly timeline: TimelineService) {}

  async load(tx: EntityManager, { dates }: Pick<DemoContent, 'dates'>, ids: DemoIds): Promise<void> {
    for (const { copSlug, byKey, title, on, time = '', place = '', url = '', isPublic = false } of dates) {
      await this.timeline.add(tx, {
        copId: ids.cop(copSlug),
        createdById: ids.person(byKey),
        title,
        day: dayOf(on),
        time,
        place,
        url,
        isPublic,
      });
    }
  }
}

/** Nobody meets at the weekend: what would be then is on Monday. */
function dayOf(on: DemoDate['on']): string {
  if ('day' in on) return on.day;
  const at = new Date(Date.now() + on.inDays * dayMs);
  const untilMonday = at.getUTCDay() === 6 ? 2 : at.getUTCDay() === 0 ? 1 : 0;
  return new Date(at.getTime() + untilMonday * dayMs).toISOString().slice(0, 10);
}
