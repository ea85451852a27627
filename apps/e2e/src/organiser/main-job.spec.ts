import { expect, test } from '../support/fixtures';
import { createSeries, createSession, localTime, publish } from '../support/planning';
import { picture, writeText } from '../support/recap-writing';
import { fillRegistration, linkIn } from '../support/registering';

const meetingLink = 'https://meeting.example/whisper';
const stranger = { javaScriptEnabled: true, locale: 'en-GB' };

test('the main job: a series is planned, registered for, waited for, held, counted and looked back on', async ({
  page,
  openContext,
  signIn,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(300_000);

  await test.step('the organiser creates and publishes a series', async () => {
    await signIn(page, 'organiser');
    await createSeries(page, {
      title: 'Quiet streets',
      germanTitle: 'Leise Straßen',
      slug: 'quiet-streets',
    });
    await expectAccessible(page);
    await publish(page);
  });

  await test.step('and a session with one place, an agenda, a moderator and a meeting link', async () => {
    await createSession(page, {
      series: 'Quiet streets',
      title: 'Whispering asphalt',
      germanTitle: 'Flüsterasphalt',
      slug: 'whispering-asphalt',
      starts: localTime(7, '14:00'),
      ends: localTime(7, '15:30'),
      places: '1',
      meetingLink,
    });
    await publish(page);
    await expectAccessible(page);
  });

  const first = await openContext({ ...stranger, timezoneId: 'Africa/Nairobi' });
  const reader = await first.newPage();
  await test.step('a participant finds it in her own time, registers and confirms by mail', async () => {
    await reader.goto('/en/series/quiet-streets');
    await reader.getByRole('link', { name: 'Whispering asphalt' }).first().click();
    await expect(reader.getByRole('heading', { level: 1, name: 'Whispering asphalt' })).toBeVisible();
    await expect(reader.getByText(/Your time/i).first()).toBeVisible();
    await expect(reader.getByText(/Kyiv/).first()).toBeVisible();
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
    await expect(reader.getByRole('link', { name: 'Join the session' })).toHaveAttribute(
      'href',
      /^\/en\/join\/[\w-]{43}$/,
    );
    await expect(reader.locator('body')).not.toContainText('meeting.example');
    await expectAccessible(reader);
    const confirmed = await mailTo('Olena.Journey@example.net', /manage/);
    expect(confirmed.calendar).toContain('BEGIN:VTIMEZONE');
    expect(confirmed.calendar).toMatch(/LOCATION:http\S+\/join\//);
  });

  const second = await openContext({ locale: 'de-DE', timezoneId: 'America/Sao_Paulo' });
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

  await test.step('the organiser sees both', async () => {
    await page.getByRole('link', { name: 'Registrations' }).click();
    await expect(page.getByRole('row', { name: /Olena Journey.*Confirmed/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /João Reise.*Waiting list/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the first cancels, and the one who waits is promoted and told', async () => {
    await reader.getByRole('link', { name: 'See or cancel my registrations' }).click();
    await expectAccessible(reader);
    await reader.locator('summary', { hasText: 'Cancel this registration' }).click();
    await reader.getByRole('button', { name: 'Yes, cancel' }).click();
    await expect(reader.getByText(/“Whispering asphalt” is cancelled/)).toBeVisible();
    await expect(reader.getByRole('link', { name: 'Join the session' })).toHaveCount(0);
    const promoted = await mailTo('joao.reise@example.net', /frei geworden|nachgerückt/i);
    await waiting.goto(linkIn(promoted, 'manage'));
    await expect(waiting.getByRole('link', { name: 'Teilnehmen' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('row', { name: /João Reise.*Confirmed/ })).toBeVisible();
  });

  await test.step('the organiser marks a session as held and says how many came', async () => {
    await createSession(page, {
      series: 'Quiet streets',
      title: 'Night buses',
      germanTitle: 'Nachtbusse',
      slug: 'night-buses',
      starts: localTime(-2, '10:00'),
      ends: localTime(-2, '11:00'),
      places: '',
      meetingLink,
    });
    await publish(page);
    await page.getByRole('button', { name: 'Mark as held' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'It was held' }).click();
    await expect(page.getByText('Held', { exact: true }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Figures' }).first().click();
    await page
      .getByRole('row', { name: /Quiet streets/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('link', { name: 'Reported numbers' }).click();
    await page.getByRole('button', { name: 'Add a reported number Night buses' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What was counted').selectOption({ label: 'Attended' });
    await dialog.getByRole('spinbutton', { name: 'Number' }).fill('42');
    await dialog.getByLabel('Who says so').fill('the host');
    await dialog.getByRole('button', { name: 'Save the number' }).click();
    await expect(page.getByRole('row', { name: /Night buses.*42/ })).toBeVisible();
    await expectAccessible(page);
  });

  const desk = await openContext(stranger);
  const editor = await desk.newPage();
  await test.step('the editor writes its recap in two languages, with a live number and a credited picture', async () => {
    await signIn(editor, 'editor');
    await editor.getByRole('link', { name: 'Recaps', exact: true }).click();
    await editor.getByRole('link', { name: 'New recap' }).click();
    await editor.getByRole('button', { name: 'Night buses' }).click();
    await writeText(
      editor,
      {
        language: 'English',
        title: 'What we learnt about night buses',
        slug: 'what-we-learnt-about-night-buses',
        lead: 'Buses that run through the night carry those who keep a city going.',
        before: 'To this exchange came',
        after: 'who plan buses by day.',
      },
      /42/,
    );
    await writeText(
      editor,
      {
        language: 'German',
        title: 'Was wir über Nachtbusse gelernt haben',
        slug: 'was-wir-ueber-nachtbusse-gelernt-haben',
        lead: 'Wer nachts fährt, hält die Stadt am Laufen.',
        before: 'Zu diesem Austausch kamen',
        after: 'die tagsüber Busse planen.',
      },
      /42/,
    );
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(editor.getByText(/Saved at/)).toBeVisible();

    const lead = editor.getByRole('region', { name: 'Lead picture' });
    await lead
      .getByLabel('Upload')
      .setInputFiles({ name: 'night-bus.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await lead.getByLabel('Alt text, English').fill('A bus under street lamps');
    await lead.getByLabel('Alt text, German').fill('Ein Bus unter Straßenlaternen');
    await lead.getByLabel('Photographer').fill('Journey Photographer');
    await lead.getByLabel('Photographer').press('Tab');
    await lead.getByLabel('People shown').selectOption({ label: 'Not needed: nobody can be recognised' });
    await expect(lead.getByText('Saved in the media library')).toBeVisible();
    await editor.getByRole('button', { name: 'Name who wrote it' }).click();
    await expect(editor.getByLabel('Written by')).toBeFocused();
    await editor.keyboard.type('The journey desk');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expectAccessible(editor);
    await editor.getByRole('button', { name: 'Submit for review' }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
    await expect(editor.getByText('You wrote last: somebody else has to approve it.')).toBeVisible();
    const address = editor.url();
    const reviewer = await (await openContext(stranger)).newPage();
    await signIn(reviewer, 'administrator');
    await reviewer.goto(address);
    await reviewer.getByRole('button', { name: 'Approve' }).click();
    await expect(reviewer.getByText(/^Approved by/)).toBeVisible();
    await editor.reload();
    await editor.getByRole('button', { name: 'Publish', exact: true }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(editor.getByRole('link', { name: 'Public page' })).toBeVisible();
  });

  await test.step('a visitor reads it in both languages', async () => {
    await reader.goto('/en/recaps');
    await reader.getByRole('link', { name: 'What we learnt about night buses' }).first().click();
    await expect(
      reader.getByRole('heading', { level: 1, name: 'What we learnt about night buses' }),
    ).toBeVisible();
    await expect(reader.getByText(/To this exchange came 42 .* who plan buses by day\./)).toBeVisible();
    await expect(reader.getByRole('img', { name: 'A bus under street lamps' })).toBeVisible();
    await expect(reader.getByText('Journey Photographer').first()).toBeVisible();
    await expectAccessible(reader);
    await reader.getByRole('article').getByRole('link', { name: 'Deutsch' }).click();
    await expect(reader).toHaveURL(/\/de\/recaps\/was-wir-ueber-nachtbusse-gelernt-haben$/);
    await expect(
      reader.getByText(/Zu diesem Austausch kamen 42 .* die tagsüber Busse planen\./),
    ).toBeVisible();
  });

  await test.step('its address changes, and the old one leads to the new one', async () => {
    const english = editor.getByRole('region', { name: 'Text', exact: true }).getByRole('group', {
      name: 'English',
      exact: true,
    });
    await english.getByRole('textbox', { name: 'Address' }).fill('night-buses-and-those-who-drive-them');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await editor.getByRole('button', { name: 'Publish the changes' }).click();
    await editor.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect
      .poll(async () => {
        const old = '/en/recaps/what-we-learnt-about-night-buses';
        const answer = await reader.request.get(old, { maxRedirects: 0 });
        return [answer.status(), answer.headers()['location']];
      })
      .toEqual([301, '/en/recaps/night-buses-and-those-who-drive-them']);
  });
});
