import { describe, expect, it } from '@jest/globals';
import { mailHtml } from './mail-html.ts';

const logo = { name: 'Samenhuis "Zuid"', cid: 'logo@kring.example.nl', language: 'nl' } as const;

describe('a mail as HTML', () => {
  it('shows the logo from the mail itself, with the name of the platform for who does not see it', () => {
    const images = mailHtml('Dag Fatima,\n', logo).match(/<img[^>]*>/g);
    expect(images).toHaveLength(1);
    expect(images?.[0]).toContain('src="cid:logo@kring.example.nl" alt="Samenhuis &quot;Zuid&quot;"');
  });

  it('says in which language it is, so that it is read aloud rightly', () => {
    expect(mailHtml('Dag,\n', logo)).toContain('<html lang="nl">');
    expect(mailHtml('Dag,\n', { ...logo, language: null })).toContain('<html>');
  });

  it('keeps paragraphs and lines, and makes of each address a link that shows where it leads', () => {
    const html = mailHtml('Dag,\n\nKijk hier:\nhttps://kring.example.nl/cops/a?b=1&c=2#d\n', logo);
    expect(html).toContain('<p style="margin:0 0 16px">Dag,</p>');
    const address = 'https://kring.example.nl/cops/a?b=1&amp;c=2#d';
    expect(html).toContain(`Kijk hier:<br><a href="${address}">${address}</a></p>`);
  });

  it('lets nothing that people wrote become HTML', () => {
    const html = mailHtml(
      '<img src=x onerror=alert(1)>\n\nhttps://kring.example.nl/"onclick="alert(1)',
      logo,
    );
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).not.toMatch(/<a[^>]*onclick/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
