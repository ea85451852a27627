import { Client } from 'pg';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { world } from '../support/world-facts';
import { goToEnd, picture } from '../support/recap-writing';

/** A session of the upcoming sample series that ended a minute ago: what nobody can wait for. */
async function aSessionThatEnded(title: string): Promise<void> {
  const client = new Client({ connectionString: world.serverEnv['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(
      `WITH session AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
         SELECT id, 'ended-just-now', 'published', 'exchange', now() - interval '1 hour', now() - interval '5 seconds',
                '2026-01-01T09:00', '2026-01-01T10:00', 'Europe/Berlin', '{en}'
         FROM series WHERE state = 'published' ORDER BY starts_on DESC LIMIT 1 RETURNING id
       )
       INSERT INTO session_translations (session_id, language, title) SELECT id, 'en', $1 FROM session`,
      [title],
    );
  } finally {
    await client.end();
  }
}

/** By keyboard alone: no pointer is used in this journey. A key does not wait for a button that cannot be pressed yet. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await expect(button).toBeEnabled();
  await button.press('Enter');
}
const answer = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).press('Enter');

/** From the session's end to a text that readers see corrected, between two people who never use a mouse. */
test('a recap goes from its session through review to its readers, and is corrected', async ({
  page,
  signIn,
  expectAccessible,
  openContext,
  mailTo,
}) => {
  test.setTimeout(240_000);
  await aSessionThatEnded('Cool courtyards');
  await signIn(page, 'editor');
  const writer = page;
  const reviewer = await (await openContext()).newPage();
  await signIn(reviewer, 'administrator');

  await test.step('its draft appears by itself within about a minute, on the board', async () => {
    await expect(async () => {
      await writer.goto('/admin/en/recaps?q=Cool+courtyards');
      await expect(
        writer
          .getByRole('region', { name: /^Draft/ })
          .getByRole('link', { name: 'Looking back: Cool courtyards', exact: true }),
      ).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 100_000 });
    const draft = writer.getByRole('region', { name: /^Draft/ });
    await expect(draft.getByText('Nobody’s yet')).toBeVisible();
    await expect(draft.getByText('Lead picture', { exact: true })).toBeVisible();
    await expectAccessible(writer);
  });

  await test.step('the editor takes it and writes what is missing', async () => {
    await press(writer, /assign Looking back: Cool courtyards/);
    const dialog = writer.getByRole('dialog');
    await dialog.getByLabel('Whose it is').selectOption({ label: 'Sample editor' });
    await answer(writer, 'Assign');
    await expect(writer.getByRole('region', { name: /^Draft/ })).toContainText(/Sample editor .*· Due/);
    await writer.getByRole('link', { name: 'Looking back: Cool courtyards', exact: true }).press('Enter');
    const text = writer.getByRole('textbox', { name: 'Text, English', exact: true });
    await expect(text).toContainText('Held on');
    await text.focus();
    await goToEnd(writer);
    await writer.keyboard.press('Enter');
    await writer.keyboard.type('Forty courtyards were cooled last summer.');
    const english = writer.getByRole('group', { name: 'English', exact: true });
    await english.getByRole('textbox', { name: 'Lead' }).fill('Shade is made where people live.');
    await writer.getByLabel('Written by').fill('The journey desk');
    const lead = writer.getByRole('region', { name: 'Lead picture' });
    await lead
      .getByLabel('Upload')
      .setInputFiles({ name: 'courtyard.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await lead.getByLabel('Alt text, English').fill('A courtyard with trees');
    await lead.getByLabel('Alt text, German').fill('Ein Hof mit Bäumen');
    await lead.getByLabel('Photographer').fill('Journey Photographer');
    await lead.getByLabel('Photographer').press('Tab');
    await lead.getByLabel('People shown').selectOption({ label: 'Not needed: nobody can be recognised' });
    await expect(lead.getByText('Saved in the media library')).toBeVisible();
    await press(writer, 'Save');
    await expect(writer.getByText(/Saved at/)).toBeVisible();
    await expect(writer.getByText('Nothing is missing: it can be published.')).toBeVisible();
  });

  await test.step('a secret address shows it to somebody without an account, in no index, until it is closed', async () => {
    await press(writer, 'Make an address');
    const address = (await writer.getByRole('link', { name: /\/recap-preview\// }).textContent()) ?? '';
    const guest = await (await openContext()).newPage();
    const answered = await guest.goto(new URL(address.trim()).pathname);
    expect(answered?.headers()['cache-control']).toBe('no-store');
    await expect(
      guest.getByRole('heading', { level: 1, name: 'Looking back: Cool courtyards' }),
    ).toBeVisible();
    await expect(guest.getByText('Forty courtyards were cooled last summer.')).toBeVisible();
    await expect(guest.getByText('Preview: nobody else can read this yet.')).toBeVisible();
    await expect(guest.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(guest.locator('link[rel=canonical]')).toHaveCount(0);
    await expectAccessible(guest);
    await press(writer, /^Close it/);
    await expect(writer.getByRole('button', { name: /^Close it/ })).toHaveCount(0);
    expect((await guest.reload())?.status()).toBe(404);
  });

  await test.step('the reviewer is asked, and told by mail', async () => {
    await press(writer, 'Submit for review');
    await writer.getByRole('dialog').getByRole('radio', { name: 'Sample administrator' }).check();
    await answer(writer, 'Submit for review');
    await expect(writer.getByText('Sample administrator is asked to review it.')).toBeVisible();
    await expect(writer.getByText('You wrote last: somebody else has to approve it.')).toBeVisible();
    const mail = await mailTo('administrator@example.org', /Please review: Looking back: Cool courtyards/);
    const link = /https?:\/\/\S+\/admin\/en\/recaps\/\S+/.exec(mail.text)?.[0] ?? '';
    await reviewer.goto(new URL(link).pathname);
    await expect(
      reviewer.getByRole('heading', { level: 1, name: 'Looking back: Cool courtyards' }),
    ).toBeVisible();
  });

  await test.step('the reviewer comments on words of the text, the editor answers and resolves', async () => {
    const text = reviewer.getByRole('textbox', { name: 'Text, English', exact: true });
    await text.focus();
    await goToEnd(reviewer);
    await reviewer.keyboard.press('Shift+Home');
    await reviewer.keyboard.press('Control+Alt+m');
    await expect(reviewer.getByLabel('Comment', { exact: true })).toBeFocused();
    await reviewer.keyboard.type('Who counted?');
    await reviewer.keyboard.press('Control+Enter');
    await expect(reviewer.getByText('Who counted?')).toBeVisible();
    await expectAccessible(reviewer);
    await writer.reload();
    await writer.getByRole('button', { name: '“Forty courtyards were cooled last summer.”' }).press('Enter');
    await expect(writer.getByRole('textbox', { name: 'Text, English', exact: true })).toBeFocused();
    expect(await writer.evaluate(() => getSelection()?.toString())).toBe(
      'Forty courtyards were cooled last summer.',
    );
    await writer.getByLabel(/^Answer to/).fill('The city did.');
    await writer.getByLabel(/^Answer to/).press('Control+Enter');
    await expect(writer.getByText('The city did.')).toBeVisible();
    await press(writer, /^Resolve/);
    await expect(writer.getByText('One resolved comment')).toBeVisible();
  });

  await test.step('it is approved, and cannot be changed then', async () => {
    await reviewer.reload();
    await press(reviewer, 'Approve');
    await expect(reviewer.getByText(/^Approved by Sample administrator/)).toBeVisible();
    await mailTo('editor@example.org', /Approved: Looking back: Cool courtyards/);
    await writer.reload();
    await expect(writer.getByLabel('Written by')).toBeDisabled();
  });

  await test.step('it is scheduled for the next minute, seen to appear, and its owner is told', async () => {
    await press(writer, 'Schedule …');
    const dialog = writer.getByRole('dialog');
    // Far enough that it is still to come when the form is sent.
    const soon = new Date(Date.now() + 75_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
    await dialog.getByLabel('Time zone').fill('Europe/Berlin');
    await dialog.getByLabel('Day and time').fill(soon.slice(0, 16).replace(' ', 'T'));
    await expectAccessible(writer);
    await answer(writer, 'Schedule');
    await expect(writer.getByText(/^It appears /)).toBeVisible();
    const reader = await (await openContext()).newPage();
    await expect(async () => {
      await reader.goto('/en/recaps/looking-back-cool-courtyards');
      await expect(
        reader.getByRole('heading', { level: 1, name: 'Looking back: Cool courtyards' }),
      ).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 100_000 });
    await mailTo('editor@example.org', /has appeared as scheduled/);
  });

  await test.step('it is corrected, with a note to readers', async () => {
    await writer.reload();
    const english = writer.getByRole('group', { name: 'English', exact: true });
    await english.getByRole('textbox', { name: 'Lead' }).fill('Shade is made where people live and play.');
    await press(writer, 'Save');
    await expect(writer.getByText(/Saved at/)).toBeVisible();
    await press(writer, 'Publish the changes');
    await writer.getByRole('dialog').getByLabel('English').fill('The lead says where.');
    await answer(writer, 'Publish');
    await expect(writer.getByText(/Readers still see/)).toHaveCount(0);
    const reader = await (await openContext()).newPage();
    await reader.goto('/en/recaps/looking-back-cool-courtyards');
    await expect(reader.getByText('(The lead says where.)')).toBeVisible();
    await expectAccessible(reader);
  });

  await test.step('on the board it is published and updated', async () => {
    await writer.goto('/admin/en/recaps?q=Cool+courtyards');
    const published = writer.getByRole('region', { name: /^Published/ });
    await expect(
      published.getByRole('link', { name: 'Looking back: Cool courtyards', exact: true }),
    ).toBeVisible();
    await expect(published.getByText(/updated/)).toBeVisible();
  });
});
