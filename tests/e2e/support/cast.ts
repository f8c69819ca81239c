import type { Browser } from 'playwright-core';
import { type CuttableNetwork, createCuttableNetwork } from './cuttable-network.ts';
import { type FoundBrowser, launch } from './browser.ts';
import { type Person, newPerson } from './person.ts';
import { type Product, startProduct } from './product.ts';
import type { StoryLanguage } from './words.ts';

/** The product and everybody in the story, each in a window of their own. */
export interface Cast {
  readonly product: Product;
  readonly browser: Browser;
  readonly facilitator: Person;
  readonly holder: Person;
  /** Reaches the product over a road that can be cut. */
  readonly writer: Person;
  readonly road: CuttableNetwork;
  readonly observer: Person;
  readonly administrator: Person;
  close(): Promise<void>;
}

export async function gather(found: FoundBrowser, language: StoryLanguage): Promise<Cast> {
  const product = await startProduct();
  const road = await createCuttableNetwork(product.port);
  const browser = await launch(found);
  const farBrowser = await launch(found, { port: product.port, throughPort: road.port });
  const close = async () => {
    await Promise.all([browser.close(), farBrowser.close()]);
    await road.close();
    await product.stop();
  };
  try {
    const person = (options = {}) => newPerson(browser, product, { language, ...options });
    const facilitator = await person();
    const holder = await person();
    const writer = await newPerson(farBrowser, product, { language });
    const observer = await person({ width: 390 });
    const administrator = await person();
    // In the order in which the links are printed.
    const links = product.signInLinks();
    const inOrder = [facilitator, holder, writer, null, observer, administrator];
    for (const [index, one] of inOrder.entries()) await one?.signIn(links[index] ?? '', language);
    return { product, browser, facilitator, holder, writer, road, observer, administrator, close };
  } catch (error) {
    await close();
    throw error;
  }
}
