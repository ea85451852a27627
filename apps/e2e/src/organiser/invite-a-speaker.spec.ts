import { expect, test } from '../support/fixtures';
import { createSeries, createSession, localTime, publish } from '../support/planning';
import { picture } from '../support/recap-writing';
import { linkIn } from '../support/registering';

const speaker = { name: 'Ines Journey', email: 'ines.journey@example.net' };

test('an organiser invites a speaker, who confirms and completes profile and photo on a phone; a second entry is merged', async ({
  page,
  openContext,
  signIn,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(240_000);

  await test.step('the speaker is in the directory, twice by mistake', async () => {
    await signIn(page, 'organiser');
    for (const email of [speaker.email, '']) {
      await page.getByRole('link', { name: 'Speakers', exact: true }).first().click();
      await page.getByRole('link', { name: 'New speaker' }).click();
      await page.getByLabel('Name', { exact: true }).fill(speaker.name);
      if (email) await page.getByLabel('E-mail').fill(email);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: speaker.name })).toBeVisible();
    }
  });

  await test.step('a session names her', async () => {
    await createSeries(page, { title: 'Quiet rivers', germanTitle: 'Stille Flüsse', slug: 'quiet-rivers' });
    await publish(page);
    await createSession(page, {
      series: 'Quiet rivers',
      title: 'Banks and bends',
      germanTitle: 'Ufer und Schleifen',
      slug: 'banks-and-bends',
      starts: localTime(9, '14:00'),
      ends: localTime(9, '15:30'),
      places: '',
      meetingLink: 'https://meeting.example/bend',
    });
    await publish(page);
    const people = page.getByRole('region', { name: 'People of the whole session' });
    await people.getByRole('button', { name: 'Add a person' }).click();
    await people.getByRole('combobox', { name: 'Speaker' }).fill('Ines');
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /ines\.journey|Ines Journey/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Speakers and their answers' })).toContainText(
      speaker.name,
    );
  });

  await test.step('the two entries become one', async () => {
    const session = page.url();
    await page.getByRole('link', { name: 'Speakers', exact: true }).first().click();
    await page.getByRole('link', { name: 'Duplicates' }).click();
    await expectAccessible(page);
    const pair = page.getByRole('listitem').filter({ hasText: speaker.name }).first();
    await pair.getByRole('link', { name: /Compare and merge/ }).click();
    await expect(page.getByRole('heading', { name: 'Merge two entries' })).toBeVisible();
    await expect(page.getByRole('row', { name: /E-mail/ })).toContainText(speaker.email);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(page.getByText(/was merged into|is merged into|has been merged/).first()).toBeVisible();
    await page.goto(session);
  });

  await test.step('she is invited', async () => {
    const answers = page.getByRole('region', { name: 'Speakers and their answers' });
    await answers.getByRole('button', { name: `Invite ${speaker.name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await expect(answers.getByRole('row', { name: new RegExp(speaker.name) })).toContainText('Invited');
    await expectAccessible(page);
  });

  await test.step('on her phone she says yes, and how she is to be presented', async () => {
    const mail = await mailTo(speaker.email, /Banks and bends/);
    expect(mail.text).not.toContain('meeting.example');
    const phone = await openContext({
      locale: 'en-GB',
      timezoneId: 'America/Bogota',
      viewport: { width: 390, height: 844 },
    });
    const own = await phone.newPage();
    await own.goto(linkIn(mail, 'speakers'));
    await expect(own.getByRole('heading', { name: 'Your sessions and profile' })).toBeVisible();
    await expectAccessible(own);
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await own.getByRole('button', { name: /Yes, I will be there/ }).click();
    await expect(own.getByText('Thank you. Your answer is with the organisers.')).toBeVisible();
    await own.getByRole('group', { name: 'English' }).getByLabel('Position').fill('River engineer');
    await own.getByRole('button', { name: 'Save my profile' }).click();
    await expect(own.getByText('Your profile is saved.')).toBeVisible();
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: 'ines.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await own.locator('input[name=credit]').fill('Ines Journey');
    await own.locator('input[name=hasConsented]').check();
    await own.getByRole('button', { name: 'Send the photo' }).click();
    await expect(own.getByText('Thank you. Your photo is stored.')).toBeVisible();
    await expectAccessible(own);
    await phone.close();
  });

  await test.step('the organiser sees the answer, and readers see her on the page', async () => {
    await page.reload();
    const answers = page.getByRole('region', { name: 'Speakers and their answers' });
    await expect(answers.getByRole('row', { name: new RegExp(speaker.name) })).toContainText('Confirmed');
    await page.goto('/en/sessions/banks-and-bends');
    await expect(page.getByText(speaker.name).first()).toBeVisible();
    await expect(page.getByRole('img', { name: new RegExp(speaker.name) })).toBeVisible();
    await expectAccessible(page);
  });
});
