import { expect, test } from '../support/fixtures';

/** Everything a recap's text can hold, written without a mouse, and read as it was written. */
test('an editor writes blocks by keyboard, and readers see them', async ({
  page,
  signIn,
  expectAccessible,
  openContext,
}) => {
  await signIn(page, 'administrator');
  await page.goto('/admin/en/recaps');
  await page.getByRole('link', { name: /^Urban trees and shade/ }).click();
  const text = page.getByRole('textbox', { name: 'Text, English', exact: true });
  const keys = page.keyboard;
  const asked = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });
  const put = async (words: string) => {
    await keys.type(`/${words}`);
    await expect(page.getByRole('option').first()).toBeVisible();
    await keys.press('Enter');
  };

  await test.step('a heading by its sign, a note, a box of facts, a quotation with its source', async () => {
    await text.focus();
    await keys.press('ControlOrMeta+A');
    await keys.press('Delete');
    await keys.type('## What stays');
    await keys.press('Enter');
    await keys.type('Water is scarce ');
    await put('footnote');
    await asked('Note').fill('Minutes, page 4.');
    await keys.press('Tab');
    await page.getByRole('button', { name: 'Take over' }).press('Enter');
    await expect(text.locator('reihe-footnote')).toHaveCount(1);
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await put('fact box');
    await keys.type('Water young trees.');
    await keys.press('Control+Alt+d');
    await asked('Title').fill('In short');
    await keys.press('Enter');
    await expect(text.locator('aside')).toHaveAttribute('data-title', 'In short');
    await keys.press('Enter');
    await keys.press('Enter');
    await put('quot');
    await keys.type('Trees are infrastructure.');
    await keys.press('Control+Alt+d');
    await asked('Source').fill('Minutes');
    await keys.press('Enter');
    await expect(text.locator('blockquote')).toHaveAttribute('data-source', 'Minutes');
    await keys.press('Enter');
    await keys.press('Enter');
  });

  await test.step('a table, a picture from the library, the session and its link to a video', async () => {
    await put('table');
    await keys.type('City');
    await keys.press('Tab');
    await keys.type('Trees');
    await expect(text.getByRole('columnheader', { name: 'Trees' })).toBeVisible();
    await keys.press('Tab');
    await keys.type('Water');
    for (let row = 0; row < 3; row++) await keys.press('ArrowDown');
    await put('picture');
    const library = page.getByRole('dialog');
    // Other journeys put pictures there meanwhile.
    await library.getByRole('searchbox').fill('meridians');
    await expect(library.getByRole('listitem')).toHaveCount(1);
    await library.getByRole('button', { name: /meridians\.jpg/ }).press('Enter');
    await expect(text.getByRole('img').first()).toBeVisible();
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await put('session');
    await page.getByRole('button', { name: 'Place the card' }).press('Enter');
    await expect(text.getByText('Urban trees and shade: care in dry summers')).toBeVisible();
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await put('video');
    await asked('Address').fill('https://video.example/watch?v=1');
    await asked('Title').fill('The talk');
    await keys.press('Enter');
    await expect(text.getByText('video.example')).toBeVisible();
  });

  await test.step('words are found and replaced, and nothing but the text is shown', async () => {
    await text.focus();
    await keys.press('Control+f');
    await page.getByRole('textbox', { name: 'Find' }).fill('scarce');
    await expect(page.getByText('1 found')).toBeVisible();
    await page.getByRole('textbox', { name: 'Replace by' }).fill('precious to 60 participants');
    await page.getByRole('button', { name: 'Replace all' }).press('Enter');
    await keys.press('Escape');
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(text).toBeFocused();
    await keys.press('Control+Shift+Enter');
    await expect(page.getByRole('button', { name: 'Only the text' }).first()).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expectAccessible(page);
    await keys.press('Escape');
  });

  await test.step('a typed number that the records contradict is told, and found where it stands', async () => {
    const finding = page.getByRole('button', {
      name: /The text says “60 participants”, the records say: 43 to 45/,
    });
    await finding.press('Enter');
    await expect(text).toBeFocused();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('60 participants');
    await keys.type('43 participants');
    await expect(finding).toHaveCount(0);
  });

  await test.step('saved, reviewed and published, it reads as it was written, also without scripts', async () => {
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(page.getByText(/Saved at/)).toBeVisible();
    await page.getByRole('button', { name: 'Submit for review' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).press('Enter');
    await page.getByRole('button', { name: 'Approve' }).press('Enter');
    await page.getByRole('button', { name: 'Publish' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).press('Enter');
    await expect(page.getByText('Published', { exact: true })).toBeVisible();
    const reader = await (await openContext({ javaScriptEnabled: false })).newPage();
    await reader.goto('/en/recaps/urban-trees-and-shade');
    await expect(reader.getByRole('heading', { level: 2, name: 'What stays' })).toBeVisible();
    await expect(reader.getByText('Water is precious to 43 participants')).toBeVisible();
    await expect(reader.getByRole('columnheader', { name: 'Trees' })).toBeVisible();
    await expect(reader.getByRole('region', { name: 'Notes' })).toContainText('Minutes, page 4.');
    await expect(reader.getByRole('link', { name: 'Watch the video: The talk' })).toHaveAttribute(
      'rel',
      'external noopener',
    );
    await reader.getByRole('link', { name: 'Note 1' }).click();
    await expect(reader).toHaveURL(/\/recaps\/urban-trees-and-shade#note-1$/);
    const seeing = await (await openContext()).newPage();
    await seeing.goto('/en/recaps/urban-trees-and-shade');
    await expectAccessible(seeing);
  });
});
