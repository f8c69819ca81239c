import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cop, type LibraryItem, type PageOf, endpoints } from '@kring/contracts';
import type { Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no CoP came to life.');
const stories = found === null ? describe.skip : describe;

const cop = '/cops/gebiedsgericht-werken';
const wording = 'Hoe kunnen we een dorp laten meewegen, terwijl het plan al klaar is?';
const better = 'Hoe kunnen we een dorp vanaf het begin laten meewegen?';

stories('a CoP that lives', () => {
  let product: Product;
  let facilitator: Person;
  let reader: Person;
  let close: () => Promise<void> = () => Promise.resolve();
  let letter = '';
  beforeAll(async () => {
    product = await startProduct();
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    const links = product.signInLinks();
    facilitator = await newPerson(browser, product, { language: 'nl' });
    reader = await newPerson(browser, product, { language: 'nl', width: 390 });
    await facilitator.signIn(links[0] ?? '', 'nl');
    await reader.signIn(links[4] ?? '', 'nl');
  });
  afterAll(async () => {
    await close();
    await product?.stop();
  });

  const dialog = () => facilitator.page.getByRole('dialog');
  const card = () => facilitator.page.getByRole('article', { name: `Leervraag ${letter}`, exact: true });

  /** Opens the menu of the question and chooses something in it, by the keyboard alone. */
  async function choose(name: string): Promise<void> {
    await card()
      .getByRole('button', { name: `Acties voor leervraag ${letter}` })
      .press('Enter');
    await facilitator.page.getByRole('menuitem', { name }).press('Enter');
    await dialog().waitFor();
  }
  /** Nothing that shuts somebody out, in both themes, and nothing beside a narrow screen. */
  async function look(person: Person): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme });
      expect(await seriousFindings(person.page)).toEqual([]);
    }
    const overflow = await person.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  const left = async (item: Locator) => (await item.boundingBox())?.x ?? 0;

  it('puts a question on its agenda, words it anew, and shows the wordings side by side', async () => {
    const { page } = facilitator;
    await facilitator.open(`${cop}/agenda`);
    await page.getByRole('button', { name: 'Voeg een leervraag toe' }).press('Enter');
    await dialog().getByLabel('Leervraag', { exact: true }).fill(wording);
    await dialog().getByRole('button', { name: 'Voeg een leervraag toe' }).press('Enter');
    const told = await page.getByText(/^Leervraag [A-Z]+ is toegevoegd/).textContent();
    letter = /Leervraag ([A-Z]+)/.exec(told ?? '')?.[1] ?? '';
    await choose('Verwoord anders');
    await dialog().getByLabel('Leervraag', { exact: true }).fill(better);
    await dialog().getByLabel('Waarom verwoorden jullie hem anders?').fill('Meewegen begint eerder.');
    await dialog().getByRole('button', { name: 'Maak een nieuwe versie' }).press('Enter');
    await card().getByRole('heading', { name: better }).waitFor();
    const [first, second] = [1, 2].map((number) =>
      card()
        .getByRole('listitem')
        .filter({ hasText: `Versie ${number}` }),
    );
    if (!first || !second) throw new Error('There are no two wordings.');
    await second.waitFor();
    expect(await left(second)).toBeGreaterThan(await left(first));
    await look(facilitator);
  });

  it('links a question to a case, and leads from the one to the other and back', async () => {
    const { page } = facilitator;
    const title = 'Brede welvaart in Zeeuws-Vlaanderen';
    await choose('Verbind met casussen');
    await dialog().getByRole('checkbox', { name: title }).press('Space');
    await dialog().getByRole('button', { name: 'Bewaar' }).press('Enter');
    await card().getByRole('link', { name: title }).press('Enter');
    const section = page.getByRole('region', { name: 'Leervragen' });
    await section.getByRole('link', { name: better }).waitFor();
    await look(facilitator);
    await section.getByRole('link', { name: better }).press('Enter');
    await card().waitFor();
    await page.waitForFunction((id) => document.activeElement?.id === id, `leervraag-${letter}`);
  });

  it('shows the cases that fit, in an address that can be shared, with a way out when none does', async () => {
    const { page } = facilitator;
    await facilitator.open(`${cop}/cases`);
    await page.getByLabel('Status').selectOption('active');
    await page.getByText(/^\d+ van \d+ casussen$/).waitFor();
    expect(new URL(page.url()).search).toBe('?status=active');
    await look(facilitator);
    await reader.open(`${cop}/cases?status=concluded&theme=trade-and-aid&region=Nergens`);
    await reader.page.getByText('Geen casus past bij deze filters').waitFor();
    await look(reader);
    await reader.page.getByRole('button', { name: /^Toon (alle )?\d+ casus/ }).press('Enter');
    await reader.page.getByRole('link', { name: 'Brede welvaart in Zeeuws-Vlaanderen' }).waitFor();
    expect(new URL(reader.page.url()).search).toBe('');
  });

  it('keeps a link and a file in its library, which its members find', async () => {
    const { page } = facilitator;
    await facilitator.open(`${cop}/library`);
    await page.getByRole('button', { name: 'Voeg een link toe' }).press('Enter');
    await dialog().getByLabel('Adres').fill('javascript:alert(1)');
    await dialog().getByLabel('Titel').fill('Handreiking dorpsplannen');
    await dialog().getByRole('button', { name: 'Voeg toe' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await dialog().getByLabel('Adres').fill('voorbeeld.nl/dorpsplannen');
    await dialog().getByRole('button', { name: 'Voeg toe' }).press('Enter');
    await page.getByRole('link', { name: 'Handreiking dorpsplannen' }).waitFor();

    await page.getByRole('button', { name: 'Voeg een bestand toe' }).press('Enter');
    await dialog()
      .getByLabel('Bestand', { exact: true })
      .setInputFiles({
        name: 'inwoners_per_kern.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('kern;inwoners\nGriete;120\n'),
      });
    expect(await dialog().getByLabel('Titel').inputValue()).toBe('inwoners per kern');
    // Broken off while it goes: what was filled in stays, and nothing is kept.
    const letGo = await facilitator.hold('**/library/files?**');
    await dialog().getByRole('button', { name: 'Voeg toe' }).press('Enter');
    await dialog().getByRole('progressbar').waitFor();
    await dialog().getByRole('button', { name: 'Annuleer' }).press('Enter');
    await dialog().getByText('Gestopt. inwoners_per_kern.csv staat niet in de bibliotheek.').waitFor();
    expect(letGo()).toHaveLength(1);
    await page.unrouteAll();
    expect(await page.getByRole('link', { name: 'inwoners per kern' }).count()).toBe(0);
    expect(await dialog().getByLabel('Titel').inputValue()).toBe('inwoners per kern');
    await dialog().getByRole('button', { name: 'Voeg toe' }).press('Enter');
    const file = page.getByRole('link', { name: 'inwoners per kern' });
    await file.waitFor();
    const href = (await file.getAttribute('href')) ?? '';
    const answer = await facilitator.context.request.get(new URL(href, page.url()).href);
    expect(answer.headers()['content-disposition']).toBe(
      "attachment; filename*=UTF-8''inwoners_per_kern.csv",
    );
    await look(facilitator);
  });

  it('lets a reader find them on a phone, and take nothing away', async () => {
    const { page } = reader;
    await reader.open(`${cop}/library`);
    await page.getByLabel('Zoek in de bibliotheek').fill('dorpsplannen');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'inwoners per kern' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Handreiking dorpsplannen' }).waitFor();
    expect(await page.getByRole('button', { name: /Voeg een|Acties voor/ }).count()).toBe(0);
    await look(reader);
  });

  it('keeps what somebody typed when another changed the same thing meanwhile, and saves it the next time', async () => {
    const { page } = facilitator;
    const { id } = await facilitator.ask<Cop>(
      endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'),
    );
    const { items } = await facilitator.ask<PageOf<LibraryItem>>(`/cops/${id}/library`);
    const item = items.find(({ title }) => title === 'Handreiking dorpsplannen');
    await page.getByRole('button', { name: 'Acties voor Handreiking dorpsplannen' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Wijzig' }).press('Enter');
    await dialog().getByLabel('Titel').fill('Handreiking dorpsplannen 2026');
    const meanwhile = {
      version: item?.version,
      title: 'Van een ander',
      description: '',
      url: item?.link?.url,
    };
    const answer = await facilitator.context.request.patch(`${product.url}/api/library-items/${item?.id}`, {
      data: meanwhile,
      headers: { origin: product.url },
    });
    expect(answer.status()).toBe(200);
    await dialog().getByRole('button', { name: 'Bewaar' }).press('Enter');
    await dialog().getByRole('alert').filter({ hasText: 'Iemand anders' }).waitFor();
    expect(await dialog().getByLabel('Titel').inputValue()).toBe('Handreiking dorpsplannen 2026');
    await dialog().getByRole('button', { name: 'Bewaar' }).press('Enter');
    await page.getByRole('link', { name: 'Handreiking dorpsplannen 2026' }).waitFor();
    expect(await page.getByRole('link', { name: 'Van een ander' }).count()).toBe(0);
  });

  it('takes something out of the library and puts it back', async () => {
    const { page } = facilitator;
    await page.getByRole('button', { name: 'Acties voor Handreiking dorpsplannen 2026' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Verwijder' }).press('Enter');
    const link = page.getByRole('link', { name: 'Handreiking dorpsplannen' });
    await link.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Maak ongedaan' }).first().press('Enter');
    await link.waitFor();
  });

  it('puts a date on its timeline, changes it, and takes it away again', async () => {
    const { page } = facilitator;
    await facilitator.open(`${cop}/dates`);
    await page.getByRole('button', { name: 'Voeg een datum toe' }).press('Enter');
    await dialog().getByLabel('Wat is er?').fill('Kerstborrel in Hulst');
    await dialog().getByRole('button', { name: 'Voeg een datum toe' }).press('Enter');
    // Without a day it is no date: it says so at the field, and keeps the rest.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await dialog().getByLabel('Dag').fill('2099-12-17');
    await dialog().getByLabel(/^Link/).fill('javascript:alert(1)');
    await dialog().getByRole('button', { name: 'Voeg een datum toe' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await dialog().getByLabel(/^Link/).fill('');
    await dialog().getByRole('button', { name: 'Voeg een datum toe' }).press('Enter');
    const date = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Kerstborrel in Hulst' });
    await date.getByText('17 dec 2099').waitFor();
    await reader.open(`${cop}/dates`);
    await reader.page.getByText('Kerstborrel in Hulst').waitFor();
    expect(await reader.page.getByRole('button', { name: /^Acties voor/ }).count()).toBe(0);
    await date.getByRole('button', { name: 'Acties voor Kerstborrel in Hulst' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Wijzig' }).press('Enter');
    await dialog().getByLabel('Dag').fill('2099-12-18');
    await dialog()
      .getByLabel(/^Plaats/)
      .fill('Hulst');
    await dialog().getByRole('button', { name: 'Bewaar' }).press('Enter');
    await date.getByText('18 dec 2099').waitFor();
    await look(facilitator);
    await date.getByRole('button', { name: 'Acties voor Kerstborrel in Hulst' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Verwijder' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Verwijder' }).press('Enter');
    await date.waitFor({ state: 'detached' });
  });

  it('welcomes who is new, until they put the welcome away', async () => {
    const { page } = reader;
    const welcome = page.getByRole('region', { name: 'Welkom bij Gebiedsgericht werken' });
    await reader.open(cop);
    await welcome.waitFor();
    await look(reader);
    await welcome.getByRole('link', { name: 'Lees de huisregels' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Huisregels');
    expect(
      await page.getByRole('region', { name: 'Huisregels' }).evaluate((rules) => {
        const { top } = rules.getBoundingClientRect();
        return top >= 0 && top < window.innerHeight / 2;
      }),
    ).toBe(true);
    await welcome.getByRole('button', { name: 'Sluit het welkom' }).press('Enter');
    await welcome.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'tab');
    await reader.open(`${cop}/about`);
    await page.getByRole('heading', { name: 'Welkom', exact: true }).waitFor();
    expect(await welcome.count()).toBe(0);
    await look(reader);
  });

  it('tells its house rules to who asks to join', async () => {
    await reader.open('/cops/bewoners-in-beeld');
    await reader.page.getByRole('button', { name: 'Vraag om lid te worden' }).press('Enter');
    const rules = reader.page.getByRole('dialog').getByRole('region', { name: 'De huisregels van deze CoP' });
    await rules.waitFor();
    await look(reader);
    await reader.page.keyboard.press('Escape');
    for (const [tab, says] of [
      ['agenda', 'De leeragenda is voor leden'],
      ['dates', 'De tijdlijn is voor leden'],
      ['library', 'De bibliotheek is voor leden'],
    ] as const) {
      await reader.open(`/cops/bewoners-in-beeld/${tab}`);
      await reader.page.getByText(says).waitFor();
    }
  });

  it('knows who is who', async () => {
    const { page } = reader;
    await reader.open('/people');
    await page.getByLabel('Naam, functie of organisatie').fill('verschure');
    await page.keyboard.press('Enter');
    await page.getByText('1 persoon').waitFor();
    await look(reader);
    await page.getByRole('link', { name: /Joost Verschure/ }).press('Enter');
    await page.getByRole('heading', { name: 'Joost Verschure', level: 1 }).waitFor();
    await reader.open('/cops/gebiedsgericht-werken/members');
    await page.getByRole('link', { name: 'Joost Verschure' }).press('Enter');
    await page.getByRole('heading', { name: 'Joost Verschure', level: 1 }).waitFor();
    expect([...facilitator.troubles, ...reader.troubles]).toEqual([]);
  });
});
