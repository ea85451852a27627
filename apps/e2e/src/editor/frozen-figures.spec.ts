import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, test } from '../support/fixtures';
import { world } from '../support/world-facts';

/** A series of its own with two held sessions, and a recap of both that lacks nothing but its figures. @returns ids */
async function aRecapOfTwoSessions(records: Client) {
  const one = async (sql: string, values: unknown[] = []) =>
    (await records.query<{ id: string }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? '';
  const series = await one(
    `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
     VALUES ('frozen-rivers', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
  );
  await records.query(
    `INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', 'Frozen rivers')`,
    [series],
  );
  const sessions: string[] = [];
  for (const [day, title] of [
    ['2026-02-03', 'Ice upstream'],
    ['2026-02-10', 'Ice downstream'],
  ] as const) {
    const id = await one(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, 'held', 'exchange', $3::date + time '12:00', $3::date + time '14:00', '2026-02-03T13:00', '2026-02-03T15:00', 'Europe/Berlin', '{en}')`,
      [series, title.toLowerCase().replace(' ', '-'), day],
    );
    await records.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`,
      [id, title],
    );
    sessions.push(id);
  }
  const recap = await one(
    `INSERT INTO recaps (series_id, byline, lead_media_id)
     SELECT $1, 'The journey desk', lead_media_id FROM recaps WHERE state = 'published' AND lead_media_id IS NOT NULL LIMIT 1`,
    [series],
  );
  await records.query(`INSERT INTO recap_sessions (recap_id, session_id) SELECT $1, unnest($2::uuid[])`, [
    recap,
    sessions,
  ]);
  await records.query(
    `INSERT INTO recap_translations (recap_id, language, title, lead, body)
     VALUES ($1, 'en', 'What ice teaches', 'Rivers freeze from above.', $2)`,
    [recap, JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })],
  );
  await records.query(
    `INSERT INTO recap_addresses (recap_id, language, slug) VALUES ($1, 'en', 'what-ice-teaches')`,
    [recap],
  );
  return { recap, sessions };
}

async function somebodyIn(records: Client, sessions: readonly string[]): Promise<void> {
  const { rows } = await records.query<{ id: string }>(
    `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'Sample', 'en', 'UTC') RETURNING id`,
    [`${randomUUID()}@example.org`],
  );
  for (const session of sessions)
    await records.query(
      `INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
       VALUES ($1, $2, 'confirmed', 'Sample', 'en', 'UTC', '1')`,
      [session, rows[0]?.id],
    );
}

test('a figure over two sessions is frozen, told when records change, and frozen anew', async ({
  page,
  signIn,
  expectAccessible,
  openContext,
}) => {
  const records = new Client({ connectionString: world.serverEnv['DATABASE_URL'] });
  await records.connect();
  try {
    const { recap, sessions } = await aRecapOfTwoSessions(records);
    const [first = ''] = sessions;
    await somebodyIn(records, sessions);
    await somebodyIn(records, [first]);
    await signIn(page, 'administrator');
    const reader = await (await openContext({ javaScriptEnabled: false })).newPage();

    await test.step('an editor places it: whoever came to both sessions is counted once', async () => {
      await page.goto(`/admin/en/recaps/${recap}`);
      const text = page.getByRole('textbox', { name: 'Text, English', exact: true });
      await text.click();
      await page.keyboard.press('Control+Alt+f');
      await page.getByRole('radio', { name: /Over several sessions/ }).check();
      await page.getByRole('dialog').getByRole('button', { name: 'Place it in the text' }).click();
      const dialog = page.getByRole('dialog', { name: 'A number over several sessions' });
      await expect(dialog.getByRole('checkbox', { name: /Ice upstream/ })).toBeChecked();
      await dialog.getByRole('radio', { name: /2 participants, counted · 2 sessions together/ }).check();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Place it in the text' }).click();
      await expect(text).toContainText(/2\s*participants, counted · 2 sessions together/);
      await page.keyboard.type(' came.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText(/Saved at/)).toBeVisible();
    });

    await test.step('it is published with its figures frozen', async () => {
      await page.getByRole('button', { name: 'Submit for review' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /^Frozen:/ })
        .check();
      await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
      await expect(page.getByText('No figure has changed since it was published.')).toBeVisible();
    });

    await test.step('records change: readers go on seeing what was published, and of which day it is', async () => {
      await somebodyIn(records, [first]);
      await reader.goto('/en/recaps/what-ice-teaches');
      await expect(reader.locator('reihe-rich-text data')).toHaveAttribute('value', '2');
      await expect(reader.getByText(/figures as of/)).toBeVisible();
    });

    await test.step('the board says so, and the recap shows old and new', async () => {
      await page.goto('/admin/en/recaps?lack=figures&q=ice');
      await expect(page.getByText('One figure has changed since')).toBeVisible();
      await page.getByRole('link', { name: 'What ice teaches', exact: true }).click();
      const panel = page.getByRole('region', { name: 'Figures readers see' });
      await expect(panel.getByRole('listitem')).toContainText(/then 2.*now 3/);
      await expectAccessible(page);
      await panel.getByRole('button', { name: /participants · Ice upstream and Ice downstream/ }).click();
      await expect(page.getByRole('textbox', { name: 'Text, English', exact: true })).toBeFocused();
      await panel.getByRole('button', { name: 'Freeze anew' }).click();
      await expect(panel.getByText('No figure has changed since it was published.')).toBeVisible();
    });

    await test.step('readers see the new value', async () => {
      await expect(async () => {
        await reader.reload();
        await expect(reader.locator('reihe-rich-text data')).toHaveAttribute('value', '3', { timeout: 500 });
      }).toPass({ timeout: 8_000 });
    });
  } finally {
    await records.end();
  }
});
