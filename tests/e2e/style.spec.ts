import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { seriousElements, seriousFindings } from './support/accessibility.ts';
import { findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no building block was looked at.');
const story = found === null ? describe.skip : describe;

// Others draw these.
const inner = ['aria-locale', 'dialog-window', 'menu-popover'];
const folder = path.join(import.meta.dirname, '../../apps/web/src/components');
const components = readdirSync(folder)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => name.replace('.tsx', ''))
  .filter((name) => !inner.includes(name));

story('every building block', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  /** What is wrong with each component; under an empty name what is wrong with the page around them. */
  const findings = new Map<string, string[]>();
  beforeAll(async () => {
    if (found === null) return;
    product = await startProduct();
    browser = await launch(found);
    person = await newPerson(browser, product, { language: 'nl' });
    await person.open('/stijl');
    for (const { text, target } of await seriousElements(person.page)) {
      const closest = (element: Element) =>
        element.closest('[data-component]')?.getAttribute('data-component');
      const name = (await person.page.locator(target).first().evaluate(closest)) ?? '';
      findings.set(name, [...(findings.get(name) ?? []), text]);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.each(components)('%s: axe finds nothing serious in any state, in both themes', async (name) => {
    expect(await person.page.locator(`[data-component="${name}"]`).count()).toBe(1);
    expect(findings.get(name) ?? []).toEqual([]);
  });

  it('axe finds nothing serious in the tokens and around the building blocks', () => {
    expect(findings.get('') ?? []).toEqual([]);
  });

  it('shows what a pointer and a keyboard would show, and each theme in its own colours', async () => {
    const look = (state: string, scheme: string) =>
      person.page
        .locator(`[data-component="button"] [data-scheme="${scheme}"] [data-shown="${state}"] button`)
        .first()
        .evaluate((element) => {
          const { backgroundColor, outlineStyle } = getComputedStyle(element);
          return { backgroundColor, outlineStyle };
        });
    const plain = await look('default', 'light');
    expect((await look('hover', 'light')).backgroundColor).not.toBe(plain.backgroundColor);
    expect((await look('default', 'dark')).backgroundColor).not.toBe(plain.backgroundColor);
    expect(plain.outlineStyle).toBe('none');
    expect((await look('focus', 'light')).outlineStyle).toBe('solid');
  });

  it('shows one theme alone', async () => {
    await person.page.getByRole('button', { name: 'Licht', exact: true }).click();
    await person.page.locator('[data-scheme="dark"]').first().waitFor({ state: 'detached' });
    expect(await person.page.locator('[data-scheme="light"]').count()).toBeGreaterThan(10);
  });

  it.each([
    ['dialog', 'Open een venster', 'dialog'],
    ['dialog', 'Open een blad van onderen', 'dialog'],
    ['confirm-dialog', 'Stel een vraag', 'alertdialog'],
    ['menu', 'Open een menu', 'menu'],
  ] as const)('%s: axe finds nothing serious after “%s”', async (name, button, role) => {
    await person.page
      .locator(`[data-component="${name}"]`)
      .getByRole('button', { name: button, exact: true })
      .click();
    const opened = person.page.getByRole(role);
    await opened.waitFor();
    expect(await seriousFindings(person.page)).toEqual([]);
    await person.page.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
  });

  it('toast and side-panel: axe finds nothing serious once they are there', async () => {
    for (const name of ['Meld dat iets lukte', 'Meld dat iets misging', 'Meld met een knop'])
      await person.page.getByRole('button', { name }).click();
    await person.page.getByText('Niet bewaard.').waitFor();
    await person.page.getByRole('button', { name: /^Opmerkingen/ }).click();
    await person.page.locator('[data-side-panel]').waitFor();
    expect(await seriousFindings(person.page)).toEqual([]);
    expect(person.troubles).toEqual([]);
  });
});
