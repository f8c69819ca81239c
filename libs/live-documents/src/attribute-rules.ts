import { safeHref } from './safe-href.ts';
import { sectionAttributeRules } from './sections/section-rules.ts';

/** Turns any value at all into one that the schema allows; what it gives for `undefined` is the default. */
export type AttributeRule = (value: unknown) => unknown;
type Rules = Readonly<Record<string, AttributeRule>>;

export const calloutKinds = ['insight', 'question', 'assumption', 'warning'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

export const mentionKinds = ['person', 'case', 'organisation'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** How much of the line an image may take, in percent. */
export const imageWidths = [25, 33, 50, 66, 75, 100] as const;

/** Longest values of the attributes that hold words. */
export const longest = { label: 200, name: 255, alt: 500, caption: 500, footnote: 2_000 } as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
// Control characters, and those that turn the direction of what stands around them.
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

const integer =
  (least: number, most: number, otherwise: number | null): AttributeRule =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : otherwise;

const oneOf =
  <Value>(allowed: readonly Value[], otherwise: Value): AttributeRule =>
  (value) =>
    allowed.find((candidate) => candidate === value) ?? otherwise;

const words =
  (most: number): AttributeRule =>
  (value) =>
    typeof value === 'string' ? value.slice(0, most).toWellFormed().replace(unseen, ' ').trim() : '';

const yesOrNo: AttributeRule = (value) => value === true;
const id: AttributeRule = (value) => (typeof value === 'string' && uuid.test(value) ? value : null);
const mime: AttributeRule = (value) =>
  typeof value === 'string' && /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/.test(value) ? value : '';
const webAddress: AttributeRule = (value) => safeHref(value);

const date: AttributeRule = (value) => {
  if (typeof value !== 'string' || !isoDate.test(value)) return null;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? null : value;
};

// A cell that claims a million columns would make every reader build a map of them.
const cell: Rules = { colspan: integer(1, 50, 1), rowspan: integer(1, 200, 1) };

/** What stands in a note is kept with the attachment; these let it be shown before, and without, that. */
const attachment: Rules = {
  attachmentId: id,
  name: words(longest.name),
  size: integer(0, 1_000_000_000, null),
  mime,
};

/** Every attribute of the schema with the function that turns any value into an allowed one. */
export const nodeAttributeRules: ReadonlyMap<string, Rules> = new Map<string, Rules>([
  ['heading', { level: integer(1, 3, 1) }],
  ['orderedList', { start: integer(0, 9_999, 1) }],
  ['taskItem', { checked: yesOrNo }],
  ['callout', { kind: oneOf<CalloutKind>(calloutKinds, 'insight') }],
  ['tableCell', cell],
  ['tableHeader', cell],
  ['section', sectionAttributeRules],
  [
    'image',
    {
      ...attachment,
      alt: words(longest.alt),
      isDecorative: yesOrNo,
      caption: words(longest.caption),
      width: oneOf<number>(imageWidths, 100),
      pixelWidth: integer(1, 20_000, null),
      pixelHeight: integer(1, 20_000, null),
    },
  ],
  ['file', attachment],
  ['footnote', { text: words(longest.footnote), href: webAddress }],
  ['mention', { kind: oneOf<MentionKind>(mentionKinds, 'person'), id, label: words(longest.label) }],
  ['date', { value: date }],
]);

/** Attributes of a mark as they may be kept, or null when the mark must go. */
export function markAttributes(name: string, value: unknown): Record<string, unknown> | null {
  if (name !== 'link') return {};
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'href')) return null;
  const href = safeHref((value as { href: unknown }).href);
  return href === null ? null : { href };
}
