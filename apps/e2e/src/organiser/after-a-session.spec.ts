import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { asOrganiser, planNearSession, type NearSession } from '../support/near-session';
import { fillRegistration, linkIn } from '../support/registering';
import { endSession } from '../support/time-passes';

const PDF = Buffer.from('%PDF-1.4\n% slides for those who came\n%%EOF\n');

test('after a session: materials for those who came, attendance, a certificate that can be checked, anonymous feedback', async ({
  page,
  openContext,
  signIn,
  mailTo,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  const slug = 'after-the-rain';
  let session: NearSession;
  await test.step('an organiser plans a session with certificates', async () => {
    await signIn(page, 'organiser');
    session = await planNearSession(page, {
      slug,
      title: 'After the rain',
      germanTitle: 'Nach dem Regen',
      startsIn: 10,
      meetingUrl: 'https://meeting.example/rain',
    });
    const rules = await asOrganiser<{ version: number; own: object }>(
      page,
      'GET',
      `/registration-setup/sessions/${session.id}/rules`,
    );
    await asOrganiser(page, 'PUT', `/registration-setup/sessions/${session.id}/rules`, {
      ...rules.own,
      version: rules.version,
      offersCertificates: true,
    });
  });

  // Without scripts, on a telephone.
  const context = await openContext({
    javaScriptEnabled: false,
    locale: 'de-DE',
    viewport: { width: 390, height: 844 },
    acceptDownloads: true,
  });
  const reader = await context.newPage();
  let manage = '';
  await test.step('somebody registers, in German', async () => {
    await reader.goto(`/de/register?session=${slug}`);
    await fillRegistration(reader, { name: 'Ірина Nachregen', email: 'iryna.nachregen@example.net' }, 'de');
    await reader.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await reader.goto(linkIn(await mailTo('iryna.nachregen@example.net', /bestätigen/i), 'confirm'));
    await reader.getByRole('button', { name: 'Bestätigen' }).click();
    await expect(reader).toHaveURL(/\/de\/register\/manage\//);
    manage = new URL(reader.url()).pathname.split('/').at(-1) ?? '';
    await endSession(slug);
  });

  await test.step('the organiser adds a link and a PDF, and puts the PDF first by keyboard', async () => {
    await page.goto(`/admin/en/sessions/${session.id}`);
    await page.getByRole('link', { name: 'After the session' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'After the session' })).toBeVisible();
    await addMaterial(page, async (form) => {
      await form.getByLabel('Address').fill('https://video.example/after-the-rain');
      await form.getByLabel(/Title \(English\)/).fill('The recording');
      await form.getByLabel('Kind').selectOption('recording');
      await form.getByLabel('For whom').selectOption('public');
      await expectAccessible(page);
    });
    await addMaterial(page, async (form) => {
      await form.getByRole('radio', { name: 'A file from this computer' }).check();
      await form
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'slides.html', mimeType: 'text/html', buffer: PDF });
      await form.getByLabel(/Title \(German\)/).fill('Folien für alle, die da waren');
    });
    const rows = page.getByRole('region', { name: 'Materials' }).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('PDF');
    await page.getByRole('button', { name: 'Move slides up' }).press('Enter');
    await expect(rows.nth(0)).toContainText('slides');
    await expect(rows.nth(1)).toContainText('The recording');
  });

  await test.step('and marks who came', async () => {
    await page.getByRole('checkbox', { name: /^Select Ірина/ }).check();
    await page.getByRole('button', { name: 'They came (1)' }).click();
    await expect(page.getByRole('row', { name: /Ірина/ })).toContainText('Came');
    await expectAccessible(page);
  });

  const own =
    await test.step('everybody sees the recording on the session’s page, and nothing of the slides', async () => {
      await reader.goto(`/de/sessions/${slug}`);
      const materials = reader.getByRole('region', { name: 'Unterlagen und Aufzeichnung' });
      await expect(materials.getByRole('link', { name: 'The recording' })).toBeVisible();
      expect(await reader.content()).not.toMatch(/slides|Folien für alle/);
      const mine = await (
        await reader.request.get('/api/v1/registrations/mine', {
          headers: { authorization: `Bearer ${manage}` },
        })
      ).json();
      return `/de/after/${manage}/${(mine as { registrations: { id: string }[] }).registrations[0]?.id ?? ''}`;
    });

  let code = '';
  await test.step('the participant finds both, and downloads the slides and her certificate', async () => {
    await reader.goto(own);
    await expect(reader.getByRole('heading', { level: 1, name: 'Nach der Veranstaltung' })).toBeVisible();
    await expect(reader.getByRole('link', { name: 'The recording' })).toBeVisible();
    const slides = await download(reader, () =>
      reader.getByRole('link', { name: 'Folien für alle' }).click(),
    );
    expect(slides.name).toBe('slides.pdf');
    expect(slides.contents.equals(PDF)).toBe(true);
    const certificate = await download(reader, () =>
      reader.getByRole('button', { name: 'Meine Bescheinigung herunterladen' }).click(),
    );
    code = /^bescheinigung-([\w-]+)\.pdf$/.exec(certificate.name)?.[1] ?? '';
    expect(code).toMatch(/^(\w{4}-){2}\w{4}$/);
    expect(certificate.contents.subarray(0, 5).toString()).toBe('%PDF-');
    // The address to check it at is a link in the document, in plain letters.
    expect(certificate.contents.toString('latin1')).toContain(`/de/certificates/${code}`);
  });

  await test.step('anybody can check it, by its address or its code', async () => {
    await reader.goto(`/en/certificates/${code}`);
    const valid = reader.getByRole('region', { name: 'This certificate is valid' });
    await expect(valid).toContainText('Ірина Nachregen');
    await expect(valid).toContainText('Nach dem Regen');
    await reader.getByLabel('Code on the certificate').fill('AAAA-BBBB-CCCC');
    await reader.getByRole('button', { name: 'Check' }).click();
    await expect(reader.getByRole('alert')).toContainText('No certificate has the code AAAA-BBBB-CCCC');
  });

  await test.step('she says anonymously what she thought, and an error loses nothing', async () => {
    await reader.goto(own);
    await reader.getByRole('button', { name: 'Meine Rückmeldung senden' }).click();
    await expect(reader.getByRole('alert')).toContainText('Bitte bewerten Sie die Veranstaltung');
    await reader.getByRole('radio', { name: 'Sehr gut' }).check();
    await reader.getByLabel(/den Veranstaltenden sagen/).fill('Mehr Zeit für Fragen');
    await reader.getByRole('checkbox', { name: 'Anonym senden' }).check();
    await reader.getByRole('button', { name: 'Meine Rückmeldung senden' }).click();
    await expect(reader).toHaveURL(/\/de\/feedback\/[\w-]{43}\?done=feedback$/);
    await expect(reader.getByRole('status')).toContainText(
      'nichts Gespeichertes sagt, dass sie von Ihnen ist',
    );
    await expect(reader.getByLabel(/den Veranstaltenden sagen/)).toHaveValue('Mehr Zeit für Fragen');
    await reader.goto(own);
    await expect(reader.getByText('Sie haben Ihre Rückmeldung anonym gegeben')).toBeVisible();
  });

  await test.step('the organiser sees that there is one, and not what it says', async () => {
    await page.reload();
    const feedback = page.getByRole('region', { name: 'Feedback' });
    await expect(feedback).toContainText('1 of 1 people gave feedback (100 %), 1 of them anonymously.');
    await expect(feedback).not.toContainText('Mehr Zeit');
    await expectAccessible(page);
  });

  await test.step('the certificate is withdrawn, and whoever checks it learns that', async () => {
    await page.getByRole('button', { name: /^Withdraw/ }).click();
    await page.getByRole('alertdialog').getByLabel('Reason').fill('Somebody else sat there');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw it' }).click();
    await expect(page.getByRole('row', { name: /Ірина/ })).toContainText(
      'Withdrawn: Somebody else sat there',
    );
    await reader.goto(`/de/certificates/${code}`);
    await expect(
      reader.getByRole('region', { name: 'Diese Bescheinigung wurde zurückgezogen' }),
    ).toBeVisible();
    expect(await reader.content()).not.toContain('Somebody else');
  });

  await test.step('with scripts the pages are the same, and accessible', async () => {
    const scripted = await (await openContext({ javaScriptEnabled: true, locale: 'de-DE' })).newPage();
    await scripted.goto(own);
    await expect(scripted.getByRole('heading', { level: 2, name: 'Ihre Rückmeldung' })).toBeVisible();
    await expectAccessible(scripted);
    await scripted.goto(`/de/certificates/${code}`);
    await expectAccessible(scripted);
    await scripted.goto(`/de/sessions/${slug}`);
    await expect(scripted.getByRole('region', { name: 'Unterlagen und Aufzeichnung' })).toBeVisible();
    await expectAccessible(scripted);
  });
});

async function addMaterial(
  page: Page,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: 'Add a link or a file' }).click();
  const form = page.getByRole('form', { name: 'New material' });
  await fill(form);
  await form.getByRole('button', { name: 'Store' }).click();
  await expect(form).toHaveCount(0);
}

async function download(page: Page, act: () => Promise<void>): Promise<{ name: string; contents: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), contents: await readFile(await file.path()) };
}
