import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import {
  asOrganiser,
  changeLink,
  MeetingPlace,
  planNearSession,
  type NearSession,
} from '../support/near-session';
import { fillRegistration, linkIn } from '../support/registering';

const place = new MeetingPlace();
let origin: string;

test.beforeAll(async () => {
  origin = await place.open();
});
test.afterAll(() => place.close());

/** Coming to the meeting is reaching for another host, and here alone that is meant. */
async function joinBy(page: Page, button: string, complaints: string[], path: string): Promise<void> {
  const before = place.visits.length;
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The meeting' })).toBeVisible();
  expect(place.visits.slice(before)).toEqual([{ path, referrer: undefined }]);
  const elsewhere = complaints.splice(0);
  expect(elsewhere.filter((complaint) => !complaint.startsWith(`other host: ${origin}/`))).toEqual([]);
}

test('from the mail to the meeting: the door, a changed link, the hint for organisers, and the end', async ({
  page,
  openContext,
  signIn,
  mailTo,
  expectAccessible,
  complaints,
}) => {
  test.setTimeout(180_000);
  let session: NearSession;
  await test.step('an organiser plans a session that begins in ten minutes', async () => {
    await signIn(page, 'organiser');
    session = await planNearSession(page, {
      slug: 'shade-at-noon',
      title: 'Shade at noon',
      germanTitle: 'Schatten am Mittag',
      startsIn: 10,
      meetingUrl: `${origin}/first-room`,
    });
    expect(await (await page.request.get('/en/sessions/shade-at-noon')).text()).not.toMatch(
      /room|tide-42|555 019/,
    );
  });

  const context = await openContext({ locale: 'en-GB', timezoneId: 'Africa/Nairobi' });
  const reader = await context.newPage();
  let address = '';
  await test.step('a participant registers, confirms, and finds her own address in the mail and the calendar', async () => {
    await reader.goto('/en/register?session=shade-at-noon');
    await fillRegistration(reader, { name: 'Achieng Noon', email: 'achieng.noon@example.net' });
    await reader.getByRole('button', { name: 'Register', exact: true }).click();
    await expect(reader).toHaveURL(/check-your-mail/);
    await reader.goto(linkIn(await mailTo('achieng.noon@example.net', /confirm/i), 'confirm'));
    await reader.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(reader.getByRole('link', { name: 'Join the session' })).toBeVisible();
    const mail = await mailTo('achieng.noon@example.net', /You are registered/);
    address = linkIn(mail, 'join');
    expect(mail.calendar?.replaceAll(/\r?\n /g, '')).toContain(`LOCATION:${address}`);
    expect(`${mail.text}${mail.html}${mail.calendar ?? ''}`).not.toMatch(/first-room|tide-42|555 019/);
  });

  await test.step('the link beside her registration leads to the door, and through it', async () => {
    await reader.getByRole('link', { name: 'Join the session' }).click();
    await expect(reader.getByRole('heading', { name: 'Come in' })).toBeVisible();
    await joinBy(reader, 'Join now', complaints, '/first-room');
  });

  await test.step('the address opens in her language, with the way in beside the button', async () => {
    await reader.goto(address);
    await expect(reader).toHaveURL(/\/en\/join\/[\w-]{43}$/);
    await expect(reader.getByRole('heading', { level: 1, name: 'Shade at noon' })).toBeVisible();
    await expect(reader.getByRole('heading', { name: 'Come in' })).toBeVisible();
    await expect(reader.getByText('tide-42')).toBeVisible();
    await expect(reader.getByRole('link', { name: '+380 44 555 019' })).toBeVisible();
    await expect(reader.locator('body')).not.toContainText('first-room');
    await expect(reader.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expectAccessible(reader);
  });

  await test.step('pressing leads into the meeting, which is not told where from; a changed link is followed', async () => {
    await joinBy(reader, 'Join now', complaints, '/first-room');
    session = await changeLink(page, session.id, `${origin}/second-room`);
    await reader.goto(address);
    await joinBy(reader, 'Join now', complaints, '/second-room');
  });

  await test.step('the organiser sees a hint, no attendance', async () => {
    await page.goto(`/admin/en/sessions/${session.id}/registrations`);
    await expect(page.getByRole('row', { name: /Achieng Noon.*3 times/ })).toBeVisible();
    await expect(page.getByText('a hint, not attendance')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('cancelled, the same address says why and shows the way to others', async () => {
    await asOrganiser(page, 'POST', `/sessions/${session.id}/cancel`, {
      version: session.version,
      reason: 'The speaker lost her voice.',
    });
    await reader.goto(address);
    await expect(reader.getByRole('heading', { name: 'This session does not take place' })).toBeVisible();
    await expect(reader.getByText('The speaker lost her voice.')).toBeVisible();
    await expect(reader.getByRole('button', { name: 'Join now' })).toHaveCount(0);
    await expectAccessible(reader);
    await reader.getByRole('link', { name: 'Other sessions of this series' }).click();
    await expect(reader).toHaveURL(/\/en\/series\/cities-in-a-changing-climate/);
  });
});

test.describe('without JavaScript, on a phone, in German', () => {
  test.use({ javaScriptEnabled: false, locale: 'de-DE', viewport: { width: 390, height: 800 } });

  test('the door is shut days before, and open when it is time', async ({
    page,
    openContext,
    signIn,
    mailTo,
    complaints,
  }) => {
    test.setTimeout(120_000);
    const context = await openContext({
      javaScriptEnabled: true,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
    });
    const desk = await context.newPage();
    await signIn(desk, 'organiser');
    for (const [slug, germanTitle, startsIn] of [
      ['rain-tomorrow', 'Regen von morgen', 3 * 24 * 60],
      ['rain-today', 'Regen von heute', 10],
    ] as const)
      await planNearSession(desk, {
        slug,
        title: slug,
        germanTitle,
        startsIn,
        meetingUrl: `${origin}/${slug}`,
      });

    await page.goto('/de/register?session=rain-today&session=rain-tomorrow');
    await fillRegistration(page, { name: 'Jana Regen', email: 'jana.regen@example.net' }, 'de');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.goto(linkIn(await mailTo('jana.regen@example.net', /bestätigen/i), 'confirm'));
    await page.getByRole('button', { name: 'Bestätigen' }).click();

    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Regen von morgen' })
      .getByRole('link', { name: 'Teilnehmen' })
      .click();
    await expect(page.getByRole('heading', { name: 'Die Tür ist noch geschlossen' })).toBeVisible();
    await expect(page.getByText(/beginnt in 3 Tagen/)).toBeVisible();
    await expect(page.getByText('tide-42')).toHaveCount(0);
    expect(await fits()).toBe(true);

    await page.goBack();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Regen von heute' })
      .getByRole('link', { name: 'Teilnehmen' })
      .click();
    await expect(page.getByRole('heading', { name: 'Kommen Sie herein' })).toBeVisible();
    await expect(page.getByText('tide-42')).toBeVisible();
    await expect(page.getByRole('button', { name: /kopieren/i })).toHaveCount(0);
    expect(await fits()).toBe(true);
    await joinBy(page, 'Jetzt teilnehmen', complaints, '/rain-today');
  });

  test('an address that nobody was given says so and shows the way out', async ({ page }) => {
    await page.goto(`/join/${'x'.repeat(43)}`);
    await expect(page).toHaveURL(/\/de\/join\//);
    await expect(page.getByRole('heading', { level: 1, name: 'Diesen Link kennen wir nicht' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Zum Programm' })).toBeVisible();
  });
});
