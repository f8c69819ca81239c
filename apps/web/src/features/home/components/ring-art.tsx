import styles from './start-page.module.css';

const tones = ['primary', 'live', 'review', 'later', 'warning'] as const;
/** Five circles of people that touch: each CoP its own ring, with a seat left open. */
const rings = [
  { x: 200, y: 96, seats: 13, open: 3 },
  { x: 309, y: 175, seats: 12, open: 7 },
  { x: 267, y: 303, seats: 14, open: 9 },
  { x: 133, y: 303, seats: 11, open: 5 },
  { x: 91, y: 175, seats: 12, open: 10 },
];
const radius = 57;

export function RingArt() {
  return (
    <svg className={styles.art} viewBox="0 0 400 400" aria-hidden="true">
      {rings.map((ring, index) => (
        <g key={ring.x} data-tone={tones[index]}>
          {Array.from({ length: ring.seats }, (_, seat) => {
            const angle = (seat * 2 * Math.PI) / ring.seats - Math.PI / 2;
            return (
              <circle
                key={seat}
                data-open={seat === ring.open || undefined}
                cx={(ring.x + radius * Math.cos(angle)).toFixed(1)}
                cy={(ring.y + radius * Math.sin(angle)).toFixed(1)}
                r="8"
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}
