import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  type Case,
  type CaseSummary,
  type CopSummary,
  endpoints,
  type Note,
  type PageOf,
} from '@kring/contracts';
import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import * as clipboards from './support/clipboards.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

/** From their words in Dutch, which a note loads by itself, and without which one can write. */
const ofConversations = 'Waar ik in meepraat';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nothing was typed or pasted.');
const stories = found === null ? describe.skip : describe;

/** What stands in the text, as tags and words. Runs in the page, by itself. */
function outline(root: Element): string {
  const marks = new Set(['STRONG', 'EM', 'U', 'S', 'CODE', 'MARK', 'SUP', 'SUB', 'A', 'TIME']);
  const blocks = 'p, h2, h3, h4, ul, ol, li, table, tr, td, th, blockquote, footer, pre, hr';
  const skipped =
    '.ProseMirror-widget, .ProseMirror-separator, .ProseMirror-trailingBreak, label, .note-callout-head, button';
  const parts = [...root.childNodes].map((node): string => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    if (node.matches(skipped)) return '';
    if (node.matches('.note-footnote')) return `[^${node.getAttribute('title') ?? ''}]`;
    const tag = node.tagName.toLowerCase();
    const kind = node.getAttribute('data-kind') ?? node.getAttribute('data-checked');
    const span = ['colspan', 'rowspan']
      .map((name) => Number(node.getAttribute(name) ?? 1))
      .filter((n) => n > 1);
    const name = [tag, ...(kind === null ? [] : [kind]), ...span].join(':');
    if (node.matches(blocks) || kind !== null) return `<${name}>${outline(node)}`;
    return marks.has(node.tagName) ? `{${tag} ${outline(node)}}` : outline(node);
  });
  return parts.join('');
}

async function pasteInto(person: Person, { html, text: plain }: clipboards.Clipboard): Promise<void> {
  await person.editor.evaluate(
    (root, given) => {
      const data = new DataTransfer();
      if (given.html !== '') data.setData('text/html', given.html);
      data.setData('text/plain', given.plain);
      root.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { html, plain },
  );
  await person.page.waitForFunction(
    (root) => (root?.textContent ?? '').trim() !== '',
    await person.editor.elementHandle(),
  );
}

stories('writing in a note', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  let caseId = '';

  beforeAll(async () => {
    product = await startProduct();
    browser = await launch(found as FoundBrowser);
    person = await newPerson(browser, product, { language: 'nl' });
    await person.signIn(product.signInLinks()[0] ?? '', 'nl');
    caseId = await writableCase(person);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  beforeEach(async () => {
    await person.open(await newNote());
    await person.editor.press('Control+End');
  });

  async function newNote(): Promise<string> {
    const path = endpoints.createNote.path.replace(':caseId', caseId);
    // By the page: a browser notices that the server has closed an idle connection, and takes another.
    const note = await person.page.evaluate(async (address) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body: '{"title":"Proef"}' });
      return (await answer.json()) as Note;
    }, `/api${path}`);
    return `/cases/${caseId}/notes/${note.id}`;
  }
  const text = () => person.editor.evaluate(outline);
  async function type(...steps: string[]): Promise<void> {
    for (const step of steps) {
      if (/^<.+>$/.test(step)) await person.page.keyboard.press(step.slice(1, -1));
      else await person.page.keyboard.type(step);
    }
  }
  const paste = (clipboard: clipboards.Clipboard) => pasteInto(person, clipboard);

  it.each([
    ['a tick', ['- [ ] a', '<Enter>', 'b'], '<ul><li:false><p>a<li:false><p>b'],
    ['a callout', [':::vraag', '<Enter>', 'x'], '<div:question><p>x'],
    [
      'a table',
      ['|--', 'kop'],
      '<table><tr><th><p>kop<th><p><th><p><tr><td><p><td><p><td><p><tr><td><p><td><p><td><p>',
    ],
    ['code', ['``` ', '"a"'], '<pre>{code "a"}'],
    ['a highlight', ['==op== '], '<p>{mark op} '],
    ['printed quotes', ['"\'s-Gravenhage"'], '<p>“’s-Gravenhage”'],
    ['the source of a quote', ['> q', '<Enter>', '-- Wie'], '<blockquote><p>q<footer>Wie'],
    ['a list that begins at five', ['5. vijf'], '<ol><li><p>vijf'],
    ['an address', ['www.gemeente.nl '], '<p>{a www.gemeente.nl} '],
  ])('makes %s of what is typed', async (_what, steps, expected) => {
    await type(...steps);
    expect(await text()).toBe(expected);
  });

  it('undoes only the rule with Backspace right after it', async () => {
    await type('::: ', '<Backspace>');
    expect(await text()).toBe('<p>::: ');
  });

  it('tells screen readers what a key made of the block', async () => {
    const heard = person.page.locator('[role="status"]');
    await type('x', '<Control+Alt+2>');
    await heard.filter({ hasText: 'Kop 2' }).waitFor({ state: 'attached' });
    await type('<Control+Shift+9>');
    await heard.filter({ hasText: 'Afvinklijst staat aan' }).waitFor({ state: 'attached' });
    await type('<Control+Enter>');
    await heard.filter({ hasText: 'Afgevinkt: x' }).waitFor({ state: 'attached' });
  });

  it.each([
    [
      'word',
      '<h2>Analyse van de casus<h3>Aanleiding<p>De gemeente wil {strong bouwen} en {em groen} houden.[^Monitor brede welvaart (voorbeeld)]<p>Dit is toegevoegd.<ol><li><p>Eén<ol><li><p>Eén a<li><p>Eén b<li><p>Twee<p>Tussen de lijsten.<ul><li><p>Bolletje<ul><li><p>Dieper<ul><li><p>Diepst<li><p>Terug<table><tr><th:2><p>Gebied<th><p>2026<tr><td:2><p>Noord<td><p>Wijk A<td><p>1.250<tr><td><p>Wijk B<td><p>980<blockquote><p>Zo kan het ook<p>Lokaal bestand en een streek',
    ],
    [
      'googleDocs',
      '<h2>Verslag<p>Wij vonden {strong veel} en {em weinig}.{a bron}<ul><li><p>Boven<ul><li><p>Onder<li><p>Weer boven<ul><li:true><p>Gedaan<li:false><p>Te doen<table><tr><td:2><p>Samen<tr><td><p>A<td><p>B',
    ],
    [
      'libreOffice',
      '<h3>Methode<p>We hebben {strong tien} mensen {em gesproken}[^In het voorjaar (voorbeeld).].<ol><li><p>Lezen<li><p>Praten<ul><li><p>thuis<table><tr><th><p>Wie<th><p>Wat<tr><td><p>Burger<td><p>Zorg',
    ],
    ['excel', '<table><tr><td><p>Jaar<td><p>Aantal<tr><td><p>2025<td><p>1.234,50<tr><td><p>2026<td><p>12,5%'],
    ['calc', '<table><tr><td><p>Wijk<td><p>3,5<tr><td><p>Dorp<td><p>10'],
    [
      'webPage',
      '<h4>Brede welvaart<p>Tekst met {a een pad}, {strong nadruk} en {code code}.Nieuwe regel.<p>Losse {strong regel}<ul><li><p>een<ul><li><p>twee<p>Onderschrift<blockquote><p>Citaat<pre>{code regel 1\n  regel 2}',
    ],
    [
      'markdown',
      '<h2>Kop<p>Tekst met {strong vet} en {a een link}.<ul><li><p>een<ul><li><p>twee<li><p>drie<table><tr><th><p>a<th><p>b<tr><td><p>1<td><p>2',
    ],
  ] as const)('takes a paste of %s in clean', async (name, expected) => {
    // A picture among them is still on its way: the story of attachments tells what becomes of it.
    const letGo = await person.hold('**/api/notes/*/attachments');
    await paste(clipboards[name]);
    expect(await text()).toBe(expected);
    const strange = person.editor.locator('[style]:not(label *), img[src], font, [class^="Mso"], script');
    expect(await strange.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
    letGo();
    await person.untilSays(person.words.saved);
    expect(person.troubles).toEqual([]);
  });

  it('pastes as plain text with Mod+Shift+V, and as it was with Mod+V', async () => {
    await person.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.url });
    await person.page.evaluate(async () => {
      const blob = (type: string, words: string) => ({ [type]: new Blob([words], { type }) });
      const both = {
        ...blob('text/html', '<h1>Kop</h1><p>en <b>vet</b></p>'),
        ...blob('text/plain', 'Kop en vet'),
      };
      await navigator.clipboard.write([new ClipboardItem(both)]);
    });
    await type('<ControlOrMeta+Shift+V>');
    await person.untilReads('Kop en vet');
    expect(await text()).toBe('<p>Kop en vet');
    await type('<Enter>', '<ControlOrMeta+V>');
    await person.editor.getByRole('heading', { name: 'Kop' }).waitFor();
    expect(await text()).toBe('<p>Kop en vet<h2>Kop<p>en {strong vet}');
  });

  it('offers a paste with formatting without it, until one goes on writing', async () => {
    // The offer comes with the tools around the text.
    await person.page.locator('[data-note-toolbar]').waitFor();
    const offer = person.page.getByRole('button', { name: 'Liever zonder' });
    const formatted = { html: '<h1>Kop</h1><p>en <b>vet</b></p>', text: 'Kop\nen vet' };
    await type('Vooraf ');
    await paste(formatted);
    await person.editor.locator('strong').waitFor();
    await offer.press('Enter');
    await person.editor.locator('strong').waitFor({ state: 'detached' });
    expect(await text()).toBe('<p>Vooraf Kop<p>en vet');
    await type(' en verder', '<Enter>');
    await paste(formatted);
    await offer.waitFor();
    await type(' klaar');
    await offer.waitFor({ state: 'detached' });
    expect(await text()).toBe('<p>Vooraf Kop<p>en vet en verder<h2>Kop<p>en {strong vet klaar}');
  });

  it('keeps that offer while words of what is around the text still come', async () => {
    const early = await newPerson(browser, product, { language: 'nl', hasShell: false });
    await early.context.addCookies(await person.context.cookies());
    let isOver: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    const late: string[] = [];
    await early.page.route('**/assets/nl-*.js', async (route) => {
      const response = await route.fetch();
      // Those of the text and its tools come at once, those of the conversations do not.
      if ((await response.text()).includes(ofConversations)) {
        late.push(route.request().url());
        await over;
      }
      await route.fulfill({ response });
    });
    await early.open(new URL(person.page.url()).pathname);
    await early.page.locator('[data-note-toolbar]').waitFor();
    await early.editor.click();
    await pasteInto(early, { html: '<h1>Kop</h1><p>en <b>vet</b></p>', text: 'Kop\nen vet' });
    const offer = early.page.getByRole('button', { name: 'Liever zonder' });
    await offer.waitFor();
    const come = late.map((url) => early.page.waitForResponse((response) => response.url() === url));
    expect(come).not.toEqual([]);
    isOver();
    await Promise.all(come);
    // Until they are said.
    await early.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await offer.press('Enter');
    await early.editor.locator('strong').waitFor({ state: 'detached' });
    await early.context.close();
  });

  it('offers a table of more than fifty rows as a file instead', async () => {
    await person.page.locator('[data-note-toolbar]').waitFor();
    const rows = Array.from({ length: 60 }, (_, at) => [`Kern ${at}`, `-${at},5`, at === 7 ? '=1+1' : '']);
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    // Joined cells leave the others empty: nothing moves below another head.
    const joined =
      '<tr><td rowspan="2">hoog</td><td colspan="2">breed</td></tr><tr><td>links</td><td>rechts</td></tr>';
    const sheet = {
      html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${rows.map(row).join('')}${joined}</table></body></html>`,
      text: rows.map((cells) => cells.join('\t')).join('\n'),
    };
    await type('Vooraf ');
    await paste(sheet);
    await person.editor.locator('tr').nth(59).waitFor();
    await person.page.getByText('Geplakt als tabel van 62 rijen').waitFor();
    await person.page.getByRole('button', { name: 'Liever als bestand' }).press('Enter');
    await person.editor.locator('table').waitFor({ state: 'detached' });
    await person.editor.getByText('tabel.csv').first().waitFor();
    expect(await person.editor.locator('p').first().textContent()).toContain('Vooraf');
    const address = await person.editor
      .locator('a[href*="/attachments/"]')
      .first()
      .evaluate((link: HTMLAnchorElement) => link.href);
    const body = await (await person.context.request.get(address)).text();
    expect(body.split('\r\n').slice(6, 9)).toEqual(['Kern 6;-6,5;', "Kern 7;-7,5;'=1+1", 'Kern 8;-8,5;']);
    expect(body.split('\r\n').slice(60, 62)).toEqual(['hoog;breed;', ';links;rechts']);
  });

  it('moves a block by its handle with the mouse, down and up again', async () => {
    const { page } = person;
    await type('een', '<Enter>', 'twee', '<Enter>', 'drie');
    async function drag(words: string, to: string, edge: 'above' | 'below'): Promise<void> {
      await person.editor.getByText(words, { exact: true }).hover();
      const grip = page.locator('[data-block-handle] [draggable="true"]');
      await grip.hover();
      await page.mouse.down();
      const box = await person.editor.getByText(to, { exact: true }).boundingBox();
      const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + (edge === 'below' ? (box?.height ?? 0) - 2 : 2)];
      await page.mouse.move(x, y - 10, { steps: 5 });
      await page.mouse.move(x, y, { steps: 5 });
      await page.mouse.up();
    }
    await drag('een', 'drie', 'below');
    expect(await text()).toBe('<p>twee<p>drie<p>een');
    await drag('een', 'twee', 'above');
    expect(await text()).toBe('<p>een<p>twee<p>drie');
    await type('<Control+Z>');
    expect(await text()).toBe('<p>twee<p>drie<p>een');
  });

  describe('of pictures in what is pasted', () => {
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const elsewhere = '<img src="https://example.org/kaart.png" alt="Kaart" onload="x()" style="float:left">';
    async function pastePicture(html: string, hasFile = false): Promise<void> {
      await person.editor.evaluate(
        (root, given) => {
          const data = new DataTransfer();
          data.setData('text/html', given.html);
          const bytes = Uint8Array.from(atob(given.dot), (sign) => sign.charCodeAt(0));
          if (given.hasFile) data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
          const paste = { clipboardData: data, bubbles: true, cancelable: true };
          root.dispatchEvent(new ClipboardEvent('paste', paste));
        },
        { html, dot, hasFile },
      );
    }
    const shown = () => person.editor.locator('figure img[src^="/api/attachments/"]');
    const toast = (words: string) => person.page.getByText(words).first();
    beforeEach(async () => {
      person.troubles.length = 0;
      // The tools that bring files in come after one can type.
      await person.page.locator('[data-note-toolbar]').waitFor();
    });
    afterEach(() => expect(person.troubles).toEqual([]));

    it('says that those of a web page stay behind, and asks no other place for them', async () => {
      await pastePicture(
        `<p>Zie de kaart</p>${elsewhere}${elsewhere}<img src="https://example.org/x" width="1">`,
      );
      await person.untilReads('Zie de kaart');
      await toast('2 afbeeldingen kwamen niet mee').waitFor();
      expect(await text()).toBe('<p>Zie de kaart');
    });

    it('says so as well when there is nothing else', async () => {
      await pastePicture(elsewhere);
      await toast('1 afbeelding kwam niet mee').waitFor();
      expect(await text()).toBe('<p>');
    });

    it.each([
      ['that was copied by itself', elsewhere, true],
      ['that came along in the text', `<p>Tekst</p><img src="data:image/png;base64,${dot}">`, false],
    ])('brings in one %s', async (_what, html, hasFile) => {
      await pastePicture(html, hasFile);
      await shown().waitFor();
      expect(await person.page.getByText('niet mee').count()).toBe(0);
    });
  });

  it('does not freeze over a report of ten pages', async () => {
    await person.page.evaluate(() => {
      const long: number[] = [];
      Object.assign(window, { long });
      new PerformanceObserver((list) =>
        long.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        entryTypes: ['longtask'],
      });
    });
    await paste(clipboards.wordReport);
    await person.untilSays(person.words.saved);
    const long = await person.page.evaluate<number[]>('window.long');
    console.log(`Ten pages from Word: tasks of ${long.map((task) => Math.round(task)).join(', ')} ms`);
    expect(Math.max(0, ...long)).toBeLessThan(2_000);
    expect(await person.editor.getByRole('heading', { name: 'Hoofdstuk 10' }).count()).toBe(1);
  });

  it('is clean for everybody, and leaves as a Markdown file', async () => {
    await paste(clipboards.word);
    await type('<Control+End>', '<Enter>', ':::letop', '<Enter>', 'pas op');
    await person.untilSays(person.words.saved);
    expect(await seriousFindings(person.page)).toEqual([]);
    await person.page.getByRole('button', { name: 'Meer', exact: true }).click();
    const [file] = await Promise.all([
      person.page.waitForEvent('download'),
      person.page.getByRole('menuitem', { name: 'Download als Markdown' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('proef.md');
    const markdown = await readFile(await file.path(), 'utf8');
    expect(markdown).toContain('# Proef\n\n## Analyse van de casus\n\n### Aanleiding');
    expect(markdown).toContain('> [!warning] Let op\n> pas op');
    expect(markdown).toContain('[^1]: Monitor brede welvaart (voorbeeld) <https://example.org/monitor>');
  });
});

/** A case of the demo programme in which this person may write. */
async function writableCase(person: Person): Promise<string> {
  for (const cop of await person.ask<CopSummary[]>(endpoints.listCops.path)) {
    if (cop.myRole !== 'facilitator' && cop.myRole !== 'participant') continue;
    const { items } = await person.ask<PageOf<CaseSummary>>(
      endpoints.listCases.path.replace(':copId', cop.id),
    );
    for (const { id } of items) {
      const { abilities } = await person.ask<Case>(endpoints.getCase.path.replace(':caseId', id));
      if (abilities.includes('note.create')) return id;
    }
  }
  throw new Error('The demo programme has no case to write in.');
}
