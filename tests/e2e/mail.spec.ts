import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CopSummary } from '@kring/contracts';
import { type TestMailServer, startMailServer } from '../../tools/testing/mail-server.ts';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody looked after the mail.');
const stories = found === null ? describe.skip : describe;

stories('an administrator whose mail server refuses', () => {
  let product: Product;
  let mail: TestMailServer;
  let person: Person;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    mail = await startMailServer('550 not from you');
    product = await startProduct({ env: { SMTP_URL: mail.url } });
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    person = await newPerson(browser, product, { language: 'nl' });
    await person.signIn(product.signInLinks().at(-1) ?? '', 'nl');
  });
  afterAll(async () => {
    await close();
    await product?.stop();
    mail?.server.close();
  });

  async function invite(email: string): Promise<void> {
    const [cop] = await person.ask<CopSummary[]>('/cops');
    const answer = await person.context.request.post(`${product.url}/api/cops/${cop?.id ?? ''}/invites`, {
      data: { email, role: 'observer' },
      headers: { origin: product.url },
    });
    expect(answer.ok()).toBe(true);
  }

  it('tests it, reads what it answered, and sees when it is well again', async () => {
    const { page } = person;
    await person.open('/admin/settings');
    const test = page.getByRole('button', { name: `Stuur een testmail naar ${person.me?.email ?? ''}` });
    await test.press('Enter');
    await page.getByText('De testmail is niet verstuurd.').waitFor();
    await page.getByText('550 not from you').waitFor();
    mail.answer = '250 ok';
    await test.press('Enter');
    await page.getByText(/De mailserver nam de mail aan .* aan/).waitFor();
    await page.getByText('Nog nooit', { exact: true }).waitFor({ state: 'detached' });
    mail.answer = '550 not from you';
  });

  it('sends one mail again, then all of them, and sees them go', async () => {
    const { page } = person;
    const people = ['an@voorbeeld.nl', 'bo@voorbeeld.nl', 'cor@voorbeeld.nl'];
    for (const email of people) await invite(email);
    await person.open('/admin/outbox');
    const mailTo = (email: string) => page.locator('details').filter({ has: page.getByText(`Aan ${email}`) });
    const refused = 'De mailserver weigerde deze mail.';
    for (const email of people) await mailTo(email).getByText(refused).waitFor();
    mail.answer = '250 ok';
    await mailTo('an@voorbeeld.nl').locator('summary').press('Enter');
    await mailTo('an@voorbeeld.nl').getByRole('button', { name: 'Verstuur opnieuw' }).press('Enter');
    await page.getByText('De mail aan an@voorbeeld.nl gaat zo weg').waitFor();
    await mailTo('an@voorbeeld.nl').getByText('Verstuurd', { exact: true }).waitFor();
    await mailTo('bo@voorbeeld.nl').getByText(refused).waitFor();
    await page.getByRole('button', { name: 'Verstuur alles opnieuw' }).press('Enter');
    await page.getByText('2 mails gaan zo weg.').waitFor();
    for (const email of people) await mailTo(email).getByText('Verstuurd', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Verstuur alles opnieuw' }).waitFor({ state: 'detached' });
    expect([...(await seriousFindings(page)), ...person.troubles]).toEqual([]);
  });
});
