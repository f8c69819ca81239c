import type { SectionStatus } from '@kring/live-documents';
import { initialsOf } from '../../../../components/avatar.tsx';

const ring = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z';
const shapes = {
  fold: ['m6 9 6 6 6-6'],
  empty: [ring],
  draft: [ring, 'M12 7v10a5 5 0 0 0 0-10Z'],
  ready: [ring, 'm8.5 12 2.5 2.5 4.5-5'],
  owner: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z', 'M5 20a7 7 0 0 1 14 0'],
  guidance: [ring, 'M12 11v5', 'M12 8h.01'],
  more: ['M5 12h.01', 'M12 12h.01', 'M19 12h.01'],
  go: ['M7 17 17 7', 'M8 7h9v9'],
} as const satisfies Record<SectionStatus | string, readonly string[]>;

/** A line drawing; the words beside it say what it means. */
export function icon(name: keyof typeof shapes): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.dataset['icon'] = name;
  for (const shape of shapes[name]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape);
    svg.append(path);
  }
  return svg;
}

export function initials(name: string): HTMLElement {
  const circle = made('span', 'note-section-initials');
  // Drawn by the style sheet: a picture of somebody, and no part of the button's words.
  circle.dataset['initials'] = initialsOf(name);
  return circle;
}

export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
}
