import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';
import { writableNote } from './support/writable-note.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no page was loaded for the first time.');
const stories = found === null ? describe.skip : describe;

stories('a note in a browser that keeps nothing yet', () => {
  let product: Product;
  let browser: Browser;
  let known: Person;

  beforeAll(async () => {
    if (found === null) return;
    product = await startProduct();
    browser = await launch(found);
    known = await newPerson(browser, product, { language: 'nl' });
    await known.signIn(product.signInLinks()[1] ?? '', 'nl');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('asks for what it shows while its code is still coming, each once, and connects once', async () => {
    const { path, caseId, noteId } = await writableNote(known);
    const about = ['/api/state', `/api/cases/${caseId}`, `/api/notes/${noteId}`];
    const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
    await person.context.addCookies(await known.context.cookies());
    const asked: string[] = [];
    let connections = 0;
    person.page.on('websocket', () => (connections += 1));
    person.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const early = Promise.all(
      about.map((pathname) =>
        person.page.waitForRequest((request) => new URL(request.url()).pathname === pathname),
      ),
    );
    // The code of the editor waits for the questions: asked for one after the other, neither would ever come.
    await person.page.route('**/assets/editor-*.js', async (route) => {
      await early;
      await route.continue();
    });
    await person.page.goto(`${product.url}${path}`);
    await person.editor.waitFor();
    await person.untilSays(person.words.saved);
    expect(about.map((pathname) => asked.filter((one) => one === pathname))).toEqual(
      about.map((pathname) => [pathname]),
    );
    expect(connections).toBe(1);
    expect(person.troubles).toEqual([]);
    await person.context.close();
  });

  it.each(['another case', 'nobody signed in'])(
    'never connects to a text that is not for one: %s',
    async (who) => {
      const { path, noteId } = await writableNote(known);
      const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
      let connections = 0;
      person.page.on('websocket', () => (connections += 1));
      if (who === 'another case') await person.context.addCookies(await known.context.cookies());
      const address = who === 'another case' ? `/cases/${randomUUID()}/notes/${noteId}` : path;
      await person.page.goto(`${product.url}${address}`);
      const told =
        who === 'another case'
          ? person.page.getByText('Deze notitie hoort bij een andere casus')
          : person.page.getByRole('button', { name: 'Stuur me een link' });
      await told.waitFor();
      expect(connections).toBe(0);
      expect(person.troubles).toEqual([]);
      await person.context.close();
    },
  );
});
