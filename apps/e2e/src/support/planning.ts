import { expect, type Locator, type Page } from '@playwright/test';

/** A panel of an editor in the admin, in one of the two languages. */
export const inEnglish = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('group', { name: 'English' });
export const inGerman = (page: Page, section: string) =>
  page.getByRole('region', { name: section }).getByRole('group', { name: 'German' });

/** `YYYY-MM-DDTHH:mm`, so many days from now. */
export function localTime(days: number, time: string): string {
  return `${localDay(days)}T${time}`;
}

/** `YYYY-MM-DD`, so many days from now. */
export function localDay(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export interface PlannedSeries {
  title: string;
  germanTitle: string;
  slug: string;
}

export interface PlannedSession {
  series: string;
  title: string;
  germanTitle: string;
  slug: string;
  /** Wall clock in Kyiv, `YYYY-MM-DDTHH:mm`. */
  starts: string;
  ends: string;
  /** Empty: unlimited. */
  places: string;
  meetingLink: string;
}

/** Fills in a new series and saves it as an organiser does. */
export async function createSeries(page: Page, planned: PlannedSeries): Promise<void> {
  await page.getByRole('link', { name: 'Series', exact: true }).click();
  await page.getByRole('link', { name: 'New series' }).click();
  await inEnglish(page, 'What it is about').getByLabel('Title').fill(planned.title);
  await inEnglish(page, 'What it is about').getByLabel('Host').fill('Journey network');
  await inGerman(page, 'What it is about').getByLabel('Title').fill(planned.germanTitle);
  await page.getByLabel('First day').fill(localDay(-10));
  await page.getByLabel('Last day').fill(localDay(60));
  await page.getByRole('textbox', { name: 'Address' }).fill(planned.slug);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: planned.title })).toBeVisible();
  // Whoever leaves before it is saved is brought back to it.
  await expect(page).toHaveURL(/\/series\/[\da-f-]{36}$/);
}

/** Fills in a new session with one agenda item and saves it. */
export async function createSession(page: Page, planned: PlannedSession): Promise<void> {
  await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
  await page.getByRole('link', { name: 'New session' }).click();
  await inEnglish(page, 'Title and abstract').getByLabel('Title').fill(planned.title);
  await inGerman(page, 'Title and abstract').getByLabel('Title').fill(planned.germanTitle);
  await page.getByLabel('Series', { exact: true }).selectOption({ label: planned.series });
  await page.getByLabel('Starts', { exact: true }).fill(planned.starts);
  await page.getByLabel('Ends', { exact: true }).fill(planned.ends);
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Kyiv');
  await page.getByRole('textbox', { name: 'Address' }).fill(planned.slug);
  await page.getByLabel('Places').fill(planned.places);
  await page.getByRole('button', { name: 'Show link and passcode' }).click();
  await page.getByLabel('Meeting link').fill(planned.meetingLink);
  await page.getByRole('button', { name: 'Add a part' }).click();
  const part = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem').first();
  await part
    .getByRole('group', { name: 'English' })
    .first()
    .getByLabel('Title')
    .fill('What a street sounds like');
  await addSpeaker(page, part);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: planned.title })).toBeVisible();
}

/** The first of the directory, as the moderator of this part; city and country are taken over from the directory. */
async function addSpeaker(page: Page, part: Locator): Promise<void> {
  await part.getByText(/^People in this part/).click();
  await part.getByRole('button', { name: 'Add a person' }).click();
  await part.getByLabel('Role').selectOption({ label: 'Moderator' });
  const search = part.getByRole('combobox', { name: 'Speaker' });
  await search.fill('a');
  await page.getByRole('listbox').getByRole('option').first().click();
  await expect(part.getByLabel('City')).not.toHaveValue('');
}

/** Publishes the series or session that is open. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('link', { name: 'Public page' })).toBeVisible();
}
