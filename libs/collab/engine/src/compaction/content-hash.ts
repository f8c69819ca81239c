import * as Y from 'yjs';

type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

/**
 * The content of a document as one text: the same for all copies that show the same, however they got there. State
 * vectors cannot tell that. Marks that change nothing leave no trace.
 */
export function contentOf(doc: Y.Doc): string {
  const parts: string[] = [];
  for (const name of [...doc.share.keys()].sort()) {
    const type = doc.share.get(name) as AnyType | undefined;
    if (!type || (type._start === null && type._map.size === 0)) continue;
    parts.push(JSON.stringify(name));
    writeType(type, parts);
  }
  return parts.join('');
}

function writeType(type: AnyType, parts: string[]): void {
  parts.push('{');
  const marks = new Map<string, unknown>();
  let written = '';
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) marks.delete(content.key);
      else marks.set(content.key, content.value);
      continue;
    }
    const now = marks.size === 0 ? '' : JSON.stringify([...marks].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (now !== written) parts.push('<', now, '>');
    written = now;
    writeContent(content, parts);
  }
  for (const key of [...type._map.keys()].sort()) {
    const item = type._map.get(key);
    if (!item || item.deleted) continue;
    parts.push('@', JSON.stringify(key), '=');
    writeContent(item.content, parts);
  }
  parts.push('}');
}

function writeContent(content: Y.Item['content'], parts: string[]): void {
  if (content instanceof Y.ContentString) parts.push(JSON.stringify(content.str).slice(1, -1));
  else if (content instanceof Y.ContentType) {
    const nodeName = content.type instanceof Y.XmlElement ? content.type.nodeName : '';
    parts.push('(', content.type.constructor.name.replace(/^_/, ''), ' ', nodeName);
    writeType(content.type as AnyType, parts);
    parts.push(')');
  } else if (content instanceof Y.ContentAny)
    for (const value of content.arr) parts.push('[', JSON.stringify(value) ?? 'undefined', ']');
  else if (content instanceof Y.ContentEmbed) parts.push('[embed ', JSON.stringify(content.embed), ']');
  else if (content instanceof Y.ContentBinary) parts.push('[bytes ', content.content.join(), ']');
  else parts.push('[', content.constructor.name, ']');
}
