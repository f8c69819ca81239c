import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownToHtml } from './markdown-to-html.ts';

describe('Markdown that is pasted', () => {
  it.each([
    ['# Kop', '<h1>Kop</h1>'],
    ['Kop\n===\ntekst', '<h1>Kop</h1><p>tekst</p>'],
    ['een\ntwee\n\ndrie', '<p>een twee</p><p>drie</p>'],
    [
      '**vet** *schuin* ~~weg~~ ==op== `code`',
      '<p><strong>vet</strong> <em>schuin</em> <s>weg</s> <mark>op</mark> <code>code</code></p>',
    ],
    ['een_twee_drie en 3 * 4 * 5', '<p>een_twee_drie en 3 * 4 * 5</p>'],
    ['\\*geen\\* 1\\. \\<b>', '<p>*geen* 1. &lt;b&gt;</p>'],
    ['[plan](https://example.org "titel")', '<p><a href="https://example.org">plan</a></p>'],
    ['[streek](javascript:alert(1))', '<p>streek)</p>'],
    ['![kaart](https://example.org/x.png)', '<p>kaart</p>'],
    ['<https://example.org>', '<p><a href="https://example.org">https://example.org</a></p>'],
    [
      'H<sub>2</sub>O <script>alert(1)</script>',
      '<p>H<sub>2</sub>O &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    ],
    [
      '- een\n  - twee\n- drie',
      '<ul><li><p>een</p><ul><li><p>twee</p></li></ul></li><li><p>drie</p></li></ul>',
    ],
    ['3. drie\n4. vier', '<ol start="3"><li><p>drie</p></li><li><p>vier</p></li></ol>'],
    [
      '- [x] klaar\n- [ ] open',
      '<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p>klaar</p></li><li data-type="taskItem" data-checked="false"><p>open</p></li></ul>',
    ],
    ['> citaat\n>\n> — Wie', '<blockquote><p>citaat</p><footer>Wie</footer></blockquote>'],
    [
      '> [!question] Vraag\n> Wie betaalt?',
      '<div data-callout data-kind="question"><p>Wie betaalt?</p></div>',
    ],
    ['```js\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
    [
      '| a | b |\n|---|---|\n| 1 | x\\|y |',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>x|y</td></tr></table>',
    ],
    [
      'Feit[^1].\n\n[^1]: Bron <https://example.org>',
      '<p>Feit<span data-footnote data-text="Bron" data-href="https://example.org"></span>.</p>',
    ],
    ['---', '<hr>'],
  ])('reads %j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('never makes an element or address of its own, ends, and keeps within time', () => {
    const part = fc.constantFrom(
      '#',
      ' ',
      '\n',
      '-',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '|',
      '"',
      '!',
      '^',
      ':',
      '\\',
      '1.',
      'a',
      'javascript:',
      '<script>',
      'onload=',
      '    ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const html = markdownToHtml(parts.join(''));
        expect(html).not.toMatch(
          /<(?!\/?(?:p|h[1-6]|ul|ol|li|table|tr|th|td|blockquote|footer|div|pre|code|hr|br|a|span|strong|em|s|mark|u|sub|sup|b|i)[ >])/,
        );
        expect(html).not.toMatch(/href="(?!https:|mailto:|\/|#)/);
      }),
      { numRuns: 1_000 },
    );
    const started = performance.now();
    for (const hard of [
      '*'.repeat(20_000),
      '['.repeat(20_000),
      '> '.repeat(5_000),
      '- '.repeat(5_000),
      '`'.repeat(20_000),
      '**a '.repeat(5_000),
    ])
      markdownToHtml(hard);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
