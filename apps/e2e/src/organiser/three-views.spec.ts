import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { asOrganiser } from '../support/near-session';

/** A week nobody else plans anything in. */
const WEEK = '2031-03-10';

/** What the screens for it are walked through by the main job; here it is only needed. */
async function plan(page: Page): Promise<string> {
  const series = await asOrganiser<{ id: string }>(page, 'POST', '/series', {
    version: 0,
    slug: 'three-views',
    startsOn: '2031-01-01',
    endsOn: '2031-12-31',
    defaultLanguage: 'en',
    timeZone: 'Europe/Berlin',
    coverMediaId: null,
    categoryIds: [],
    translations: { en: { title: 'Three views', summary: '', host: '', commissioner: '' } },
  });
  for (const [slug, title] of [
    ['drawn-by-hand', 'Drawn by hand'],
    ['moved-by-keys', 'Moved by keys'],
  ])
    await asOrganiser(page, 'POST', '/sessions', {
      version: 0,
      seriesId: series.id,
      slug,
      kind: 'exchange',
      startsLocal: `${WEEK}T10:00`,
      endsLocal: `${WEEK}T11:00`,
      timeZone: 'Europe/Berlin',
      languages: ['en'],
      interpretation: [],
      regionIds: [],
      categoryIds: [],
      capacity: 30,
      registrationOpensAt: null,
      registrationClosesAt: null,
      meeting: { url: '', passcode: '' },
      translations: { en: { title, abstract: '' } },
      agenda: [],
      contributions: [],
    });
  return series.id;
}

test('one programme is planned in a table, a calendar and a timeline, and a colleague sees it happen', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'organiser');
  const series = await plan(page);

  const other = await openContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const colleague = await other.newPage();
  await signIn(colleague, 'administrator');
  await colleague.goto(`/admin/en/sessions?series=${series}`);
  await expect(colleague.getByText('2 sessions', { exact: true })).toBeVisible();
  await colleague.keyboard.press('/');

  await test.step('the table is narrowed in the address and changed by keyboard', async () => {
    await page.goto('/admin/en/sessions');
    await page.getByRole('combobox', { name: 'Series' }).selectOption({ label: 'Three views' });
    await expect(page).toHaveURL(new RegExp(`series=${series}`));
    await expect(page.getByText('2 sessions', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Change the title of Moved by keys (English)' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Never saved');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'Moved by keys' })).toBeVisible();
    await page.getByRole('button', { name: /^Change the places of Drawn by hand/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('45');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved: Drawn by hand')).toBeVisible();
  });

  await test.step('the colleague sees it without reloading, told by whom, and keeps the focus', async () => {
    // Other journeys plan under the same name at the same time.
    await expect(colleague.getByText(/^Sample organiser just changed (a|\d+) /)).toBeVisible();
    await expect(colleague.getByRole('row', { name: /Drawn by hand.*0 of 45/ })).toBeVisible();
    await expect(colleague.getByRole('searchbox', { name: 'Search sessions' })).toBeFocused();
    // After what is told only for a while: axe takes its time.
    await expectAccessible(page);
  });

  await test.step('a change can be taken back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Undone: Drawn by hand')).toBeVisible();
    await expect(page.getByRole('row', { name: /Drawn by hand.*0 of 30/ })).toBeVisible();
    await expect(colleague.getByRole('row', { name: /Drawn by hand.*0 of 30/ })).toBeVisible();
  });

  await test.step('in the calendar one session is drawn to another day', async () => {
    await page.goto(`/admin/en/sessions?series=${series}&view=calendar&day=${WEEK}`);
    const entry = page.getByRole('button', { name: /^Drawn by hand/ });
    await expect(entry).toHaveAccessibleName(/Monday,?\s10\sMarch\s2031, 10:00 – 11:00, Draft/);
    await entry.hover();
    await page.mouse.down();
    await page.locator('[data-date="2031-03-12"]').hover();
    // What a colleague does meanwhile takes nothing out of the hand.
    await colleague.getByRole('button', { name: /^Change the places of Moved by keys/ }).focus();
    await colleague.keyboard.press('Enter');
    await colleague.keyboard.type('31');
    await colleague.keyboard.press('Enter');
    await expect(colleague.getByText('Saved: Moved by keys')).toBeVisible();
    await expect(page.getByText(/just changed a session\.$/)).toBeVisible();
    await page.locator('[data-date="2031-03-13"]').hover();
    await page.locator('[data-date="2031-03-13"]').hover();
    await page.mouse.up();
    await expect(page.getByText('Saved: Drawn by hand')).toBeVisible();
    await expect(entry).toHaveAccessibleName(/Thursday,?\s13\sMarch\s2031, 10:00 – 11:00/);
    await expectAccessible(page);
  });

  await test.step('and the other one moved by arrow keys, then by a dialog', async () => {
    await page.getByLabel('Show').selectOption({ label: 'Week' });
    const entry = page.getByRole('button', { name: /^Moved by keys/ });
    await entry.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(`Alt+${key}`);
    await expect(entry).toHaveAccessibleName(/Tuesday,?\s11\sMarch\s2031, 10:30 – 11:30/);
    await expect(entry).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Moved by keys' });
    await dialog.getByLabel('Starts').fill('2031-03-12T15:00');
    await dialog.getByLabel('Starts').blur();
    await expect(dialog.getByLabel('Ends')).toHaveValue('2031-03-12T16:00');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(entry).toHaveAccessibleName(/Wednesday,?\s12\sMarch\s2031, 15:00 – 16:00/);
    await page.getByLabel('Times of').selectOption('America/Bogota');
    await expect(entry).toHaveAccessibleName(/Wednesday,?\s12\sMarch\s2031, 09:00 – 10:00/);
    await expectAccessible(page);
  });

  await test.step('the timeline shows both on the line of their series', async () => {
    await page.getByRole('link', { name: 'Timeline' }).click();
    const line = page.getByRole('region', { name: 'Three views' });
    await expect(line.getByRole('listitem')).toHaveCount(2);
    await expect(line.getByRole('link', { name: /Moved by keys/ })).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'contrast');
    await page.getByRole('link', { name: 'Calendar' }).click();
    await expect(page.getByRole('button', { name: /^Moved by keys/ })).toBeVisible();
    await expectAccessible(page, 'contrast');
  });
});
