import { expect, test } from '../support/fixtures';
import { createSeries, localDay } from '../support/planning';

/** The Tuesday, so many weeks from now, `YYYY-MM-DD`. */
function tuesday(weeks: number): string {
  const today = new Date(`${localDay(0)}T00:00:00Z`).getUTCDay();
  return localDay(((9 - today) % 7) + weeks * 7);
}

test('an organiser plans sessions by a pattern, mends single dates, takes them back, plans again and duplicates one', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });

  await test.step('the pattern shows every date while it is typed', async () => {
    await signIn(page, 'organiser');
    await createSeries(page, { title: 'Night trains', germanTitle: 'Nachtzüge', slug: 'night-trains' });
    await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
    await page.getByRole('link', { name: 'Plan several' }).click();
    await expect(heading('Plan several sessions')).toBeVisible();
    await page.getByLabel('Series').selectOption({ label: 'Night trains' });
    await page
      .getByRole('group', { name: 'English' })
      .getByLabel('Title')
      .fill('Night train {number} of {total}');
    await page.getByLabel('First start').fill(`${tuesday(1)}T14:00`);
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.getByLabel('Every so many').fill('2');
    await page.getByLabel('How many times').fill('4');
    await expect(page.getByText('4 sessions will be created.')).toBeVisible();
    const dates = page.getByRole('region', { name: 'The dates of the batch' }).getByRole('row');
    await expect(dates).toHaveCount(5);
    await expect(dates.nth(4)).toContainText('Night train 4 of 4');
    await page.getByText('Is the first date a fair time for the audience?').click();
    await expect(page.getByText(/at night/i).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a date is left out, another one moved', async () => {
    const dates = page.getByRole('region', { name: 'The dates of the batch' }).getByRole('row');
    await dates
      .nth(2)
      .getByRole('button', { name: /Leave out/ })
      .click();
    await expect(page.getByText('3 sessions will be created.')).toBeVisible();
    await dates
      .nth(3)
      .getByRole('button', { name: /Other time/ })
      .click();
    await dates
      .nth(3)
      .getByLabel('Start of this date')
      .fill(`${tuesday(5)}T16:30`);
    await dates.nth(3).getByLabel('Start of this date').blur();
    await expect(dates.nth(3)).toContainText('(moved)');
    await expect(dates.nth(3)).toContainText('16:30');
  });

  await test.step('all become drafts at once, and can be taken back', async () => {
    await page.getByRole('button', { name: 'Create 3 drafts' }).click();
    await expect(heading('3 sessions were created as drafts')).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo: remove these drafts' }).click();
    await expect(page.getByText('The drafts are removed. What you typed is still here.')).toBeVisible();
    await page.getByRole('button', { name: 'Create 3 drafts' }).click();
    await expect(heading('3 sessions were created as drafts')).toBeVisible();
    await page.getByRole('link', { name: 'See them in the list' }).click();
    await expect(page.getByRole('rowheader', { name: /Night train \d of 3/ })).toHaveCount(3);
  });

  await test.step('one is duplicated to another day', async () => {
    await page
      .getByRole('row', { name: /Night train 1 of 3/ })
      .getByRole('link', { name: 'Duplicate' })
      .click();
    await expect(heading('Duplicate this session')).toBeVisible();
    await page.getByLabel('Starts').fill(`${tuesday(8)}T09:00`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create the draft and open it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Night train 1 of 3' })).toBeVisible();
    await expect(page.getByLabel('Starts', { exact: true })).toHaveValue(`${tuesday(8)}T09:00`);
  });

  await test.step('whose night it was is seen over the series', async () => {
    await page.getByRole('link', { name: 'Series', exact: true }).click();
    await page.getByRole('link', { name: 'Night trains' }).click();
    await page.getByRole('link', { name: /Fair time/ }).click();
    await expect(page.getByRole('region', { name: 'Session by session' }).getByRole('row')).toHaveCount(5);
    await expectAccessible(page);
  });
});
