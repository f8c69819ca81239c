import styles from './state.module.css';

export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null where there is nothing to measure. */
  readonly value: number | null;
}

const width = 288;
const height = 56;
const dayMs = 86_400_000;
/** Points further apart are not joined: in between nothing was measured. */
const widestGap = 8 * 60_000;

interface DayGraphProps {
  /** Says all that the picture shows. */
  label: string;
  points: readonly Point[];
  /** The end of the day that is shown. */
  now: number;
}

/** How one figure went in a day: a line from nought to its highest. */
export function DayGraph({ label, points, now }: DayGraphProps) {
  const highest = Math.max(...points.map(({ value }) => value ?? 0), 1e-9);
  const x = (at: number) => width * (1 - (now - at) / dayMs);
  const y = (value: number) => height - 2 - (height - 6) * (value / highest);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={styles.graph}
    >
      <line x1="0" x2={width} y1={height - 1} y2={height - 1} className={styles.ground} />
      {runsOf(points).map((run) => {
        const line = run.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
        const [first, last] = [run[0], run.at(-1)];
        if (!first || !last) return null;
        const area = `${x(first.at).toFixed(1)},${height - 1} ${line.join(' ')} ${x(last.at).toFixed(1)},${height - 1}`;
        return (
          <g key={first.at}>
            <polygon points={area} className={styles.area} />
            <polyline
              points={line.length > 1 ? line.join(' ') : `${line[0]} ${dot(x(first.at), y(first.value))}`}
              className={styles.line}
            />
          </g>
        );
      })}
    </svg>
  );
}

/** One measure alone is shown as long as the five minutes that it stands for, and a little more to be seen. */
const dot = (x: number, y: number): string => `${(x - 3).toFixed(1)},${y.toFixed(1)}`;

type Measured = Point & { readonly value: number };

function runsOf(points: readonly Point[]): Measured[][] {
  const runs: Measured[][] = [];
  for (const { at, value } of points) {
    if (value === null) continue;
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && at - before.at <= widestGap) run.push({ at, value });
    else runs.push([{ at, value }]);
  }
  return runs;
}
