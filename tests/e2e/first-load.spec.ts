import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Note } from '@kring/contracts';
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
    const sent: string[] = [];
    person.page.on('websocket', (socket) => {
      connections += 1;
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
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
    // What the last story looks for.
    expect(sent.filter((frame) => frame.includes(noteId))).toHaveLength(1);
    expect(person.troubles).toEqual([]);
    await person.context.close();
  });

  it('fetches the code of a note beside that which knows which page is asked for', async () => {
    const { path } = await writableNote(known);
    const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
    await person.context.addCookies(await known.context.cookies());
    const early = Promise.all([
      person.page.waitForRequest('**/assets/editor-*.js'),
      person.page.waitForRequest('**/assets/note-*.css'),
    ]);
    early.catch(() => undefined);
    const files: string[] = [];
    person.page.on('requestfinished', (request) => files.push(new URL(request.url()).pathname));
    // What every page needs waits for it: asked for one after the other, neither would ever come.
    await person.page.route(/\/assets\/start-[\w-]{8}\.js$/, async (route) => {
      await early;
      await route.continue();
    });
    await person.page.goto(`${product.url}${path}`);
    await person.editor.waitFor();
    const fetched = files.filter((file) => file.startsWith('/assets/'));
    expect(fetched).toEqual([...new Set(fetched)]);
    expect(person.troubles).toEqual([]);
    const elsewhere = await newPerson(browser, product, { language: 'nl', hasShell: false });
    const asked: string[] = [];
    elsewhere.page.on('request', (request) => asked.push(request.url()));
    await elsewhere.open('/sign-in');
    expect(asked.filter((url) => url.includes('/assets/editor-'))).toEqual([]);
    await Promise.all([person.context.close(), elsewhere.context.close()]);
  });

  it('fetches what is for later once the text is here', async () => {
    const { path, noteId } = await writableNote(known);
    const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
    await person.context.addCookies(await known.context.cookies());
    const order: string[] = [];
    person.page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (payload.includes(noteId)) order.push('asked for the text');
      });
      socket.on('framereceived', () => {
        if (order.includes('asked for the text')) order.push('text');
      });
    });
    const later = /\/assets\/(menu-popover|dialog-window|palette-window)-/;
    person.page.on('request', (request) => {
      if (later.test(request.url())) order.push('for later');
    });
    const fetched = person.page.waitForRequest(later);
    // The page has nothing to do meanwhile, which is when such code is fetched.
    await person.page.route(`**/api/notes/${noteId}`, async (route) => {
      await person.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      await route.continue();
    });
    await person.page.goto(`${product.url}${path}`);
    await person.editor.waitFor();
    await fetched;
    expect(order).toContain('text');
    expect(order.indexOf('for later')).toBeGreaterThan(order.indexOf('text'));
    expect(person.troubles).toEqual([]);
    await person.context.close();
  });

  it('never asks for a text that belongs to another case', async () => {
    const { path, caseId, noteId } = await writableNote(known);
    const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
    await person.context.addCookies(await known.context.cookies());
    const sent: string[] = [];
    person.page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => sent.push(payload.toString())),
    );
    await person.page.goto(`${product.url}/cases/${randomUUID()}/notes/${noteId}`);
    await person.page.getByText('Deze notitie hoort bij een andere casus').waitFor();
    const made = await person.context.request.post(
      `${product.url}/api${endpoints.createNote.path.replace(':caseId', caseId)}`,
      { data: { title: 'Een andere notitie' }, headers: { origin: product.url } },
    );
    const other = (await made.json()) as Note;
    // On the same page, so that what was asked for before has been sent before.
    await person.page.evaluate(
      (address) => {
        history.pushState({}, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      path.replace(noteId, other.id),
    );
    await person.untilSays(person.words.saved);
    expect(sent.filter((frame) => frame.includes(other.id))).toHaveLength(1);
    expect(sent.filter((frame) => frame.includes(noteId))).toEqual([]);
    expect(person.troubles).toEqual([]);
    await person.context.close();
  });

  it('never connects while nobody is signed in', async () => {
    const { path } = await writableNote(known);
    const person = await newPerson(browser, product, { language: 'nl', hasShell: false });
    let connections = 0;
    person.page.on('websocket', () => (connections += 1));
    await person.page.goto(`${product.url}${path}`);
    await person.page.getByRole('button', { name: 'Stuur me een link' }).waitFor();
    expect(connections).toBe(0);
    expect(person.troubles).toEqual([]);
    await person.context.close();
  });
});
