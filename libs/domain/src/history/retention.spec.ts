import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { versionsToPrune, type KeptVersion } from './retention.ts';

const now = new Date('2026-11-25T12:00:00Z');
const at = (createdAt: string, id = createdAt): KeptVersion => ({ id, createdAt: new Date(createdAt) });

describe('versionsToPrune', () => {
  it('keeps everything for thirty days', () => {
    const recent = [at('2026-11-25T10:00:00Z'), at('2026-11-25T11:00:00Z'), at('2026-10-26T12:00:01Z')];
    expect(versionsToPrune(recent, now)).toEqual([]);
  });

  it('then keeps the last of each day, for a year', () => {
    const versions = [
      at('2026-10-25T09:00:00Z'),
      at('2026-10-25T17:00:00Z'),
      at('2026-10-24T09:00:00Z'),
      at('2025-12-01T08:00:00Z'),
      at('2025-12-01T09:00:00Z'),
      at('2025-12-02T09:00:00Z'),
    ];
    expect(versionsToPrune(versions, now).sort()).toEqual(['2025-12-01T08:00:00Z', '2026-10-25T09:00:00Z']);
  });

  it('then keeps the last of each month', () => {
    const versions = [
      at('2024-03-01T09:00:00Z'),
      at('2024-03-30T09:00:00Z'),
      at('2024-04-01T09:00:00Z'),
      at('2025-11-25T11:00:00Z'),
      at('2025-11-24T11:00:00Z'),
    ];
    expect(versionsToPrune(versions, now).sort()).toEqual(['2024-03-01T09:00:00Z', '2025-11-24T11:00:00Z']);
  });

  it('is the same when it runs every day as when it runs once, and always leaves the newest', () => {
    const moments = fc.array(
      fc.integer({ min: 0, max: 900 * 24 }).map((hours) => new Date(+now - hours * 3_600_000)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(moments, (dates) => {
        const all = dates.map((createdAt, i) => ({ id: String(i).padStart(3, '0'), createdAt }));
        const once = new Set(versionsToPrune(all, now));
        let left = all;
        for (let ago = 920; ago >= 0; ago -= 1) {
          const today = new Date(+now - ago * 86_400_000);
          const gone = new Set(
            versionsToPrune(
              left.filter(({ createdAt }) => createdAt <= today),
              today,
            ),
          );
          left = left.filter(({ id }) => !gone.has(id));
        }
        expect(left.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => !once.has(id)));
        const newest = all.toSorted((a, b) => +b.createdAt - +a.createdAt || (a.id < b.id ? 1 : -1))[0];
        if (newest) expect(left.map(({ id }) => id)).toContain(newest.id);
      }),
      { numRuns: 30 },
    );
  });
});
