import { expect, test } from '../support/fixtures';
import { planNearSession } from '../support/near-session';
import { fillRegistration, linkIn } from '../support/registering';
import { tabTo } from '../support/tabbing';

const DAY = 24 * 60;
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'de-DE', timezoneId: 'Asia/Manila' };
const person = { name: 'Anton Dreifach', email: 'anton.dreifach@example.net' };
const titles = ['Brücken am Morgen', 'Brücken am Mittag', 'Brücken am Abend'] as const;

test('somebody registers on a phone for three sessions in one form, confirms on another device, gives one up from the mail, and leaves without a trace', async ({
  page,
  signIn,
  openContext,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'organiser');
  for (const [index, germanTitle] of titles.entries()) {
    await planNearSession(page, {
      slug: `bridges-${index + 1}`,
      title: `Bridges ${index + 1}`,
      germanTitle,
      // The first two overlap by half an hour.
      startsIn: 12 * DAY + ([0, 30, 300][index] ?? 0),
      meetingUrl: 'https://meet.example/bridges',
    });
  }
  const phone = await (await openContext(PHONE)).newPage();
  const isNoWiderThanThePhone = async () =>
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await test.step('they are ticked in the programme, in the reader’s own time', async () => {
    await phone.goto('/de/series/cities-in-a-changing-climate');
    for (const title of titles) await phone.getByRole('checkbox', { name: title }).check();
    await isNoWiderThanThePhone();
    await phone
      .getByRole('button', { name: /anmelden/i })
      .first()
      .click();
    await expect(phone).toHaveURL(/\/de\/register\?session=/);
    for (const title of titles) await expect(phone.getByRole('checkbox', { name: title })).toBeChecked();
    await expect(phone.getByText(/Zur gleichen Zeit: .*Brücken am Morgen/)).toBeVisible();
    await expect(phone.getByLabel('Zeitzone')).toHaveValue('Asia/Manila');
  });

  await test.step('one form, sent by keyboard; what is missing is said and nothing typed is lost', async () => {
    await fillRegistration(phone, { ...person, email: 'anton.dreifach@' }, 'de');
    await phone
      .getByRole('textbox', { name: /^Was Sie für die Teilnahme brauchen/ })
      .fill('Bitte mit Untertiteln');
    await tabTo(phone, ({ text }) => text === 'Anmelden');
    await phone.keyboard.press('Enter');
    await expect(phone.getByRole('alert').first()).toBeVisible();
    await expect(phone.locator('input[name=name]')).toHaveValue(person.name);
    await expectAccessible(phone);
    await isNoWiderThanThePhone();
    await phone.locator('input[name=email]').fill(person.email);
    const [sent] = await Promise.all([
      phone.waitForRequest(
        (request) => request.method() === 'POST' && request.url().includes('/api/v1/registrations?'),
      ),
      phone.getByRole('button', { name: 'Anmelden', exact: true }).click(),
    ]);
    // The browser did its little work meanwhile; without it the form would be taken too, but fewer of them.
    expect(sent.headers()['x-reihe-proof']).toBeTruthy();
    await expect(phone).toHaveURL(/\/de\/register\/check-your-mail/);
  });

  const asked = await mailTo(person.email, /bestätig/i);
  await test.step('the mail names all three and a scanner that opens its link confirms nothing', async () => {
    for (const title of titles) expect(asked.text).toContain(title);
    await phone.request.get(linkIn(asked, 'confirm'));
  });

  const desk = await (await openContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' })).newPage();
  await test.step('a button on another device confirms all of them', async () => {
    await desk.goto(linkIn(asked, 'confirm'));
    await expectAccessible(desk);
    await desk.getByRole('button', { name: 'Bestätigen' }).click();
    const link = desk.getByRole('link', { name: 'Meine Anmeldungen ansehen oder absagen' });
    await expect(link.or(desk.getByRole('heading', { level: 1, name: 'Meine Termine' }))).toBeVisible();
  });

  const confirmed = await mailTo(person.email, /manage\//);
  await test.step('my sessions has all of them, with a seat each', async () => {
    await phone.goto(linkIn(confirmed, 'manage'));
    for (const title of titles) await expect(phone.getByRole('link', { name: title })).toBeVisible();
    await expect(phone.getByText('Sie haben einen Platz')).toHaveCount(3);
    await isNoWiderThanThePhone();
    await expectAccessible(phone);
  });

  await test.step('one is given up by a click from the mail', async () => {
    await phone.goto(linkIn(confirmed, 'release'));
    await expect(phone.getByRole('heading', { level: 1, name: 'Diesen Platz freigeben?' })).toBeVisible();
    await phone.getByRole('button', { name: 'Meinen Platz freigeben' }).click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Ihr Platz ist freigegeben' })).toBeVisible();
    await expectAccessible(phone);
    await phone.goto(linkIn(confirmed, 'manage'));
    await expect(phone.getByText('Sie haben einen Platz')).toHaveCount(2);
  });

  await test.step('whoever leaves is gone, with every link', async () => {
    await phone.getByRole('link', { name: 'Meine Daten löschen' }).click();
    await phone.getByRole('button', { name: 'Alles über mich löschen' }).click();
    await expect(phone.getByRole('heading', { level: 1, name: 'Ihre Daten sind gelöscht' })).toBeVisible();
    await expectAccessible(phone);
    await phone.goto(linkIn(confirmed, 'manage'));
    await expect(phone.getByText(person.name)).toHaveCount(0);
    await expect(phone.getByText('Sie haben einen Platz')).toHaveCount(0);
  });
});
