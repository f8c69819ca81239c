import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { SectionStatus } from '../sections/section-rules.ts';
import { sectionOf } from '../sections/section-order.ts';

/** Something set in a text, with the client id under which it was set last; null where it cannot be told. */
interface Signed<T> {
  readonly value: T;
  readonly by: number | null;
}

export interface SectionSigns {
  readonly key: string;
  readonly status: Signed<SectionStatus>;
  readonly ownerId: Signed<string | null>;
}

export interface PersonMention {
  /** Of this place in the text: it stays as long as the mention is not taken out. */
  readonly id: string;
  readonly personId: string;
  readonly by: number | null;
}

/** What people put in a text that concerns somebody: who has which section, how far it is, and who is named. */
export interface NoteSigns {
  readonly sections: readonly SectionSigns[];
  readonly mentions: readonly PersonMention[];
}

/** What has come into a text that somebody is told of, with the client id of whoever did it. */
export type SignChange =
  | {
      readonly kind: 'section-owner';
      readonly sectionKey: string;
      readonly personId: string;
      by: number | null;
    }
  | { readonly kind: 'section-ready'; readonly sectionKey: string; by: number | null }
  | { readonly kind: 'mention'; readonly personId: string; by: number | null };

/** Of a note as it is shown, and which shared type shows which of its nodes. */
export function signsOf(note: Node, elements: ReadonlyMap<Node, Y.XmlElement>): NoteSigns {
  const sections: SectionSigns[] = [];
  const mentions: PersonMention[] = [];
  note.descendants((node) => {
    const section = sectionOf(node);
    const element = elements.get(node);
    if (section) {
      const signed = <T>(name: string, value: T) => ({ value, by: setterOf(element, name) });
      sections.push({
        key: section.key,
        status: signed('status', section.status),
        ownerId: signed('ownerId', section.ownerId),
      });
    }
    const { kind, id: personId } = node.attrs as { kind?: unknown; id?: unknown };
    if (node.type.name === 'mention' && kind === 'person' && typeof personId === 'string') {
      const item = element?._item ?? null;
      const by = item?.id.client ?? null;
      mentions.push({ id: item ? `${item.id.client}:${item.id.clock}` : '', personId, by });
    }
  });
  return { sections, mentions };
}

/** What is new in `after`. A name that only moved is not. */
export function compareSigns(before: NoteSigns, after: NoteSigns): SignChange[] {
  const known = new Map(before.sections.map((section) => [section.key, section]));
  const ofSections = after.sections.flatMap(({ key: sectionKey, status, ownerId }): SignChange[] => {
    const earlier = known.get(sectionKey);
    const changes: SignChange[] = [];
    if (ownerId.value !== null && ownerId.value !== earlier?.ownerId.value)
      changes.push({ kind: 'section-owner', sectionKey, personId: ownerId.value, by: ownerId.by });
    if (status.value === 'ready' && earlier?.status.value !== 'ready')
      changes.push({ kind: 'section-ready', sectionKey, by: status.by });
    return changes;
  });
  return [...ofSections, ...newMentions(before.mentions, after.mentions)];
}

function newMentions(before: readonly PersonMention[], after: readonly PersonMention[]): SignChange[] {
  const ids = new Set(before.map(({ id }) => id));
  const people = [...new Set(after.map(({ personId }) => personId))];
  return people.flatMap((personId) => {
    const isOfPerson = (mention: PersonMention) => mention.personId === personId;
    const now = after.filter(isOfPerson);
    const more = now.length - before.filter(isOfPerson).length;
    return now
      .filter(({ id }) => !ids.has(id))
      .slice(0, Math.max(0, more))
      .map(({ by }): SignChange => ({ kind: 'mention', personId, by }));
  });
}

/** Who set an attribute last, from the shared type itself: nobody can claim it for somebody else. */
function setterOf(element: Y.XmlElement | undefined, name: string): number | null {
  return element?._map.get(name)?.id.client ?? null;
}
