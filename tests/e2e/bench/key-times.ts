import type { Page } from 'playwright-core';

/**
 * What each key takes of the page: from the moment that the browser took it until its handlers are done, and the frame
 * that shows it, without the wait for that frame.
 */
export async function keyTimes(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const afterTask = (run: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(null);
    };
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    addEventListener(
      'input',
      () =>
        afterTask(() => {
          const handled = performance.now() - pressed;
          requestAnimationFrame(() => {
            const frame = performance.now();
            afterTask(() => times.push(handled + performance.now() - frame));
          });
        }),
      true,
    );
    Object.assign(globalThis, { keyTimes: times });
  });
  const sentence = 'zo typt iemand die weet wat er moet staan ';
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(
      sentence[key % sentence.length] === ' ' ? 'Space' : (sentence[key % sentence.length] ?? 'x'),
    );
    // As fast as a quick typist: a hundred keys in seven seconds.
    await page.waitForTimeout(70);
  }
  return page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
}

/**
 * What the browser alone takes for a key in such a page: the same elements and styles in a window without any code,
 * where the text is an editable element of the browser's own. No editor can be quicker than this.
 */
export async function bareKeyTimes(page: Page, keys: number): Promise<number[]> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('script, link').forEach((element) => element.remove());
    const style = document.createElement('style');
    style.textContent = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join('\n');
    copy.querySelector('head')?.append(style);
    return `<!doctype html>${copy.outerHTML}`;
  });
  // In a browser without the service worker of Kring, at an address beside the stylesheets so that fonts are found.
  const context = await page.context().browser()?.newContext({
    serviceWorkers: 'block',
    viewport: page.viewportSize(),
    reducedMotion: 'reduce',
  });
  if (context === undefined) throw new Error('There is no browser.');
  const bare = await context.newPage();
  const address = new URL('/assets/without-code', page.url()).href;
  await bare.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await bare.goto(address);
  await bare.evaluate(() => document.fonts.ready.then(() => undefined));
  await goToText(bare);
  const times = await keyTimes(bare, keys);
  await context.close();
  return times;
}

/** Puts the caret into a paragraph near the beginning of the note. */
export async function goToText(page: Page): Promise<void> {
  await page.locator('[data-note-sheet] [contenteditable="true"] > p').nth(1).click();
}
