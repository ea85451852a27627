import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { createSeries, createSession, localTime, publish } from '../support/planning';
import { registerMany } from '../support/registered-people';

/** What the figures of the series say, whole: every number, its origin, every session and every country. */
async function figuresOf(page: Page, seriesId: string): Promise<string> {
  await page.goto(`/admin/en/figures/${seriesId}`);
  await expect(page.getByRole('heading', { name: 'The whole series' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Participants/ })).toBeVisible();
  return page.locator('main').innerText();
}

test('an administrator erases somebody at a click, and every figure is what it was', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'organiser');
  const idInAddress = async () => {
    await expect(page).toHaveURL(/\/[0-9a-f]{8}-[0-9a-f-]{27}$/);
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
  };
  // A series of its own: nobody else registers for it meanwhile.
  await createSeries(page, {
    title: 'Forgetful bridges',
    germanTitle: 'Vergessliche Brücken',
    slug: 'forgetful',
  });
  const seriesId = await idInAddress();
  await publish(page);
  await createSession(page, {
    ...{
      series: 'Forgetful bridges',
      title: 'To be forgotten',
      germanTitle: 'Zu vergessen',
      slug: 'to-be-forgotten',
    },
    ...{
      starts: localTime(9, '14:00'),
      ends: localTime(9, '15:30'),
      places: '',
      meetingLink: 'https://meet.example/forgotten',
    },
  });
  const sessionId = await idInAddress();
  await publish(page);
  await registerMany(sessionId, { name: 'forgettable', count: 3, state: 'confirmed', language: 'en' });

  await test.step('organisers are not offered it', async () => {
    await page.goto(`/admin/en/sessions/${sessionId}/registrations`);
    await page.getByRole('link', { name: 'Reader' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Forgettable-/);
    await expect(page.getByRole('button', { name: 'Erase …' })).toHaveCount(0);
  });
  const address = new URL(page.url()).pathname;

  await signIn(page, 'administrator');
  const before = await figuresOf(page, seriesId);

  await test.step('everything about the person is handed over as a file', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: 'Export everything …' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Registrations')).toBeVisible();
    await expectAccessible(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export everything', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^person-[0-9a-f]{8}\.zip$/);
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
    await expect(dialog).toBeHidden();
  });

  await test.step('by keyboard, the person is erased for a request', async () => {
    await page.getByRole('button', { name: 'Erase …' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText(/One place in a session to come stays taken/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel('Request (optional)').focus();
    await page.keyboard.type('File 2026/114');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Erased person');
    await expect(page.locator('main')).not.toContainText(/forgettable/i);
  });

  await test.step('every figure is what it was', async () => {
    expect(await figuresOf(page, seriesId)).toBe(before);
  });

  await test.step('that it happened is on record, and what is kept of the series is shown', async () => {
    await page.goto('/admin/en/privacy');
    const record = page.getByRole('row', { name: /A person was erased/ }).first();
    await expect(record).toContainText('File 2026/114');
    await expect(
      page.getByRole('row', { name: /Everything about a person was handed over/ }).first(),
    ).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What is kept, and until when' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a rule for a series says when what of it goes, and what would go is shown before it does', async () => {
    const series = page.getByRole('row').filter({ has: page.locator(`a[href$="/series/${seriesId}"]`) });
    await series.getByRole('button', { name: /^Rule …/ }).click();
    const rule = page.getByRole('dialog');
    await rule.getByRole('radio', { name: 'For some months' }).check();
    await rule.getByRole('spinbutton', { name: 'Months' }).fill('24');
    await rule.getByRole('button', { name: 'Save the rule' }).click();
    await expect(series).toContainText('24 months after the series’ last session');
    await series.getByRole('button', { name: /^What would go …/ }).click();
    const preview = page.getByRole('dialog');
    await expect(preview.getByText(/Nothing is to go now/)).toBeVisible();
    await expectAccessible(page);
    await expect(preview.getByRole('button', { name: 'Let it go now' })).toBeDisabled();
    await preview.getByRole('button', { name: 'Back' }).click();
    await series.getByRole('button', { name: /^Rule …/ }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'As for all series' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save the rule' }).click();
    await expect(series).toContainText('as for all series');
  });
});
