import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Case, type CaseSummary, type Cop, endpoints, type Note } from '@kring/contracts';
import { seriousFindings } from './support/accessibility.ts';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import { square } from './support/square.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no files were added.');
const stories = found === null ? describe.skip : describe;

stories('images and files in a note', () => {
  let cast: Cast;
  beforeAll(async () => {
    if (found === null) return;
    cast = await gather(found, 'nl');
    const { holder, writer } = cast;
    const path = await newNote(cast);
    await holder.go(path);
    await holder.editor.waitFor();
    await writer.go(path);
    await writer.editor.waitFor();
  });
  afterAll(async () => {
    await cast?.close();
  });

  it('comes in by the list of blocks, asks what is on it, and others see it', async () => {
    const { holder, writer } = cast;
    await holder.editor.press('Control+End');
    const chooser = holder.page.waitForEvent('filechooser');
    await holder.page.keyboard.type('/afbeelding');
    await holder.page.getByRole('option', { name: 'Afbeelding of bestand' }).waitFor();
    await holder.page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'vlak.png', mimeType: 'image/png', buffer: square });
    const needed = holder.page.getByRole('button', { name: 'Beschrijf deze afbeelding' });
    await needed.waitFor();
    await needed.press('Enter');
    const dialog = holder.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Een groen vlak');
    await dialog.getByRole('button', { name: 'Bewaar' }).click();
    const image = writer.page.getByRole('img', { name: 'Een groen vlak' });
    await image.waitFor();
    expect(await image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(8);
    await holder.untilSays(holder.words.saved);
    expect(await seriousFindings(holder.page)).toEqual([]);
  });

  it('is refused in words when it is no file for a note, and nothing is left in the text', async () => {
    const { holder } = cast;
    const before = await holder.readText();
    await holder.editor.press('Control+End');
    await holder.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<svg onload="alert(1)"/>'], 'tekening.svg', { type: 'image/svg+xml' }));
      document
        .querySelector('.note-text')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    await holder.page.getByText(/tekening\.svg: Dit soort bestand kan niet/).waitFor();
    expect(await holder.readText()).toBe(before);
    expect(await holder.page.locator('.note-upload').count()).toBe(0);
  });

  it('comes in by pasting too, as a file to download', async () => {
    const { holder, writer } = cast;
    await holder.editor.press('Control+End');
    await holder.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['regio;inwoners\nZeeland;390000\n'], 'cijfers.csv', { type: 'text/csv' }));
      document
        .querySelector('.note-text')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    });
    const link = writer.page.getByRole('link', { name: 'cijfers.csv' });
    await link.waitFor();
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await writer.context.request.get(new URL(href, writer.page.url()).href);
    expect([answer.status(), answer.headers()['content-disposition']]).toEqual([
      200,
      "attachment; filename*=UTF-8''cijfers.csv",
    ]);
  });
});

/** An empty note in the case of the holder. */
async function newNote({ holder, product }: Cast): Promise<string> {
  const cop = await holder.ask<Cop>(endpoints.getCop.path.replace(':slug', 'gebiedsgericht-werken'));
  const { items } = await holder.ask<{ items: CaseSummary[] }>(
    endpoints.listCases.path.replace(':copId', cop.id),
  );
  const mine = items.find((item) => item.holder.name === holder.name);
  if (!mine) throw new Error('The holder has no case.');
  const { id } = await holder.ask<Case>(endpoints.getCase.path.replace(':caseId', mine.id));
  const answer = await holder.context.request.post(
    `${product.url}/api${endpoints.createNote.path.replace(':caseId', id)}`,
    { data: { title: 'Met beeld' }, headers: { origin: product.url } },
  );
  const note = (await answer.json()) as Note;
  return `/cases/${id}/notes/${note.id}`;
}
