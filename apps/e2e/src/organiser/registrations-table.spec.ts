import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/fixtures';
import { planNearSession } from '../support/near-session';
import { registerMany } from '../support/registered-people';
import { fillRegistration, linkIn } from '../support/registering';

const NINE_DAYS = 9 * 24 * 60;

/** Three hundred rows as somebody keeps them, of which three are wrong. */
function sheetOf300(): string {
  const rows = Array.from({ length: 300 }, (_, index) => {
    const n = index + 1;
    const email = n === 17 ? 'guest-17(at)example.net' : `guest-${n}@example.net`;
    const country = n === 120 ? 'Atlantis' : 'Kenya';
    const name = n === 250 ? '' : n === 3 ? '=cmd|guest 3' : `Guest ${n}`;
    return `${name},${email},City of Kisumu,Kisumu,${country}`;
  });
  return ['Name,E-mail,Organisation,City,Country', ...rows].join('\r\n');
}

test('an organiser lets some in and others not, with reasons, and sees beforehand what happens', async ({
  page,
  signIn,
  openContext,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const person = { name: 'Wanjiku Asks', email: 'wanjiku.asks@example.net' };
  await signIn(page, 'organiser');
  const session = await planNearSession(page, {
    slug: 'by-approval',
    title: 'Planned by approval',
    germanTitle: 'Geplant mit Zustimmung',
    startsIn: NINE_DAYS,
    meetingUrl: 'https://meet.example/approval',
  });

  await test.step('the rule is set', async () => {
    await page.goto(`/admin/en/sessions/${session.id}/registration/rules`);
    await page.getByLabel('Who may register').selectOption({ label: 'An organiser decides' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^Saved at/)).toBeVisible();
  });
  await registerMany(session.id, { name: 'asker', count: 4, state: 'awaiting-approval', language: 'en' });

  await test.step('somebody asks for a place and is told that it is decided', async () => {
    const reader = await (await openContext({ locale: 'en-GB', timezoneId: 'Africa/Nairobi' })).newPage();
    await reader.goto('/en/register?session=by-approval');
    await fillRegistration(reader, person);
    await reader.getByRole('button', { name: 'Register', exact: true }).click();
    await expect(reader).toHaveURL(/check-your-mail/);
    await reader.goto(linkIn(await mailTo(person.email, /confirm/i), 'confirm'));
    await reader.getByRole('button', { name: /confirm/i }).click();
    const told = await mailTo(person.email, /manage\//);
    await reader.goto(linkIn(told, 'manage'));
    await expect(reader.getByText('The hosts are looking at your registration')).toBeVisible();
  });

  await test.step('by keyboard, four are approved after a look at what happens', async () => {
    await page.goto(`/admin/en/sessions/${session.id}/registrations`);
    await expect(page.getByText('5 registrations')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Select everybody on this page' }).focus();
    await page.keyboard.press('Space');
    const second = page.getByRole('row', { name: /asker-2@/ }).getByRole('checkbox');
    await expect(second).toBeChecked();
    await second.uncheck();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Approve …' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Approve registrations' });
    await expect(dialog.getByText('4 registrations are decided.')).toBeVisible();
    await expect(dialog.getByText('4 e-mails go out.')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Approve 4' }).click();
    await expect(page.getByText('Approved: 4 · E-mails: 4')).toBeVisible();
    await mailTo(person.email, /join\//);
  });

  await test.step('one is declined with a reason, which is told', async () => {
    await page
      .getByRole('row', { name: /asker-2@/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('button', { name: 'Decline …' }).click();
    await page.getByLabel('Reason (may stay empty)').fill('The room is for bridge builders.');
    await page.getByRole('button', { name: 'Decline 1' }).click();
    await expect(page.getByText('Declined: 1 · E-mails: 1')).toBeVisible();
    expect((await mailTo('asker-2@example.net', /bridge builders/)).text).toContain('Planned by approval');
  });
});

test('whoever is not invited gets no place; whoever has the code does', async ({
  page,
  signIn,
  openContext,
  mailTo,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'organiser');
  const session = await planNearSession(page, {
    slug: 'by-invitation',
    title: 'Planned by invitation',
    germanTitle: 'Geplant auf Einladung',
    startsIn: NINE_DAYS,
    meetingUrl: 'https://meet.example/invitation',
  });
  await page.goto(`/admin/en/sessions/${session.id}/registration/rules`);
  await page
    .getByLabel('Who may register')
    .selectOption({ label: 'By invitation: a code, or an address on the list' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await page.goto(`/admin/en/sessions/${session.id}/registration/invitations`);
  await page.getByRole('textbox', { name: /^Code/ }).fill('Bridge 2026');
  await page.getByRole('button', { name: 'Make a code' }).click();
  const row = page.getByRole('row', { name: /bridge/i });
  await expect(row).toBeVisible();

  const reader = await (await openContext({ locale: 'en-GB' })).newPage();
  const register = () => reader.getByRole('button', { name: 'Register', exact: true }).click();
  await reader.goto('/en/register?session=by-invitation');

  await test.step('a stranger is told by mail alone, for the page must not tell who is invited', async () => {
    await fillRegistration(reader, { name: 'Nico Stranger', email: 'nico.stranger@example.net' });
    await register();
    await expect(reader).toHaveURL(/check-your-mail/);
    const mail = await mailTo('nico.stranger@example.net', /invit/i);
    expect(mail.text).not.toMatch(/\/confirm\//);
  });

  await test.step('a code that is not valid is told on the form, and nothing typed is lost', async () => {
    await reader.goto('/en/register?session=by-invitation');
    await fillRegistration(reader, { name: 'Ines Invited', email: 'ines.invited@example.net' });
    await reader.getByRole('textbox', { name: /^Invitation code/ }).fill('Bridge 2025');
    await register();
    await expect(reader.getByText(/^This code is not valid/)).toBeVisible();
    await expect(reader.locator('input[name=name]')).toHaveValue('Ines Invited');
  });

  await test.step('the right one, written otherwise, leads to a seat and is counted', async () => {
    await reader.getByRole('textbox', { name: /^Invitation code/ }).fill('bridge-2026');
    await register();
    await expect(reader).toHaveURL(/check-your-mail/);
    await reader.goto(linkIn(await mailTo('ines.invited@example.net', /confirm\//), 'confirm'));
    await reader.getByRole('button', { name: /confirm/i }).click();
    await mailTo('ines.invited@example.net', /join\//);
    await page.reload();
    await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  });
});

test('a list of three hundred with three wrong rows is mended and imported whole, and exported as shown', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'organiser');
  const session = await planNearSession(page, {
    slug: 'three-hundred',
    title: 'Planned for three hundred',
    germanTitle: 'Geplant für dreihundert',
    startsIn: NINE_DAYS,
    meetingUrl: 'https://meet.example/many',
  });

  await test.step('the three rows are told with their lines, and nothing is imported', async () => {
    await page.goto(`/admin/en/sessions/${session.id}/registrations`);
    await page.getByRole('link', { name: 'Import' }).click();
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'guests.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheetOf300()),
    });
    await expect(page.getByText('3 rows need you before anybody is imported.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Import .* people$/ })).toBeDisabled();
    for (const line of [18, 121, 251])
      await expect(page.getByRole('heading', { level: 3, name: new RegExp(`^Line ${line}`) })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('two are mended in place, one is left out, and all others come in at once', async () => {
    const rows = page.getByRole('region', { name: 'Rows that need you' }).getByRole('listitem');
    await rows.filter({ hasText: 'Line 18' }).getByRole('textbox').fill('guest-17@example.net');
    await rows.filter({ hasText: 'Line 18' }).getByRole('textbox').press('Tab');
    await rows.filter({ hasText: 'Line 121' }).getByRole('textbox').fill('Kenya');
    await rows.filter({ hasText: 'Line 121' }).getByRole('textbox').press('Tab');
    await rows.filter({ hasText: 'Line 251' }).getByLabel('Leave this row out').check();
    await page.getByLabel('Do not write to these people').check();
    await expect(page.getByText('All 299 rows are right.')).toBeVisible();
    await page.getByRole('button', { name: 'Import 299 people' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'The people are in' })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('link', { name: 'To the registrations' }).click();
    await expect(page.getByText('299 registrations')).toBeVisible();
  });

  await test.step('what the filter shows is exported, and no formula runs', async () => {
    await page.getByLabel('Search registrations').fill('guest-3');
    await expect(page.getByText('12 registrations')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    // Headings and rows; after an empty line the file says what it is.
    expect(lines.indexOf('')).toBe(13);
    expect(lines.find((line) => line.includes('guest-3@'))).toMatch(
      /^'=cmd\|guest 3,guest-3@example\.net,Confirmed/,
    );
  });
});
