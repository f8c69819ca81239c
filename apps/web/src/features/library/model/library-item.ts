import type { AttachmentMediaType, Language } from '@kring/contracts';

const office = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';

/** What people call a kind of file. */
export const fileKinds = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'application/pdf': 'pdf',
  [`${office}wordprocessingml.document`]: 'word',
  [`${office}spreadsheetml.sheet`]: 'excel',
  [`${office}presentationml.presentation`]: 'powerpoint',
  [`${openDocument}text`]: 'openText',
  [`${openDocument}spreadsheet`]: 'openSheet',
  [`${openDocument}presentation`]: 'openSlides',
  'text/plain': 'text',
} as const satisfies Record<AttachmentMediaType, string>;

/** "840 kB", "1,2 MB": never "0 kB". */
export function sizeText(bytes: number, language: Language): string {
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 1 });
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${format.format(bytes / 1_000_000)} MB`;
}

/** The host of an address, without what every host has. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** A file name as one would say it. */
export const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 160);
