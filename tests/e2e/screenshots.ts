import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, launch } from './support/browser.ts';
import { type PageToSee, administratorPages, memberPages, publicPages } from './support/pages.ts';
import { type Person, newPerson } from './support/person.ts';
import { startProduct } from './support/product.ts';

/** Pictures of every page, wide and narrow, light and dark, in both languages: `npm run screenshots -- <folder> [name]`. */
const [folder, only] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Say where the pictures go: npm run screenshots -- <folder> [name of a page]');
const found = await findBrowser();
if (found === null) throw new Error('No browser was found.');
mkdirSync(folder, { recursive: true });

async function picture(person: Person, pages: readonly PageToSee[], view: string): Promise<void> {
  for (const { name, path: where } of pages) {
    if (only !== undefined && name !== only) continue;
    await person.open(where);
    const file = path.join(folder ?? '', `${name}-${view}.png`);
    await person.page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    console.log(file);
  }
}

const product = await startProduct();
const browser = await launch(found);
try {
  const links = product.signInLinks();
  const guides = {
    member: await newPerson(browser, product, { language: 'nl' }),
    administrator: await newPerson(browser, product, { language: 'nl' }),
  };
  await guides.member.signIn(links[0] ?? '', 'nl');
  await guides.administrator.signIn(links.at(-1) ?? '', 'nl');
  const seenByMember = await memberPages(guides.member);
  for (const language of ['nl', 'en'] as const) {
    await guides.member.speak(language);
    await guides.administrator.speak(language);
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const view = `${width}-${colorScheme}-${language}`;
        const options = { language, width, colorScheme };
        const stranger = await newPerson(browser, product, options);
        const member = await newPerson(browser, product, options);
        const administrator = await newPerson(browser, product, options);
        await member.context.addCookies(await guides.member.context.cookies());
        await administrator.context.addCookies(await guides.administrator.context.cookies());
        await picture(stranger, publicPages, view);
        await picture(member, seenByMember, view);
        await picture(administrator, administratorPages, view);
        await Promise.all([stranger, member, administrator].map(({ context }) => context.close()));
      }
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
