import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { asOrganiser, planNearSession } from '../support/near-session';
import { fillRegistration } from '../support/registering';

const NINE_DAYS = 9 * 24 * 60;
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'de-DE' };

interface Form {
  version: number;
  questions: { id: string; answers: number }[];
}

const questionsOf = (id: string) => `/registration-setup/sessions/${id}/questions/registration`;

function plan(page: Page, slug: string) {
  return planNearSession(page, {
    slug,
    title: `Planned for ${slug}`,
    germanTitle: `Geplant für ${slug}`,
    startsIn: NINE_DAYS,
    meetingUrl: 'https://meet.example/questions',
  });
}

const aQuestion = (change: object) => ({
  id: crypto.randomUUID(),
  kind: 'text',
  isRequired: false,
  options: [],
  condition: null,
  min: null,
  max: null,
  ...change,
});

/** A choice and, after one of its answers, a text that must be written. */
function aForm(version = 0) {
  const seat = aQuestion({
    kind: 'choice',
    texts: {
      en: { label: 'How do you follow?', hint: '' },
      de: { label: 'Wie verfolgen Sie es?', hint: '' },
    },
    options: [
      { id: 'alone', labels: { en: 'By myself', de: 'Allein' } },
      { id: 'group', labels: { en: 'In a group', de: 'In einer Gruppe' } },
    ],
  });
  const size = aQuestion({
    kind: 'number',
    isRequired: true,
    min: 2,
    texts: { en: { label: 'How many are you?', hint: '' }, de: { label: 'Wie viele sind Sie?', hint: '' } },
    condition: { questionId: seat.id, isOneOf: ['group'] },
  });
  return { version, questions: [seat, size] };
}

test('an organiser asks questions, puts them into order by keyboard, and somebody answers them on a phone in German', async ({
  page,
  signIn,
  openContext,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'organiser');
  const session = await plan(page, 'asks-by-keyboard');
  await page.goto(`/admin/en/sessions/${session.id}`);
  await page.getByRole('link', { name: 'Rules and questions' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Who gets a place' })).toBeVisible();
  await page.getByLabel('Minutes a place is held').fill('90');
  await page.getByLabel('Asks for consent to pictures').selectOption('yes');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Questions', exact: true }).click();

  // By keyboard from here on: the first is written first and belongs last.
  const add = async (kind: string, english: string, german: string) => {
    await page.getByLabel('Kind of the new question').selectOption({ label: kind });
    await page.getByRole('button', { name: 'Add a question' }).press('Enter');
    await expect(page.locator('ol > li').last().getByLabel('Question').first()).toBeFocused();
    await page.keyboard.type(english);
    const card = page.locator('ol > li').last();
    await card.getByRole('group', { name: 'German' }).getByLabel('Question').fill(german);
    return card;
  };
  await add('Short text', 'Which one exactly?', 'Welche genau?');
  const choice = await add('One of several', 'Where do you work?', 'Wo arbeiten Sie?');
  for (const [name, label] of [
    ['Option 1 (English)', 'In a city hall'],
    ['Option 1 (German)', 'Im Rathaus'],
    ['Option 2 (English)', 'Elsewhere'],
    ['Option 2 (German)', 'Anderswo'],
  ] as const)
    await choice.getByLabel(name).fill(label);
  await choice.getByRole('button', { name: 'Move “Where do you work?” up' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Move “Where do you work?” down' })).toBeFocused();
  await expect(page.locator('ol > li').first()).toContainText('1. Where do you work?');
  const text = page.locator('ol > li').last();
  await text.getByRole('checkbox', { name: 'Must be answered' }).check();
  await text.getByLabel('Asked').selectOption({ label: 'Only after certain answers to: Where do you work?' });
  await text.getByRole('checkbox', { name: 'Elsewhere' }).check();

  const preview = page.getByRole('complementary');
  await expect(preview.getByLabel('Which one exactly?')).toBeHidden();
  await preview.getByRole('button', { name: 'German' }).click();
  await preview.getByRole('radio', { name: 'Anderswo' }).check();
  await expect(preview.getByLabel('Welche genau?')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved at/)).toBeVisible();

  const phone = await (await openContext(PHONE)).newPage();
  await phone.goto('/de/register?session=asks-by-keyboard');
  await fillRegistration(phone, { name: 'Auf dem Telefon', email: 'auf.dem.telefon@example.net' }, 'de');
  await expect(phone.getByText(/1,5 Stunden|90 Minuten/)).toBeVisible();
  await expect(phone.getByLabel('Welche genau?')).toBeHidden();
  await phone.getByRole('radio', { name: 'Anderswo' }).check();
  await phone.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(phone.getByRole('alert')).toContainText('Welche genau?: Bitte');
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.getByLabel('Welche genau?').fill('Stadtwerke');
  await phone.getByLabel(/Was Sie für die Teilnahme brauchen/).fill('Untertitel');
  await phone.getByRole('radio', { name: 'Nein, bitte nicht' }).check();
  await phone.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(phone).toHaveURL(/\/de\/register\/check-your-mail/);

  const { questions } = await asOrganiser<Form>(page, 'GET', questionsOf(session.id));
  expect(questions.map(({ answers }) => answers)).toEqual([1, 1]);
});

test('without JavaScript every question is there with what it hangs on, and an error loses no answer', async ({
  page,
  signIn,
  openContext,
}) => {
  await signIn(page, 'organiser');
  const session = await plan(page, 'asks-without-scripts');
  await asOrganiser(page, 'PUT', questionsOf(session.id), aForm());

  const plain = await (await openContext({ ...PHONE, javaScriptEnabled: false })).newPage();
  await plain.goto('/de/register?session=asks-without-scripts');
  await expect(
    plain.getByText('Nur wenn Ihre Antwort auf „Wie verfolgen Sie es?“ lautet: In einer Gruppe.'),
  ).toBeVisible();
  await fillRegistration(plain, { name: 'Ohne Skript', email: 'fragen.ohne.skript@example.net' }, 'de');
  await plain.getByRole('radio', { name: 'In einer Gruppe' }).check();
  await expect(plain.locator('textarea').first()).toHaveValue('');
  await plain.getByLabel('Wie viele sind Sie?').fill('viele');
  await plain.getByLabel(/Was Sie für die Teilnahme brauchen/).fill('Untertitel');
  await plain.locator('form[action*="/register"]').evaluate((form) => form.setAttribute('novalidate', ''));
  await plain.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(plain.getByRole('alert')).toContainText(
    'Wie viele sind Sie?: Bitte geben Sie eine ganze Zahl ein.',
  );
  await expect(plain.getByLabel('Wie viele sind Sie?')).toHaveValue('viele');
  await expect(plain.getByRole('radio', { name: 'In einer Gruppe' })).toBeChecked();
  await expect(plain.getByLabel(/Was Sie für die Teilnahme brauchen/)).toHaveValue('Untertitel');
  await expect(plain.locator('input[name=name]')).toHaveValue('Ohne Skript');
  await plain.getByLabel('Wie viele sind Sie?').fill('12');
  await plain.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(plain).toHaveURL(/\/de\/register\/check-your-mail/);
  const { questions } = await asOrganiser<Form>(page, 'GET', questionsOf(session.id));
  expect(questions.map(({ answers }) => answers)).toEqual([1, 1]);
});

for (const javaScriptEnabled of [true, false])
  test(`a question that is added while somebody registers comes back with the form, ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript`, async ({ page, signIn, openContext }) => {
    await signIn(page, 'organiser');
    const slug = `asks-late-${javaScriptEnabled ? 'with' : 'without'}`;
    const session = await plan(page, slug);
    const before = aForm();
    await asOrganiser(page, 'PUT', questionsOf(session.id), before);

    const person = await (await openContext({ ...PHONE, javaScriptEnabled })).newPage();
    await person.goto(`/de/register?session=${slug}`);
    await fillRegistration(person, { name: 'Mitten drin', email: `mitten.drin@${slug}.example` }, 'de');
    await person.getByRole('radio', { name: 'Allein' }).check();

    const late = aQuestion({
      kind: 'consent',
      isRequired: true,
      texts: {
        en: { label: 'I keep to the rules', hint: '' },
        de: { label: 'Ich halte mich an die Regeln', hint: '' },
      },
    });
    const added = { version: 1, questions: [...before.questions, late] };
    await asOrganiser(page, 'PUT', questionsOf(session.id), added);
    await person.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await expect(person.getByRole('alert')).toContainText(
      'Ich halte mich an die Regeln: Bitte stimmen Sie zu',
    );
    await expect(person.locator('input[name=name]')).toHaveValue('Mitten drin');
    await expect(person.locator('select[name=country]')).toHaveValue('UA');
    await expect(person.getByRole('radio', { name: 'Allein' })).toBeChecked();
    await person.getByRole('checkbox', { name: 'Ich halte mich an die Regeln' }).check();
    await person.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await expect(person).toHaveURL(/\/de\/register\/check-your-mail/);
    const { questions } = await asOrganiser<Form>(page, 'GET', questionsOf(session.id));
    expect(questions.map(({ answers }) => answers)).toEqual([1, 0, 1]);
  });
