import type { Language } from '@kring/contracts';

/** What frames the text of a mail: the name of the platform, where its logo stands in the mail, and the language. */
export interface MailFrame {
  readonly name: string;
  readonly cid: string;
  /** Null where it is not known. */
  readonly language: Language | null;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const link = /https?:\/\/[^\s<>"]+/g;

/**
 * The text of a mail as HTML below a logo: its own paragraphs and lines, its links to click on. An address shows as it
 * is, so that nobody has to trust what is behind a word.
 */
export function mailHtml(text: string, { name, cid, language }: MailFrame): string {
  const paragraphs = text
    .trim()
    .split('\n\n')
    .map((paragraph) => `<p style="margin:0 0 16px">${withLinks(paragraph).replaceAll('\n', '<br>')}</p>`);
  return [
    '<!doctype html>',
    `<html${language ? ` lang="${language}"` : ''}><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 Verdana,Arial,sans-serif">',
    '<div style="max-width:640px;overflow-wrap:anywhere">',
    `<p style="margin:0 0 24px"><img src="cid:${escape(cid)}" alt="${escape(name)}" height="48" style="height:48px;width:auto;max-width:100%;padding:4px;background:#ffffff"></p>`,
    ...paragraphs,
    '</div></body></html>',
  ].join('\n');
}

function withLinks(paragraph: string): string {
  let html = '';
  let end = 0;
  for (const { 0: address, index } of paragraph.matchAll(link)) {
    html += escape(paragraph.slice(end, index));
    html += `<a href="${escape(address)}">${escape(address)}</a>`;
    end = index + address.length;
  }
  return html + escape(paragraph.slice(end));
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
