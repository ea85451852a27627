import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { fillRegistration, linkIn } from '../support/registering';

/** `YYYY-MM-DDTHH:mm`, so many days from now. */
function localTime(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
}

const english = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('group', { name: 'English' });
const german = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('group', { name: 'German' });

test('the main job: a series is planned, registered for, waited for and held', async ({
  page,
  browser,
  signIn,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(300_000);

  await test.step('the organiser creates and publishes a series', async () => {
    await signIn(page, 'organiser');
    await page.getByRole('link', { name: 'Series', exact: true }).click();
    await page.getByRole('link', { name: 'New series' }).click();
    await english(page, 'What it is about').getByLabel('Title').fill('Quiet streets');
    await english(page, 'What it is about').getByLabel('Host').fill('Journey network');
    await german(page, 'What it is about').getByLabel('Title').fill('Leise Straßen');
    await page.getByLabel('First day').fill(localTime(-10, '').slice(0, 10));
    await page.getByLabel('Last day').fill(localTime(60, '').slice(0, 10));
    await page.getByRole('textbox', { name: 'Address' }).fill('quiet-streets');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Quiet streets' })).toBeVisible();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByRole('link', { name: 'Public page' })).toBeVisible();
  });

  await test.step('and a session with one place, an agenda, a speaker’s city and a meeting link', async () => {
    await createSession(page, {
      title: 'Whispering asphalt',
      germanTitle: 'Flüsterasphalt',
      slug: 'whispering-asphalt',
      starts: localTime(7, '14:00'),
      ends: localTime(7, '15:30'),
      places: '1',
    });
    await expectAccessible(page);
  });

  const first = await browser.newContext();
  const reader = await first.newPage();
  await test.step('a participant finds it in her own time, registers and confirms by mail', async () => {
    await reader.goto('/en/series/quiet-streets');
    await reader.getByRole('link', { name: 'Whispering asphalt' }).first().click();
    await expect(reader.getByRole('heading', { level: 1, name: 'Whispering asphalt' })).toBeVisible();
    await expect(reader.locator('body')).not.toContainText('meeting.example');
    await reader
      .getByRole('link', { name: /^Register/ })
      .first()
      .click();
    await fillRegistration(reader, { name: 'Olena Journey', email: 'Olena.Journey@example.net' });
    await expectAccessible(reader);
    await reader.getByRole('button', { name: 'Register', exact: true }).click();
    await expect(reader).toHaveURL(/check-your-mail/);
    const mail = await mailTo('Olena.Journey@example.net', /confirm/i);
    await reader.goto(linkIn(mail, 'confirm'));
    await reader.getByRole('button', { name: /confirm/i }).click();
    await expect(reader.locator('a[href="https://meeting.example/whisper"]').first()).toBeVisible();
    const confirmed = await mailTo('Olena.Journey@example.net', /manage/);
    expect(confirmed.calendar).toContain('BEGIN:VTIMEZONE');
  });

  const second = await browser.newContext({ locale: 'de-DE', timezoneId: 'America/Sao_Paulo' });
  const waiting = await second.newPage();
  await test.step('a second one, in German, waits', async () => {
    await waiting.goto('/de/sessions/whispering-asphalt');
    await waiting
      .getByRole('link', { name: /Warteliste/ })
      .first()
      .click();
    await fillRegistration(waiting, { name: 'João Reise', email: 'joao.reise@example.net' }, 'de');
    await waiting.getByRole('button', { name: 'Anmelden', exact: true }).click();
    const mail = await mailTo('joao.reise@example.net', /bestätig/i);
    await waiting.goto(linkIn(mail, 'confirm'));
    await waiting.getByRole('button', { name: /bestätigen/i }).click();
    await expect(waiting.getByText(/Warteliste/).first()).toBeVisible();
    await expect(waiting.locator('body')).not.toContainText('meeting.example');
  });

  await test.step('the organiser sees both, and marks a session as held', async () => {
    await page.getByRole('link', { name: 'Registrations' }).click();
    await expect(page.getByRole('row', { name: /Olena Journey.*Confirmed/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /João Reise.*Waiting list/ })).toBeVisible();
    await expectAccessible(page);
    await createSession(page, {
      title: 'Night buses',
      germanTitle: 'Nachtbusse',
      slug: 'night-buses',
      starts: localTime(-2, '10:00'),
      ends: localTime(-2, '11:00'),
      places: '',
    });
    await page.getByRole('button', { name: 'Mark as held' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It was held' }).click();
    await expect(page.getByText('Held', { exact: true }).first()).toBeVisible();
  });

  await first.close();
  await second.close();
});

interface PlannedSession {
  title: string;
  germanTitle: string;
  slug: string;
  starts: string;
  ends: string;
  /** Empty: unlimited. */
  places: string;
}

async function createSession(page: Page, planned: PlannedSession): Promise<void> {
  await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
  await page.getByRole('link', { name: 'New session' }).click();
  await english(page, 'Title and abstract').getByLabel('Title').fill(planned.title);
  await german(page, 'Title and abstract').getByLabel('Title').fill(planned.germanTitle);
  await page.getByLabel('Series', { exact: true }).selectOption({ label: 'Quiet streets' });
  await page.getByLabel('Starts', { exact: true }).fill(planned.starts);
  await page.getByLabel('Ends', { exact: true }).fill(planned.ends);
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Kyiv');
  await page.getByRole('textbox', { name: 'Address' }).fill(planned.slug);
  await page.getByLabel('Places').fill(planned.places);
  await page.getByRole('button', { name: 'Show link and passcode' }).click();
  await page.getByLabel('Meeting link').fill('https://meeting.example/whisper');
  await page.getByRole('button', { name: 'Add a part' }).click();
  const part = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem').first();
  await part
    .getByRole('group', { name: 'English' })
    .first()
    .getByLabel('Title')
    .fill('What a street sounds like');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: planned.title })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('link', { name: 'Public page' })).toBeVisible();
}
