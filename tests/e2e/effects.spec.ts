import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, type Cop, endpoints, learningAgendaEndpoints } from '@kring/contracts';
import type { Locator } from 'playwright-core';
import { seriousFindings } from './support/accessibility.ts';
import { type FoundBrowser, findBrowser, launch } from './support/browser.ts';
import { type Person, newPerson } from './support/person.ts';
import { type Product, startProduct } from './support/product.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so nobody filled in an effect matrix.');
const stories = found === null ? describe.skip : describe;

/** Everything that the server has told somebody's browser since. */
function listen(person: Person): { said(): Promise<string> } {
  const bodies: Promise<string>[] = [];
  person.page.on('response', (response) => {
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream') ?? false;
    if (isStream || !response.url().includes('/api/')) return;
    bodies.push(response.text().catch(() => ''));
  });
  return { said: async () => (await Promise.all(bodies)).join('\n') };
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element === document.activeElement);
}

stories('the effects of a case', () => {
  let product: Product;
  let facilitator: Person;
  let holder: Person;
  let participant: Person;
  let reader: Person;
  let path: string;
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    product = await startProduct();
    const browser = await launch(found as FoundBrowser);
    close = () => browser.close();
    const links = product.signInLinks();
    const person = async (link: string | undefined, options = {}) => {
      const one = await newPerson(browser, product, { language: 'nl', ...options });
      await one.signIn(link ?? '', 'nl');
      return one;
    };
    facilitator = await person(links[0]);
    holder = await person(links[1]);
    participant = await person(links[2]);
    reader = await person(links[4], { width: 390 });
    const cop = await holder.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const answer = await holder.context.request.post(
      `${product.url}/api${endpoints.createCase.path.replace(':copId', cop.id)}`,
      {
        data: {
          title: 'Een brug erbij',
          question: 'Wat doet een brug met de streek?',
          holderId: holder.me?.id,
          visibility: 'cop',
        },
        headers: { origin: product.url },
      },
    );
    path = `/cases/${((await answer.json()) as Case).id}/effects`;
  });
  afterAll(async () => {
    await close();
    await product?.stop();
  });

  const cell = (person: Person, name: string) =>
    person.page.getByRole('button', { name: new RegExp(`^${name}:`) });
  const dialog = (person: Person) => person.page.getByRole('dialog');
  const saved = (person: Person) => dialog(person).getByText('Bewaard, alleen zichtbaar voor jou');

  it('are started by the holder; others read what they are for and who can start', async () => {
    await reader.open(path);
    await reader.page.getByText('De casushouder of een facilitator kan ermee beginnen.').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Begin een effectmatrix' }).count()).toBe(0);
    await holder.open(path);
    await holder.page.getByRole('button', { name: 'Begin een effectmatrix' }).click();
    await dialog(holder)
      .getByRole('radio', { name: /Dialoog/ })
      .waitFor();
    await dialog(holder).getByRole('button', { name: 'Begin', exact: true }).click();
    await holder.page.getByRole('button', { name: 'Voeg optie toe' }).click();
    await dialog(holder).getByLabel('Hoe heet de optie?').fill('Brug bouwen');
    await dialog(holder)
      .getByLabel(/^Als …/)
      .fill('we een brug bouwen');
    await dialog(holder).getByRole('button', { name: 'Bewaar' }).click();
    await holder.page.getByRole('tab', { name: 'Brug bouwen', selected: true }).waitFor();
    expect(await holder.page.getByRole('table').count()).toBe(1);
  });

  it('are filled in by the keyboard alone, from cell to cell, and saved by themselves', async () => {
    const { page } = participant;
    await participant.open(path);
    await page.getByRole('tab', { name: 'Brug bouwen' }).focus();
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 40; presses += 1) {
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-cell') ?? false)) break;
      await page.keyboard.press('Tab');
    }
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await hasFocus(cell(participant, 'Gezondheid, hier en nu'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(cell(participant, 'Wonen, hier en nu'))).toBe(true);
    await page.keyboard.press('Enter');
    const first = dialog(participant).getByRole('radio', { name: 'sterk positief' });
    await first.waitFor();
    for (let presses = 0; presses < 12 && !(await hasFocus(first)); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await dialog(participant).getByText('Schrijf nog waarom; dan bewaart Kring het').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('GEHEIM-VAN-FENNA: dichter bij school');
    await saved(participant).waitFor();
    await page.keyboard.press('Escape');
    await dialog(participant).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Wonen, hier en nu'));
    expect(await cell(participant, 'Wonen, hier en nu').textContent()).toContain('positief');
  });

  it('stay private until the reveal: nothing of it is in any answer to anybody else', async () => {
    const others = [facilitator, holder, reader];
    const heard = others.map(listen);
    await facilitator.open(path);
    await facilitator.page.getByRole('tab', { name: 'Brug bouwen' }).click();
    await cell(facilitator, 'Wonen, hier en nu').click();
    await dialog(facilitator).getByRole('radio', { name: 'negatief', exact: true }).check();
    await dialog(facilitator).getByLabel('Waarom?').fill('GEHEIM-VAN-MARIT: minder rust');
    await saved(facilitator).waitFor();
    await facilitator.page.keyboard.press('Escape');
    await holder.open(path);
    await holder.page.getByText('2 van 8 mensen hebben iets ingevuld').waitFor();
    await holder.page.getByRole('tab', { name: 'Brug bouwen' }).click();
    await cell(holder, 'Wonen, hier en nu').click();
    await dialog(holder).getByRole('heading', { name: 'Mijn inschatting' }).waitFor();
    await holder.page.keyboard.press('Escape');
    await reader.open(path);
    await reader.page.getByText(/Deelnemers vullen nu in/).waitFor();
    const [toFacilitator = '', toHolder = '', toReader = ''] = await Promise.all(
      heard.map((ear) => ear.said()),
    );
    expect(toFacilitator).toContain('GEHEIM-VAN-MARIT');
    for (const said of [toFacilitator, toHolder, toReader]) expect(said).not.toContain('GEHEIM-VAN-FENNA');
    for (const said of [toHolder, toReader]) {
      expect(said).toContain('"isCollecting":true');
      expect(said).not.toContain('GEHEIM-VAN-MARIT');
      expect(said).not.toMatch(/"spread":\[/);
    }
  });

  it('keep what cannot be saved on the device, and save it once the network is back', async () => {
    const { page, context } = participant;
    await cell(participant, 'Veiligheid, hier en nu').click();
    await context.setOffline(true);
    await dialog(participant).getByRole('radio', { name: 'onbekend' }).check();
    await dialog(participant).getByLabel('Waarom?').fill('Dat weet nog niemand');
    await dialog(participant)
      .getByText(/^Niet bewaard/)
      .waitFor();
    await context.setOffline(false);
    await page.reload();
    await dialog(participant).getByLabel('Waarom?').waitFor();
    expect(await dialog(participant).getByLabel('Waarom?').inputValue()).toBe('Dat weet nog niemand');
    await saved(participant).waitFor();
    await page.keyboard.press('Escape');
  });

  it('are revealed by the holder, who is told what happens; other pages show it within seconds', async () => {
    await holder.page.getByRole('button', { name: 'Onthul inschattingen' }).click();
    const question = holder.page.getByRole('alertdialog');
    await question.getByText(/Leden van deze CoP zien ook van wie elke inschatting is/).waitFor();
    await question.getByRole('button', { name: 'Onthul', exact: true }).click();
    for (const person of [holder, participant, reader]) {
      await person.page.getByRole('heading', { name: 'Onthuld: tijd om te praten' }).waitFor();
    }
    await cell(participant, 'Wonen, hier en nu').click();
    await dialog(participant).getByText('GEHEIM-VAN-MARIT: minder rust').waitFor();
    await dialog(participant).getByText('GEHEIM-VAN-FENNA: dichter bij school').waitFor();
    await participant.page.keyboard.press('Escape');
  });

  it('are talked about: what was agreed, who sees it differently, and what nobody knows', async () => {
    await cell(holder, 'Wonen, hier en nu').click();
    await dialog(holder).getByRole('button', { name: 'Leg vast wat jullie vinden' }).click();
    await dialog(holder).getByRole('radio', { name: 'gemengd' }).first().check();
    await dialog(holder).getByRole('button', { name: 'Bewaar' }).click();
    await dialog(holder).getByText('Vul dit in.').waitFor();
    await dialog(holder).getByLabel('Waarom?').fill('Dichterbij, maar drukker');
    await dialog(holder).getByRole('button', { name: 'Voeg andere kijk toe' }).click();
    await dialog(holder).getByLabel('Wie kijkt er anders naar?').fill('inwoner');
    await dialog(holder).getByLabel('Waarom?').last().fill('Het wordt alleen drukker');
    await dialog(holder).getByRole('button', { name: 'Bewaar' }).click();
    await dialog(holder).getByText('inwoner: gemengd').waitFor();
    expect(await seriousFindings(holder.page)).toEqual([]);
    await holder.page.keyboard.press('Escape');
    await cell(holder, 'Veiligheid, hier en nu').click();
    await dialog(holder).getByRole('button', { name: 'Leg vast wat jullie vinden' }).click();
    await dialog(holder).getByLabel('Waarom?').fill('Geen cijfers');
    await dialog(holder).getByRole('button', { name: 'Bewaar' }).click();
    const question = 'Wat betekent “Brug bouwen” voor veiligheid hier en nu?';
    await dialog(holder).getByText(question).waitFor();
    await holder.page.keyboard.press('Escape');
    // Pressed twice by two people who both still see the button, it becomes one learning question.
    await facilitator.open(path);
    const propose = (person: Person) =>
      person.page.getByRole('button', { name: `Zet op de leeragenda: ${question}` }).first();
    const confirm = (person: Person) =>
      person.page.getByRole('alertdialog').getByRole('button', { name: 'Zet op de leeragenda' });
    for (const person of [holder, facilitator]) {
      await propose(person).click();
      await confirm(person).waitFor();
    }
    await Promise.all([confirm(holder).dblclick(), confirm(facilitator).dblclick()]);
    const onAgenda = (person: Person) =>
      person.page.getByRole('link', { name: /Staat op de leeragenda als leervraag/ }).first();
    await onAgenda(holder).waitFor();
    await onAgenda(facilitator).waitFor();
    const { id } = await holder.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
    const agenda = await holder.ask(learningAgendaEndpoints.getLearningAgenda.path.replace(':copId', id));
    expect(JSON.stringify(agenda).split(JSON.stringify(question).slice(1, -1))).toHaveLength(2);
    await cell(participant, 'Wonen, hier en nu').getByText('gemengd').waitFor();
  });

  it('are linked, and a link is shown at both its cells', async () => {
    await cell(participant, 'Wonen, hier en nu').click();
    await dialog(participant).getByRole('button', { name: 'Leg een verband' }).click();
    await dialog(participant).getByLabel('Met welke cel?').selectOption({ label: 'Milieu, later' });
    await dialog(participant).getByLabel('Leg uit').fill('Rust ruilen voor gemak');
    await dialog(participant)
      .getByLabel(/Wie gaat hierover/)
      .fill('Gemeenteraad');
    await dialog(participant).getByRole('button', { name: 'Bewaar' }).click();
    await dialog(participant).getByText('Rust ruilen voor gemak').waitFor();
    await participant.page.keyboard.press('Escape');
    for (const name of ['Wonen, hier en nu', 'Milieu, later']) {
      await cell(participant, name).getByText('1 verband').waitFor();
    }
    await participant.page
      .getByText(/Hierover gaat: Gemeenteraad/)
      .first()
      .waitFor();
    expect(await seriousFindings(participant.page)).toEqual([]);
  });

  it('can be read on a phone and in English, by somebody who only reads', async () => {
    await reader.speak('en');
    await reader.open(path);
    const { page } = reader;
    await page.getByRole('heading', { name: 'Revealed: time to talk' }).waitFor();
    await page.getByRole('tab', { name: 'Brug bouwen' }).click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await cell(reader, 'Housing, here and now').click();
    await dialog(reader).getByText('Dichterbij, maar drukker').waitFor();
    expect(await dialog(reader).getByRole('button', { name: 'Note what you think together' }).count()).toBe(
      0,
    );
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Compare options' }).click();
    await page.getByRole('table').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('are downloaded and printed as what everybody sees', async () => {
    const { page } = holder;
    await page.getByRole('button', { name: 'Druk af of download' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Download als CSV' }).click();
    expect((await download).suggestedFilename()).toBe('effecten-een-brug-erbij.csv');
    await page.emulateMedia({ media: 'print' });
    const printed = page.getByRole('row', { name: /Wonen Hier en nu gemengd Dichterbij, maar drukker/ });
    await printed.waitFor();
    await page.emulateMedia({ media: null });
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    // All lie on their side: what stands above the tables does not fill an upright sheet of its own.
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.filter(([, wide, high]) => Number(wide) < Number(high))).toEqual([]);
  });

  it('trouble nobody behind their back', () => {
    const people = [facilitator, holder, participant, reader];
    expect(people.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
