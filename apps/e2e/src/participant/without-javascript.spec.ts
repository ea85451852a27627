import { expect, test } from '../support/fixtures';
import { fillRegistration, linkIn } from '../support/registering';

test.use({ javaScriptEnabled: false, locale: 'de-DE' });

test('the programme’s filters work without JavaScript and show what was chosen', async ({ page }) => {
  await page.goto('/de/series/cities-in-a-changing-climate');
  await page.getByText('Programm filtern', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^Abschluss/ }).check();
  await page.getByRole('button', { name: 'Anzeigen' }).click();
  await expect(page).toHaveURL(/[?&]kind=closing/);
  await expect(page.getByRole('status')).toHaveText('Ein Termin');
  await page.getByText('Programm filtern', { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /^Abschluss/ })).toBeChecked();
});

test('registering, confirming and cancelling work without JavaScript, and an error loses nothing', async ({
  page,
  mailTo,
}) => {
  await page.goto('/de/series/cities-in-a-changing-climate');
  const open = page.getByRole('checkbox').first();
  await open.check();
  await page
    .getByRole('button', { name: /anmelden/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/de\/register\?session=/);

  await fillRegistration(page, { name: 'Ohne Skript', email: 'nicht-richtig@' }, 'de');
  await page.locator('form[action*="/register"]').evaluate((form) => form.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.locator('input[name=name]')).toHaveValue('Ohne Skript');
  await expect(page.locator('input[name=email]')).toHaveValue('nicht-richtig@');
  await expect(page.locator('select[name=country]')).toHaveValue('UA');

  await page.locator('input[name=email]').fill('ohne.skript@example.net');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page).toHaveURL(/\/de\/register\/check-your-mail/);

  const mail = await mailTo('ohne.skript@example.net', /bestätig/i);
  await page.goto(linkIn(mail, 'confirm'));
  await page.goto(linkIn(mail, 'confirm'));
  await page.getByRole('button', { name: /bestätigen/i }).click();
  await expect(page).toHaveURL(/\/de\/register\/manage\//);
  await page.locator('summary', { hasText: 'absagen' }).first().click();
  await page.getByRole('button', { name: 'Ja, absagen' }).first().click();
  await mailTo('ohne.skript@example.net', /abgesagt|storniert|abgemeldet/i);
});
