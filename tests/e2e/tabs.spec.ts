import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBrowser } from './support/browser.ts';
import { type Cast, gather } from './support/cast.ts';
import { Person } from './support/person.ts';
import { expectSoon } from './support/soon.ts';
import { writableNote } from './support/writable-note.ts';

const found = await findBrowser();
if (found === null) console.log('SKIPPED: no browser was found, so no tabs were opened.');
const stories = found === null ? describe.skip : describe;

stories('two tabs of one browser with the same note', () => {
  let cast: Cast;
  let path = '';

  beforeAll(async () => {
    if (found === null) return;
    cast = await gather(found, 'nl');
    path = (await writableNote(cast.writer)).path;
  });
  afterAll(async () => {
    await cast?.close();
  });

  it('without network each keeps its own edits, and one takes over what the other left behind; code that was missing comes too', async () => {
    const { writer, holder, road, product } = cast;
    const second = new Person(product, writer.context, await writer.context.newPage(), 'nl');
    await writer.go(path);
    await writer.editor.waitFor();
    await writer.page.evaluate(() => navigator.serviceWorker.ready);
    await second.go(path);
    await second.editor.waitFor();
    await Promise.all([writer, second].map((person) => person.untilSays(person.words.saved)));

    road.cut();
    await writer.write('Uit het eerste tabblad. ');
    await second.write('Uit het tweede tabblad. ');
    await Promise.all([writer, second].map((person) => person.untilSays(person.words.kept)));
    expect(await second.readText()).not.toContain('Uit het eerste tabblad.');

    await writer.page.close();
    await second.untilReads('Uit het eerste tabblad.');
    // The code of a panel that nobody opened yet comes when the network is back, without being asked for again.
    const panel = second.page.locator('[data-side-panel]');
    await second.page.locator('[data-panel-button="history"]').click();
    await panel.waitFor();
    expect(await panel.getByRole('list').count()).toBe(0);
    road.mend();
    await panel.getByRole('list').first().waitFor();
    await second.untilSays(second.words.saved);
    await holder.go(path);
    await holder.untilReads('Uit het tweede tabblad.');
    const text = await holder.readText();
    expect(text.split('Uit het eerste tabblad.')).toHaveLength(2);
    expect(text.split('Uit het tweede tabblad.')).toHaveLength(2);
    // The heads of the sections come a moment after their text.
    await expectSoon(
      async () => [await holder.readText(), await second.readText()],
      ([one, other]) => one === other,
    );
    expect(second.troubles).toEqual([]);
  });
});
