import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Organisation, PageOf } from '@kring/contracts';
import type { Browser, Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';
import { square } from './support/square.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody looked after Kring.');
const stories = found === null ? describe.skip : describe;

const from = 'Ministerie van Klimaat en Groene Groei';
const into = 'Ministerie van Economische Zaken';

/** Goes there without a mouse. */
async function press(person: Person, target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await person.page.keyboard.press(key);
}

stories('an administrator', () => {
  let product: Product;
  let person: Person;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    product = await startProduct();
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    person = await newPerson(browser, product, { language: 'nl' });
    await person.signIn(product.signInLinks().at(-1) ?? '', 'nl');
  });
  afterAll(async () => {
    await close();
    await product?.stop();
  });

  it('lets an organisation go up in another one by keyboard, and sees first what moves', async () => {
    const { page } = person;
    await person.open('/admin/organisations');
    await press(person, page.getByRole('button', { name: `Acties voor ${from}` }));
    await page.getByRole('menuitem', { name: 'Laat opgaan in een andere' }).waitFor();
    await press(person, page.getByRole('menuitem', { name: 'Laat opgaan in een andere' }));
    const plan = page.getByRole('dialog', { name: `${from} laten opgaan` });
    await plan.getByLabel('Ging op in').selectOption({ label: into });
    await press(person, plan.getByRole('button', { name: 'Bekijk wat verhuist' }));
    const question = page.getByRole('alertdialog');
    await question.getByText('Je kunt dit niet terugdraaien.').waitFor();
    await question
      .getByRole('listitem')
      .filter({ hasText: /mensen|persoon/ })
      .waitFor();
    // Enter on what has the focus at first changes nothing.
    expect(
      await question
        .getByRole('button', { name: 'Annuleer' })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await press(person, question.getByRole('button', { name: 'Laat opgaan' }));
    await page.getByText(`Ging op in ${into}`).waitFor();
    const list = await person.ask<PageOf<Organisation>>('/organisations');
    const merged = list.items.find(({ name }) => name === from);
    await person.open(`/organisations/${merged?.id ?? ''}`);
    await page.getByRole('link', { name: into }).click();
    await page.getByRole('heading', { level: 1, name: into }).waitFor();
    await page.getByRole('link', { name: from }).waitFor();
  });

  it('calls the platform otherwise, and everybody sees it at once', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    await page.getByText('Alleen deze computer kan Kring openen').waitFor();
    await page.getByLabel('Naam van het platform').fill('Samenhuis');
    await press(person, page.getByRole('button', { name: 'Bewaar', exact: true }));
    await page.getByText('De instellingen zijn bewaard').waitFor();
    await page.waitForFunction(() => document.title === 'Instellingen · Samenhuis');
    await page.reload();
    await page.getByRole('link', { name: 'Samenhuis' }).first().waitFor();
  });

  it('changes settings in two windows, and neither takes back what the other saved', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    const other = await person.context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Naam van het netwerk').fill('Netwerk Samen');
    await other.getByRole('button', { name: 'Bewaar', exact: true }).press('Enter');
    await other.getByText('De instellingen zijn bewaard').waitFor();
    await other.close();
    await page.getByLabel('Adres voor vragen').fill('hulp@voorbeeld.nl');
    await press(person, page.getByRole('button', { name: 'Bewaar', exact: true }));
    await page.getByText('Iemand anders heeft dit net gewijzigd').waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Netwerk Samen'),
    );
    expect(await page.getByLabel('Adres voor vragen').inputValue()).toBe('hulp@voorbeeld.nl');
    await press(person, page.getByRole('button', { name: 'Bewaar', exact: true }));
    await page.getByText('De instellingen zijn bewaard').waitFor();
    expect(await person.ask('/settings')).toMatchObject({
      networkName: 'Netwerk Samen',
      contactEmail: 'hulp@voorbeeld.nl',
    });
    await page.getByLabel('Adres voor vragen').fill('nee@voorbeeld.nl');
    await press(person, page.getByRole('button', { name: 'Annuleer' }));
    expect(await page.getByLabel('Adres voor vragen').inputValue()).toBe('hulp@voorbeeld.nl');
  });

  it('says who runs the platform and where its statements are, also to people who have not signed in', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    await page.getByLabel('Van wie dit platform is').fill('Hogeschool Zeeland');
    const privacy = page.getByLabel('Adres van de privacyverklaring');
    await privacy.fill('javascript:alert(1)');
    await privacy.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await privacy.fill('https://www.voorbeeld.nl/privacy');
    await privacy.press('Enter');
    await page.getByText('De instellingen zijn bewaard').waitFor();
    const visitor = await newPerson(person.context.browser() as Browser, product, {
      language: 'nl',
      width: 390,
    });
    for (const path of ['/', '/sign-in']) {
      await visitor.open(path);
      const foot = visitor.page.getByRole('contentinfo');
      await foot.getByText('Dit platform is van Hogeschool Zeeland.').waitFor();
      const link = foot.getByRole('link', { name: 'Privacyverklaring' });
      expect(await link.getAttribute('href')).toBe('https://www.voorbeeld.nl/privacy');
      expect(await foot.getByRole('link', { name: 'Toegankelijkheidsverklaring' }).count()).toBe(0);
      expect(await seriousFindings(visitor.page)).toEqual([]);
    }
    await visitor.context.close();
    await person.open('/me');
    await page.getByRole('link', { name: 'Privacyverklaring' }).waitFor();
  });

  it('puts a logo in the head of every page, and hears why a file cannot be one', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    const file = page.getByLabel('Kies een logo').and(page.locator('input'));
    const text = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('geen plaatje') };
    await file.setInputFiles(text);
    await page.getByText('Dit is geen PNG, JPEG of WebP').waitFor();
    await file.setInputFiles({ ...text, buffer: Buffer.alloc(2 * 1024 * 1024 + 1, 1) });
    await page.getByText('Dit bestand is groter dan 2 MB').waitFor();
    await file.setInputFiles({ ...text, buffer: square });
    await page.getByText('Het logo is veranderd').waitFor();
    const logo = page.getByRole('navigation').getByRole('img', { name: 'Samenhuis' });
    await logo.waitFor();
    expect(
      await logo.evaluate((shown: HTMLImageElement) => shown.decode().then(() => shown.naturalWidth)),
    ).toBe(8);
    await press(person, page.getByRole('button', { name: 'Haal het logo weg' }));
    await page.getByText('Het logo is weg').waitFor();
    await logo.waitFor({ state: 'detached' });
  });

  it('hears why a colour is refused, takes the nearest that can be read, and sees it without a flash', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    await page.getByLabel('Kleur in het lichte thema').fill('#f0a0c8');
    await press(person, page.getByRole('button', { name: 'Gebruik deze kleuren' }));
    await page.getByText('Te licht om te lezen in het lichte thema').waitFor();
    await press(person, page.getByRole('button', { name: /^Gebruik #/ }));
    await press(person, page.getByRole('button', { name: 'Gebruik deze kleuren' }));
    await page.getByText('De instellingen zijn bewaard').waitFor();
    const chosen = await page.getByLabel('Kleur in het lichte thema').inputValue();
    const css = await (await person.context.request.get(`${product.url}/api/appearance.css`)).text();
    expect(css).toContain(`light-dark(${chosen}, `);
    const primary = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary'));
    await page.waitForFunction(
      (color) => getComputedStyle(document.documentElement).getPropertyValue('--primary').includes(color),
      chosen,
    );
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await primary()).toContain(chosen);
  });

  it('finds nothing in the way on these pages, in either theme, wide and narrow', async () => {
    const { page } = person;
    const findings: string[] = [];
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of ['/admin/organisations', '/admin/invites', '/admin/outbox', '/admin/settings']) {
        await person.open(path);
        findings.push(...(await seriousFindings(page)));
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (tooWide > 0) findings.push(`${path} is ${tooWide} px too wide at ${width}`);
      }
    }
    expect([...findings, ...person.troubles]).toEqual([]);
  });
});
