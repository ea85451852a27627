import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { asOrganiser } from '../support/near-session';

interface Listed {
  id: string;
  slug: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

interface Attendance {
  people: { registrationId: string; name: string; evidence: string[] }[];
}

/** As Zoom writes it: month first, the account's clock. */
function zoomTime(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
    .format(new Date(instant))
    .replace(',', '');
}

async function heldSession(page: Page): Promise<Listed> {
  const { items } = await asOrganiser<{ items: Listed[] }>(
    page,
    'GET',
    '/sessions?state=held&pageSize=100&q=trees',
  );
  const session = items.find(({ slug }) => slug.includes('trees'));
  if (!session) throw new Error('The demonstration has no session about trees that was held.');
  return session;
}

test('an organiser imports a report with guests, identifies one by keyboard, and undoes it: every figure follows', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'organiser');
  const session = await heldSession(page);
  const { people } = await asOrganiser<Attendance>(page, 'GET', `/sessions/${session.id}/attendance`);
  const missed = people.filter(({ evidence }) => evidence.length === 0);
  const [late] = missed.slice(-1);
  if (!late) throw new Error('Everybody came to the session about trees.');
  const times = `${zoomTime(session.startsAt, session.timeZone)},${zoomTime(session.endsAt, session.timeZone)}`;
  const report = [
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
    `"${late.name}",,${times},90,Yes`,
    `Somebody Unheard,,${times},90,Yes`,
    `"=1+1 (Host)",host@city.example,${times},90,No`,
  ].join('\r\n');
  const publicPage = await openContext();
  const reader = await publicPage.newPage();
  const attendedOnPortal = async () => {
    const answer = await reader.request.get(`/api/v1/pages/sessions/${session.slug}?lang=en`);
    expect(answer.ok()).toBe(true);
    const { figures } = (await answer.json()) as { figures: unknown };
    return JSON.stringify(figures);
  };
  const before = await attendedOnPortal();

  await test.step('the record says who came, as a range', async () => {
    await page.goto(`/admin/en/sessions/${session.id}/attendance`);
    await expect(page.getByRole('heading', { level: 1, name: 'Attendance' })).toBeVisible();
    await expect(page.getByText('2 guests nobody identified may be as many more')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a picture is no report, and says so', async () => {
    await page.getByLabel('Choose a file').setInputFiles({
      name: 'report.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    });
    await expect(page.getByRole('alert')).toContainText('This is no report of a meeting');
  });

  await test.step('the report is looked at before anything is written', async () => {
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'participants.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
    const effect = page.getByRole('table', { name: /Numbers of the session/ });
    await expect(effect.getByRole('row', { name: /^of these guests nobody identified 2 4$/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it is imported, and the same file is known afterwards', async () => {
    await page.getByRole('button', { name: 'Import 3 lines' }).press('Enter');
    await expect(page.getByText('Imported: 3 lines. The numbers above are counted anew.')).toBeVisible();
    await expect(page.getByText('4 guests nobody identified may be as many more')).toBeVisible();
    await page.getByRole('button', { name: 'Another report' }).click();
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(report) });
    await expect(page.getByText('This file is imported already.')).toBeVisible();
    await page.getByRole('button', { name: 'Give up' }).click();
  });

  await test.step('a guest is identified by keyboard, with the reason; taken back and said again', async () => {
    const identify = async () => {
      await page.getByRole('button', { name: `Is ${late.name} (${late.name})` }).press('Enter');
      await expect(page.getByText('3 guests nobody identified may be as many more')).toBeVisible();
    };
    await identify();
    await page.getByRole('button', { name: 'Identified people' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Search people' }).fill(late.name);
    const decided = page.getByRole('row', { name: /as staff decided · same name/ });
    await expect(decided).toBeVisible();
    // Until the answer is there, the list of before stands dimmed.
    await expect(page.getByRole('table', { name: 'People whom the reports' }).getByRole('row')).toHaveCount(
      3,
    );
    await expectAccessible(page);
    await decided.getByRole('button', { name: /^Take back/ }).press('Enter');
    await expect(page.getByText('4 guests nobody identified may be as many more')).toBeVisible();
    await page.getByRole('button', { name: 'Guests nobody identified' }).press('Enter');
    await identify();
  });

  await test.step('readers see the session’s figure change', async () => {
    await expect.poll(attendedOnPortal).not.toBe(before);
  });

  await test.step('undone, every figure is what it was', async () => {
    await page.getByRole('button', { name: 'Undo … participants.csv' }).click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByText('2 guests nobody identified may be as many more')).toBeVisible();
    await expect.poll(attendedOnPortal).toBe(before);
  });
});
