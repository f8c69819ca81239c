import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endpoints, type Case, type CaseSummary, type Cop, type PageOf } from '@kring/contracts';
import { findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { startProduct } from './support/product.ts';

/** The pictures of the README, from the demo programme: `npm run readme-pictures`. */
const folder = path.join(import.meta.dirname, '../../docs/images');
const size = { width: 1280, height: 800, deviceScaleFactor: 1.5, mobile: false };
const most = 150_000;

/** As WebP, and fit for a page that loads over a phone: with less quality as long as it is too large. */
async function picture({ page }: Person, name: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setDeviceMetricsOverride', size);
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(folder, `${name}.webp`);
  for (let quality = 85; quality >= 45; quality -= 10) {
    const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality });
    writeFileSync(file, Buffer.from(data, 'base64'));
    if (statSync(file).size < most) break;
  }
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
  await browser.detach();
}

/** Shows these words in the upper part of the window. */
async function scrollTo({ page }: Person, words: string): Promise<void> {
  const at = (element: Element) => window.scrollBy(0, element.getBoundingClientRect().top - 150);
  await page.getByText(words).filter({ visible: true }).first().evaluate(at);
}

async function exampleOf(person: Person): Promise<{ cop: Cop; example: Case }> {
  const cop = await person.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
  const { items } = await person.ask<PageOf<CaseSummary>>(endpoints.listCases.path.replace(':copId', cop.id));
  const found = items.find(({ isExample }) => isExample);
  if (!found) throw new Error('The demo programme has no example in this CoP.');
  return { cop, example: await person.ask<Case>(endpoints.getCase.path.replace(':caseId', found.id)) };
}

const found = await findBrowser();
if (found === null) throw new Error('No browser was found.');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const product = await startProduct();
const browser = await launch(found);
try {
  const [marit, joost] = [
    await newPerson(browser, product, { language: 'nl' }),
    await newPerson(browser, product, { language: 'nl' }),
  ];
  const links = product.signInLinks();
  await marit.signIn(links[0] ?? '', 'nl');
  await joost.signIn(links[1] ?? '', 'nl');
  const { cop, example } = await exampleOf(marit);
  const analysis = example.notes.find(({ title }) => title === 'Casusanalyse');
  const note = `/cases/${example.id}/notes/${analysis?.id ?? ''}`;

  await marit.open('/');
  await picture(marit, 'my-work');

  await joost.open(note);
  await joost.text.getByText('Zo houdt het zichzelf in stand.').click();
  await marit.open(`${note}?panel=comments`);
  await marit.page.locator('[data-side-panel] li').first().waitFor();
  await marit.page.locator('[data-client]').first().waitFor();
  await scrollTo(marit, 'Jongeren trekken weg om te leren');
  await picture(marit, 'note');

  await marit.open(`/cases/${example.id}/effects`);
  await marit.page.getByRole('tab', { name: /^Groeien/ }).click();
  await marit.page.getByRole('heading', { name: /^Groeien/ }).waitFor();
  await scrollTo(marit, 'Hier en nu');
  await picture(marit, 'effects');
  await marit.open(`/cops/${cop.slug}/agenda`);
  await marit.page.getByText('waar opgaven wringen').filter({ visible: true }).first().waitFor();
  await picture(marit, 'agenda');
} finally {
  await browser.close();
  await product.stop();
}
