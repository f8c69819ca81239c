import type { BodyPart, BodyPartInput } from '@kring/contracts';

export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** What stands in a field: plain text in which mentions read as `@Name`, and who these are. */
export interface Typed {
  readonly text: string;
  readonly mentions: readonly Mentioned[];
}

/** As it is sent: each `@Name` of somebody who was chosen becomes a mention. */
export function toBody({ text, mentions }: Typed): BodyPartInput[] {
  const known = mentions.toSorted((a, b) => b.name.length - a.name.length);
  const parts: BodyPartInput[] = [];
  const add = (more: string) => {
    const last = parts.at(-1);
    if (more === '') return;
    if (last?.type === 'text') last.text += more;
    else parts.push({ type: 'text', text: more });
  };
  for (let at = 0; at < text.length;) {
    const found = text[at] === '@' ? known.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    if (found) parts.push({ type: 'mention', personId: found.id });
    else add(text[at] ?? '');
    at += found ? found.name.length + 1 : 1;
  }
  return trim(parts);
}

/** Back into a field, to change it. */
export function fromBody(body: readonly BodyPart[]): Typed {
  return {
    text: body.map((part) => (part.type === 'text' ? part.text : `@${part.person.name}`)).join(''),
    mentions: body.flatMap((part) => (part.type === 'mention' ? [part.person] : [])),
  };
}

/** The beginning of a name that is being typed before the caret; null when there is none. */
export function mentionQuery(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}'’.-]{0,30}(?: [\p{L}\p{M}'’.-]{0,30})?)$/u.exec(
    text.slice(0, caret),
  );
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, query: found[1] ?? '' } : null;
}

function trim(parts: BodyPartInput[]): BodyPartInput[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.type === 'text') first.text = first.text.trimStart();
  if (last?.type === 'text') last.text = last.text.trimEnd();
  return parts.filter((part) => part.type === 'mention' || part.text !== '');
}
