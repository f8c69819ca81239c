import { attachmentMediaTypes, type AttachmentMediaType } from '@kring/contracts';

const begins = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  signature.length + at <= bytes.length &&
  [...signature].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Names of files inside a zip that say what kind of document it is. */
const documentsInZip: readonly (readonly [string, AttachmentMediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const openDocument = 'application/vnd.oasis.opendocument.';

/**
 * What a file is by its own bytes, whatever its name says; null for what Kring does not take. Office documents with
 * macros are not taken.
 */
export function attachmentType(bytes: Uint8Array): AttachmentMediaType | null {
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'image/webp';
  if (begins(bytes, '%PDF-')) return 'application/pdf';
  if (begins(bytes, 'PK\x03\x04')) return zipType(bytes);
  return isText(bytes) ? 'text/plain' : null;
}

function zipType(bytes: Uint8Array): AttachmentMediaType | null {
  // Names in a zip stand there as they are, whatever is compressed.
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes('vbaProject.bin')) return null;
  if (begins(bytes, `mimetype${openDocument}`, 30)) {
    const found = attachmentMediaTypes.filter((type) => type.startsWith(openDocument));
    return found.find((type) => begins(bytes, `mimetype${type}`, 30)) ?? null;
  }
  return documentsInZip.find(([name]) => names.includes(name))?.[1] ?? null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /^[\P{Cc}\t\n\r]*$/u.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
