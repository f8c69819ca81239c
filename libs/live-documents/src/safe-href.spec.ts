import { describe, expect, it } from '@jest/globals';
import { safeHref, toHref } from './safe-href.ts';

describe('addresses', () => {
  it.each(['https://gemeente.nl/plan?x=1#y', 'mailto:jan@gemeente.nl', '/cases/1', '#vraag'])(
    'allows %s',
    (href) => {
      expect(safeHref(href)).toBe(href);
    },
  );

  it.each([
    'http://gemeente.nl',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://',
    'https://user:secret@gemeente.nl',
    'mailto:',
    'page.html',
    '',
    `https://a.nl/${'x'.repeat(3_000)}`,
    undefined,
    {},
  ])('refuses %p', (href) => {
    expect(safeHref(href)).toBeNull();
  });

  it.each([
    ['www.gemeente.nl', 'https://www.gemeente.nl'],
    [' gemeente.nl/plan ', 'https://gemeente.nl/plan'],
    ['http://gemeente.nl', 'https://gemeente.nl'],
    ['jan@gemeente.nl', 'mailto:jan@gemeente.nl'],
    ['https://gemeente.nl', 'https://gemeente.nl'],
    ['/cases/1', '/cases/1'],
  ])('understands %p as %s', (input, href) => {
    expect(toHref(input)).toBe(href);
  });

  it.each(['javascript:alert(1)', 'zomaar tekst', 'http:javascript:x', 'x'])(
    'does not make an address of %p',
    (input) => {
      expect(toHref(input)).toBeNull();
    },
  );
});
