import { expect, test } from '../support/fixtures';
import { createSeries, createSession, inEnglish, localTime } from '../support/planning';

/** A heartbeat each 20 seconds, and what comes between. */
const PRESENCE_MS = 30_000;
const TEXTS = 'Title and abstract';

test('two people edit one session in two browsers: both are named, nothing of either is lost, and an earlier version comes back', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  const save = { name: 'Save', exact: true } as const;
  const context = await openContext();
  const other = await context.newPage();

  await test.step('both open the same session and are told of each other', async () => {
    await signIn(page, 'organiser');
    await createSeries(page, { title: 'Two pens', germanTitle: 'Zwei Stifte', slug: 'two-pens' });
    await createSession(page, {
      series: 'Two pens',
      title: 'Ink and paper',
      germanTitle: 'Tinte und Papier',
      slug: 'ink-and-paper',
      starts: localTime(12, '14:00'),
      ends: localTime(12, '15:30'),
      places: '20',
      meetingLink: 'https://meeting.example/ink',
    });
    await signIn(other, 'administrator');
    await other.goto(page.url());
    await expect(other.getByText(/is also editing \(since/)).toBeVisible();
    await expect(page.getByText(/is also editing \(since/)).toBeVisible({ timeout: PRESENCE_MS });
    await expectAccessible(page);
  });

  await test.step('the other one saves a title and the number of places', async () => {
    await inEnglish(other, TEXTS).getByLabel('Title').fill('Ink, paper and light');
    await other.getByLabel('Places').fill('35');
    await other.getByRole('button', save).click();
    await expect(other.getByText(/Saved at/)).toBeVisible();
  });

  await test.step('who saves second is asked about the title alone, and writes it out of both', async () => {
    await inEnglish(page, TEXTS).getByLabel('Title').fill('Ink and old paper');
    await inEnglish(page, TEXTS).getByLabel('Abstract').fill('What lasts longer.');
    await page.getByRole('button', save).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved this meanwhile' });
    await expect(dialog.getByRole('term')).toHaveText(['Places']);
    await expect(dialog.getByRole('group')).toHaveCount(1);
    const title = dialog.getByRole('group', { name: 'Title, English' });
    await dialog.getByRole('button', { name: 'Save the result' }).click();
    await expect(title).toContainText('Please choose one of the two or write the result.');
    await expectAccessible(page);
    await title.getByRole('radio', { name: 'Mine' }).check();
    // What is chosen is written into the result first; typing at once would be mixed with it.
    await expect(title.getByRole('textbox', { name: 'Result' })).toHaveValue('Ink and old paper');
    await title.getByRole('textbox', { name: 'Result' }).fill('Ink, old paper and light');
    await expect(dialog.getByRole('status')).toContainText('Everything is decided');
    await dialog.getByRole('button', { name: 'Save the result' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ink, old paper and light');
    await expect(page.getByLabel('Places')).toHaveValue('35');
    await expect(inEnglish(page, TEXTS).getByLabel('Abstract')).toHaveValue('What lasts longer.');
  });

  await test.step('what is typed and not saved is there again after a reload', async () => {
    const session = page.url();
    await page.getByLabel('Places').fill('40');
    await expect(page.getByText(/Kept as a draft at/)).toBeVisible({ timeout: 30_000 });
    await page.goto('/admin/en/');
    await page.goto(session);
    await expect(page.getByText(/You have unsaved changes from/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByLabel('Places')).toHaveValue('40');
    await page.getByRole('button', save).click();
    await expect(page.getByText(/Saved at/)).toBeVisible();
  });

  await test.step('the history tells who did what, and the first version comes back as a new one', async () => {
    await page.getByRole('link', { name: 'History' }).click();
    const versions = page.getByRole('article');
    await expect(versions).toHaveCount(4);
    await expect(versions.nth(2)).toContainText('Ink, paper and light');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Restore Version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1?' });
    await expect(dialog.getByRole('term').filter({ hasText: 'Title, English' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Restore it' }).click();
    await expect(versions).toHaveCount(5);
    await expect(versions.first()).toContainText(/Version 5 · Earlier version restored/);
    await expectAccessible(page);
  });

  await test.step('the other one learns that there is a newer version, and sees it', async () => {
    const look = other.getByRole('button', { name: 'See what changed' });
    await expect(look).toBeVisible({ timeout: PRESENCE_MS });
    await look.click();
    const dialog = other.getByRole('dialog', { name: 'Somebody else saved this meanwhile' });
    await dialog.getByRole('button', { name: 'Go on with this' }).click();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Ink and paper');
    await expect(other.getByLabel('Places')).toHaveValue('20');
  });
});
