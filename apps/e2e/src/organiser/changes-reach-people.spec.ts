import { expect, test } from '../support/fixtures';
import type { CaughtMail } from '../support/mail-catcher';
import { createSeries, createSession, localDay, localTime, publish } from '../support/planning';
import { fillRegistration, linkIn } from '../support/registering';

const reader = { name: 'Asha Journey', email: 'asha.journey@example.net' };
/** Half a minute held back, then a worker that looks every few seconds. */
const HELD_MAIL_MS = 75_000;
const UNDO_IS_OVER_MS = 40_000;

/** What a calendar program does with the mail's entry. */
function entryOf({ calendar }: CaughtMail) {
  const [head = '', event = ''] = (calendar ?? '').split('BEGIN:VEVENT');
  const line = (name: string, part = event) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(part)?.[1]?.trim();
  return {
    method: line('METHOD', head),
    uid: line('UID'),
    sequence: Number(line('SEQUENCE')),
    start: line('DTSTART'),
  };
}

test('changes reach people: a published session is moved with a sentence of the organiser’s, and another change is undone in time', async ({
  page,
  openContext,
  signIn,
  mailTo,
  mailsTo,
  expectAccessible,
}) => {
  test.setTimeout(420_000);
  const moved = { starts: localTime(9, '16:00'), ends: localTime(9, '17:30') };

  await test.step('a session is public', async () => {
    await signIn(page, 'organiser');
    await createSeries(page, { title: 'Moving walls', germanTitle: 'Wandernde Wände', slug: 'moving-walls' });
    await publish(page);
    await createSession(page, {
      series: 'Moving walls',
      title: 'Doors and hinges',
      germanTitle: 'Türen und Angeln',
      slug: 'doors-and-hinges',
      starts: localTime(9, '14:00'),
      ends: localTime(9, '15:30'),
      places: '',
      meetingLink: 'https://meeting.example/hinge',
    });
    await publish(page);
  });

  const entered =
    await test.step('somebody in India has a place, and the session in her calendar', async () => {
      const context = await openContext({ locale: 'en-GB', timezoneId: 'Asia/Kolkata' });
      const participant = await context.newPage();
      await participant.goto('/en/register?session=doors-and-hinges');
      await fillRegistration(participant, reader);
      await participant.getByRole('button', { name: 'Register', exact: true }).click();
      await expect(participant).toHaveURL(/check-your-mail/);
      await participant.goto(linkIn(await mailTo(reader.email, /confirm/i), 'confirm'));
      await participant.getByRole('button', { name: /confirm/i }).click();
      const confirmed = await mailTo(reader.email, /manage/);
      await context.close();
      return entryOf(confirmed);
    });

  await test.step('the organiser moves it, sees the mail and adds a sentence', async () => {
    await page.getByLabel('Starts', { exact: true }).fill(moved.starts);
    await page.getByLabel('Ends', { exact: true }).fill(moved.ends);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Tell people of the new time?' });
    await expect(dialog).toContainText('one registered person');
    const mail = dialog.frameLocator('iframe');
    await expect(mail.locator('body')).toContainText('India Standard Time');
    await dialog.getByLabel('Add a sentence, English').fill('The hall is taken until four.');
    await expect(mail.locator('blockquote')).toContainText('The hall is taken until four.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save and tell' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toContainText(/\(\d+ s\)/);
    await expectAccessible(page);
  });

  await test.step('until then the mail is held back in the outbox', async () => {
    const session = page.url();
    await page.getByRole('link', { name: 'Outbox' }).click();
    const row = page.getByRole('row', { name: /New time: Doors and hinges.*asha\.journey/ });
    await expect(row).toContainText(/Held back.*goes at \d\d:\d\d:\d\d/s);
    await page.goto(session);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  const told = await test.step('she is told in her own time, and her calendar follows', async () => {
    const mail = await mailTo(reader.email, /^New time/, HELD_MAIL_MS);
    expect(mail.text).toContain('> The hall is taken until four.');
    expect(mail.text).toMatch(/Your time: .*(India Standard Time)/);
    expect(mail.text).toMatch(/It was to be: .*(India Standard Time)/);
    expect(mail.text).toMatch(/In the host’s time it was to be: .*14:00.15:30/);
    const entry = entryOf(mail);
    expect(entry).toMatchObject({ method: 'REQUEST', uid: entered.uid });
    expect(entry.sequence).toBeGreaterThan(entered.sequence);
    expect(entry.start).not.toBe(entered.start);
    return entry;
  });

  await test.step('the page, the download and the feed say the same', async () => {
    const visitor = await openContext({ locale: 'en-GB', timezoneId: 'Asia/Kolkata' });
    const portal = await visitor.newPage();
    await portal.goto('/en/sessions/doors-and-hinges');
    await expect(portal.getByText(/^Moved: it was to be on/)).toBeVisible();
    await expectAccessible(portal);
    const file = await (await portal.request.get('/calendar/sessions/doors-and-hinges.ics')).text();
    expect(entryOf({ calendar: file } as CaughtMail)).toMatchObject({
      uid: told.uid,
      sequence: told.sequence,
      start: told.start,
    });
    await visitor.close();
  });

  await test.step('another change is undone in time: no mail goes', async () => {
    await page.reload();
    await page.getByLabel('Starts', { exact: true }).fill(localTime(10, '16:00'));
    await page.getByLabel('Ends', { exact: true }).fill(localTime(10, '17:30'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save and tell' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/nobody was told/)).toBeVisible();
    await expect(page.getByLabel('Starts', { exact: true })).toHaveValue(moved.starts);
    const before = await mailsTo(reader.email);
    await page.waitForTimeout(UNDO_IS_OVER_MS);
    expect(await mailsTo(reader.email)).toHaveLength(before.length);
  });

  await test.step('drawn to another day in the calendar, it is told the same way', async () => {
    const day = localDay(9);
    // A day of the same week, so that the month shows both.
    const next = localDay(new Date(day).getUTCDay() === 0 ? 8 : 10);
    await page.goto(`/admin/en/sessions?view=calendar&day=${day}`);
    await page.getByRole('combobox', { name: 'Series' }).selectOption({ label: 'Moving walls' });
    await expect(page).toHaveURL(/series=/);
    // Sessions of other journeys leave the month before one is drawn in it.
    await expect(page.getByText('One session', { exact: true })).toBeVisible();
    const entry = page.getByRole('button', { name: /^Doors and hinges/ });
    await expect(entry).toHaveAccessibleName(/Moving walls$/);
    await entry.hover();
    await page.mouse.down();
    await page.locator(`[data-date="${next}"]`).hover();
    await page.locator(`[data-date="${next}"]`).hover();
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: /^Move “Doors and hinges” to/ });
    await expect(dialog).toContainText('one registered person');
    await expect(dialog.frameLocator('iframe').locator('body')).toContainText('India Standard Time');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Move it and tell them' }).click();
    await expect(page.getByText('Saved: Doors and hinges')).toBeVisible();

    const mail = await mailTo(reader.email, /In the host’s time it was to be: .*16:00.17:30/, HELD_MAIL_MS);
    expect(mail.text).toMatch(/Your time: .*(India Standard Time)/);
    expect(mail.text).toMatch(/It was to be: .*(India Standard Time)/);
    const entryNow = entryOf(mail);
    expect(entryNow).toMatchObject({ method: 'REQUEST', uid: entered.uid });
    expect(entryNow.sequence).toBeGreaterThan(told.sequence);
    expect(entryNow.start).toContain(next.replaceAll('-', ''));
  });
});
