/** An element with attributes and children, made without any markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const shapes = {
  insight: ['M9 18h6M10 21.5h4', 'M15.5 14.5c.2-1 .6-1.7 1.2-2.4a6 6 0 1 0-9.4 0c.6.7 1 1.4 1.2 2.4z'],
  question: [
    'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
    'M9.2 9a3 3 0 0 1 5.8 1c0 2-3 2.4-3 4M12 17.2h.01',
  ],
  assumption: ['M4 9c2.7-3 5.3-3 8 0s5.3 3 8 0', 'M4 16c2.7-3 5.3-3 8 0s5.3 3 8 0'],
  warning: ['M12 3.5 2.2 20.5h19.6z', 'M12 10v4.5M12 17.5h.01'],
  chevron: ['m9 5 7 7-7 7'],
  file: ['M14 2.5H5.5v19h13V7z', 'M14 2.5V7h4.5'],
} as const satisfies Record<string, readonly string[]>;

/** A small drawing beside words that say the same. */
export function icon(name: keyof typeof shapes): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  for (const d of shapes[name]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    drawing.append(path);
  }
  return drawing;
}
