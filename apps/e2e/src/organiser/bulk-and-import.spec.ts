import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { createSeries, localDay } from '../support/planning';
import { tabTo } from '../support/tabbing';

/** As a spreadsheet of a German office writes it: semicolons, Windows-1252. */
function sheet(...rows: string[]): Buffer {
  const text = ['Titel (Englisch);Titel (Deutsch);Datum;Beginn;Ende;Zeitzone;Plätze', ...rows].join('\r\n');
  return Buffer.from(text, 'latin1');
}

/** `D.M.YYYY`, so many days from now. */
function germanDay(days: number): string {
  const [year, month, day] = localDay(days).split('-').map(Number);
  return `${day}.${month}.${year}`;
}

async function chooseFile(page: Page, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'sessions.csv', mimeType: 'text/csv', buffer });
}

async function pressOn(page: Page, button: Locator): Promise<void> {
  const label = ((await button.textContent()) ?? '').trim();
  await tabTo(page, ({ text }) => text === label);
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

test('an organiser imports a sheet whose rows need mending, and publishes the sessions together, by keyboard', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  const file = sheet(
    `Grass roofs;Grasdächer;${germanDay(20)};14:00;15:30;Europe/Berlin;40`,
    `Cool walls;Kühle Wände;${germanDay(21)};14:00;15:30;Europe/Berln;40`,
    `Shady squares;Schattige Plätze;${germanDay(22)};14:00;13:00;;40`,
    `=SUM(A1);Regengärten;31.2.2027;14:00;15:30;;40`,
  );

  await test.step('the series is there', async () => {
    await signIn(page, 'organiser');
    await createSeries(page, {
      title: 'Roofs and walls',
      germanTitle: 'Dächer und Wände',
      slug: 'roofs-and-walls',
    });
  });

  await test.step('the template can be downloaded', async () => {
    await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
    await page.getByRole('link', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Import sessions' })).toBeVisible();
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download a template' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"Title (English)"');
  });

  await test.step('every row that is not right is told with column and reason', async () => {
    await chooseFile(page, file);
    await expect(page.getByRole('heading', { name: 'What the columns are' })).toBeFocused();
    await expect(page.getByText(/Windows-1252, parted by semicolons/)).toBeVisible();
    await expect(page.getByText('One cell holds a formula.')).toBeVisible();
    await expect(page.getByLabel('Titel (Deutsch)')).toHaveValue('title.de');
    await page.getByLabel('Series of rows that name none').selectOption({ label: 'Roofs and walls' });
    await expect(page.getByText('3 rows need you before anything is imported.')).toBeVisible();
    const wrong = page.getByRole('region', { name: 'Rows that need you' });
    await expect(wrong.getByRole('listitem').filter({ hasText: 'Line 3' })).toContainText(
      'Zeitzone: “Europe/Berln” is not known here.',
    );
    await expect(wrong.getByRole('listitem').filter({ hasText: 'Line 4' })).toContainText(
      'The end must be after the start.',
    );
    await expect(wrong.getByRole('listitem').filter({ hasText: 'Line 5' })).toContainText('“31.2.2027”');
    await expect(page.getByRole('button', { name: /as drafts$/ })).toBeDisabled();
    await expectAccessible(page);
  });

  await test.step('and mended where it stands', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Europe/Berlin' }));
    const end = page.getByRole('textbox', { name: 'Ende' });
    await end.fill('16:00');
    await end.press('Tab');
    const day = page.getByRole('textbox', { name: 'Datum' });
    await day.fill(germanDay(23));
    await day.press('Tab');
    await expect(page.getByText('All 4 rows are right.')).toBeVisible();
  });

  await test.step('then all are imported', async () => {
    await pressOn(page, page.getByRole('button', { name: 'Import 4 as drafts' }));
    await expect(page.getByRole('heading', { name: '4 sessions are imported, as drafts' })).toBeFocused();
    await expectAccessible(page);
  });

  await test.step('and published together after a look at what that does', async () => {
    await page.getByRole('link', { name: 'Publish or change them together' }).press('Enter');
    await expect(page.getByText('4 sessions selected')).toBeVisible();
    await expectAccessible(page);
    await pressOn(page, page.getByRole('button', { name: 'Publish …' }));
    const dialog = page.getByRole('dialog', { name: 'Publish sessions' });
    await expect(dialog.getByText('4 sessions are changed.')).toBeVisible();
    await expect(dialog.getByText('Nobody gets an e-mail.')).toBeVisible();
    await expect(dialog.getByRole('row', { name: /Cool walls/ })).toContainText('Becomes public');
    await expectAccessible(page);
    await pressOn(page, dialog.getByRole('button', { name: 'Publish 4' }));
    await expect(page.getByText('Published: 4')).toBeVisible();
  });

  await test.step('the same sheet a second time meets its own sessions', async () => {
    await page.goto('/admin/en/planning/import');
    await chooseFile(page, sheet(`Grass roofs;Grasdächer;${germanDay(20)};14:00;15:30;Europe/Berlin;40`));
    await page.getByLabel('Series of rows that name none').selectOption({ label: 'Roofs and walls' });
    await expect(page.getByText(/is there already: this row may have been imported before/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'See that session' })).toBeVisible();
  });
});

test('an organiser is told what clashes while editing, and moves both sessions with an undo', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'organiser');
  await createSeries(page, { title: 'Two at once', germanTitle: 'Zwei zugleich', slug: 'two-at-once' });

  await test.step('two sessions for the same audience at the same time are imported without being forbidden', async () => {
    await page.goto('/admin/en/planning/import');
    await page
      .getByLabel(/^Paste the cells here/)
      .fill(
        [
          'Title\tStart\tEnd\tTime zone',
          `Twin one\t${localDay(30)} 10:00\t11:00\tEurope/Kyiv`,
          `Twin two\t${localDay(30)} 10:30\t11:30\tEurope/Kyiv`,
        ].join('\n'),
      );
    await page.getByRole('button', { name: 'Read the cells' }).click();
    await page.getByLabel('Series of rows that name none').selectOption({ label: 'Two at once' });
    await page.getByRole('button', { name: 'Import 2 as drafts' }).click();
    await page.getByRole('link', { name: 'Twin one' }).click();
  });

  await test.step('the editor names the other one', async () => {
    const panel = page.getByRole('region', { name: /^Good to know/ });
    await expect(panel.getByRole('link', { name: 'Twin two' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Starts', { exact: true }).fill(`${localDay(30)}T08:00`);
    await page.getByLabel('Ends', { exact: true }).fill(`${localDay(30)}T09:00`);
    await expect(panel).toBeHidden();
    // As they were: nothing is left to be saved.
    await page.getByLabel('Ends', { exact: true }).fill(`${localDay(30)}T11:00`);
    await page.getByLabel('Starts', { exact: true }).fill(`${localDay(30)}T10:00`);
    await expect(panel).toBeVisible();
  });

  await test.step('both are moved by a week, and back', async () => {
    await page.goto('/admin/en/sessions?q=Twin');
    await page.getByRole('checkbox', { name: 'Select every session of this page' }).check();
    await page.getByRole('button', { name: 'Move by days …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move sessions by days' });
    await expect(dialog.getByText('2 sessions are changed.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Move 2' }).click();
    await expect(page.getByText('Moved: 2')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Undone: 2')).toBeVisible();
  });
});
