import type { CaughtMail } from '../support/mail-catcher';
import { expect, test } from '../support/fixtures';
import { planNearSession } from '../support/near-session';
import { registerMany } from '../support/registered-people';
import { tabTo } from '../support/tabbing';
import { world } from '../support/world-facts';

const SEATED = 500;
const WAITING = 100;

/** All that came with this subject. */
async function mailsWith(subject: RegExp): Promise<CaughtMail[]> {
  const all = (await (await fetch(world.mailUrl)).json()) as CaughtMail[];
  return all.filter((mail) => subject.test(mail.subject));
}

test('an organiser writes to everybody with a place and everybody waiting, in two languages, pauses, goes on and notes what came back', async ({
  page,
  signIn,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(420_000);
  await signIn(page, 'organiser');
  const session = await planNearSession(page, {
    slug: 'letters-to-cities',
    title: 'Letters to cities',
    germanTitle: 'Briefe an Städte',
    startsIn: 6_000,
    meetingUrl: 'https://meet.example/letters',
  });
  await registerMany(session.id, { name: 'seated', count: SEATED, state: 'confirmed', language: 'en' });
  await registerMany(session.id, { name: 'wartend', count: WAITING, state: 'waitlisted', language: 'de' });

  await test.step('it is written in both languages, and says while one types what is wrong', async () => {
    await page.goto(`/admin/en/sessions/${session.id}`);
    await page.getByRole('link', { name: 'Messages' }).click();
    await expect(page.getByText('Nothing was written yet')).toBeVisible();
    await page.getByRole('button', { name: 'Write a message' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Message to participants' })).toBeVisible();
    await expect(page.getByText(`${SEATED + WAITING} people get it.`)).toBeVisible();
    const english = page.getByRole('group', { name: 'English', exact: true });
    await english.getByLabel('Subject').fill('Maps for {{session}}');
    await english.getByLabel('Text', { exact: true }).fill('Dear {{nmae}},');
    await expect(english.getByText('No placeholder is called so: {{nmae}}')).toBeVisible();
    await english
      .getByLabel('Text', { exact: true })
      .fill('Dear {{name}},\n\nplease bring maps. Join here:\n');
    await english.getByRole('button', { name: 'Address to join' }).click();
    await expect(page.getByText(/German is read by 100: they get the text in\s+English/)).toBeVisible();
    const german = page.getByRole('group', { name: 'German', exact: true });
    await german.getByLabel('Subject').fill('Karten für {{session}}');
    await german.getByLabel('Text', { exact: true }).fill('Guten Tag, {{name}}, {{join}}');
    await expect(page.getByText(/^\s*Saved at/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('nothing typed is lost by a reload; a test comes to the writer', async () => {
    await page.reload();
    await expect(page.getByLabel('Subject').first()).toHaveValue('Maps for {{session}}');
    await page.getByRole('radio', { name: 'German' }).check();
    await expect(page.getByText('Karten für Briefe an Städte')).toBeVisible();
    await page.getByRole('button', { name: 'Send a test to me' }).click();
    const mail = await mailTo('organiser@example.org', /^\[Test\] Karten für Briefe an Städte/);
    expect(mail.text).toContain('Ihren Zugang bekommen Sie mit Ihrem Platz');
  });

  await test.step('it is sent by keyboard and paused while it goes', async () => {
    await page.getByRole('button', { name: 'Send a test to me' }).focus();
    await tabTo(page, ({ text }) => /^Send to 600 people$/.test(text));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Send this message now?' })).toBeVisible();
    await tabTo(page, ({ text }) => text === 'Send it');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText('Paused: nobody gets it until you go on.')).toBeVisible();
    // Whatever a mail server was being offered has gone by now; then nothing goes.
    await page.waitForTimeout(1_500);
    const before = (await mailsWith(/^(Maps for|Karten für)/)).length;
    expect(before).toBeLessThan(SEATED + WAITING);
    await page.waitForTimeout(2_000);
    expect((await mailsWith(/^(Maps for|Karten für)/)).length).toBe(before);
    await expectAccessible(page);
  });

  await test.step('going on reaches everybody else, and nobody twice', async () => {
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect
      .poll(async () => (await mailsWith(/^(Maps for|Karten für)/)).length, {
        // Every look reads all mails there are.
        intervals: [2_000],
        timeout: 240_000,
      })
      .toBe(SEATED + WAITING);
    const mails = await mailsWith(/^(Maps for|Karten für)/);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(SEATED + WAITING);
    for (const { to, subject, text } of mails) {
      const isSeated = to.startsWith('seated-');
      expect(subject).toBe(isSeated ? 'Maps for Letters to cities' : 'Karten für Briefe an Städte');
      expect(text.includes('/join/')).toBe(isSeated);
    }
    await expect(page.getByText(`${SEATED + WAITING} of ${SEATED + WAITING} had their turn.`)).toBeVisible();
  });

  await test.step('one came back, and that is noted', async () => {
    await page.getByRole('searchbox', { name: 'Search by name or address' }).fill('seated-7@');
    const row = page.getByRole('row', { name: /Seated-7 / });
    await expect(row.getByText('Sent', { exact: true })).toBeVisible({ timeout: 15_000 });
    await row.getByRole('button', { name: /It came back/ }).click();
    await expect(row.getByText('Came back', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Messages' }).click();
    await expect(page.getByRole('row', { name: /Maps for/ })).toContainText('Handed over');
    await expectAccessible(page);
  });
});
