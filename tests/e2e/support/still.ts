import type { Locator } from 'playwright-core';

/** Until it stands for twenty frames where it stood: what comes in above it moves it no more. */
export async function untilStill(element: Locator): Promise<void> {
  await element.evaluate(async (shown) => {
    const placeAfterFrame = async () => {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const { left, top } = shown.getBoundingClientRect();
      return `${left} ${top}`;
    };
    let place = await placeAfterFrame();
    for (let still = 0; still < 20; still += 1) {
      const now = await placeAfterFrame();
      if (now !== place) still = 0;
      place = now;
    }
  });
}
