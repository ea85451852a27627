import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the element that fits has the focus; nobody tabs through more than this. */
export async function tabTo(
  page: Page,
  fits: (focused: { text: string; name: string }) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return {
        text: element?.textContent.trim() ?? '',
        name: element?.getAttribute('name') ?? element?.getAttribute('id') ?? '',
      };
    });
    if (fits(focused)) return;
  }
  throw new Error('The element cannot be reached by keyboard.');
}

/** The same for an element that is already known. */
export async function tabToElement(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error('The element cannot be reached by keyboard.');
}
