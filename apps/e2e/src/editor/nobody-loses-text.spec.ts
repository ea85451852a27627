import { expect, test } from '../support/fixtures';

/** A heartbeat each 20 seconds, and what comes between. */
const PRESENCE_MS = 30_000;

test('two write in one recap, one of them without network: what each wrote stays, and an earlier text comes back', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const save = { name: 'Save', exact: true } as const;
  const context = await openContext();
  const other = await context.newPage();
  const textOf = (of: typeof page) => of.getByRole('textbox', { name: 'Text, English', exact: true });
  const writeIn = async (of: typeof page, block: number, words: string) => {
    await textOf(of).locator('> p').nth(block).click();
    await of.keyboard.press('End');
    await of.keyboard.type(words);
  };

  await test.step('both open the same recap and are told of each other', async () => {
    await signIn(page, 'editor');
    await page.goto('/admin/en/recaps');
    await page.getByRole('link', { name: /^Kick-off: what cities are preparing now/ }).click();
    await expect(textOf(page)).toBeVisible();
    await signIn(other, 'administrator');
    await other.goto(page.url());
    await expect(other.getByText(/is also editing \(since/)).toBeVisible();
    await expect(page.getByText(/is also editing \(since/)).toBeVisible({ timeout: PRESENCE_MS });
  });

  await test.step('one loses the network and writes on: it is kept in the browser', async () => {
    await page.context().setOffline(true);
    await writeIn(page, 0, ' Written on the train.');
    await expect(page.getByText(/Kept in this browser/)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', save).click();
    await expect(page.getByText('Not saved yet').first()).toBeVisible();
    await expect(textOf(page)).toContainText('Written on the train.');
  });

  await test.step('the other one writes in another paragraph and saves', async () => {
    await writeIn(other, 1, ' Added at the office.');
    await other.getByRole('button', save).click();
    await expect(other.getByText(/Saved at/)).toBeVisible();
  });

  await test.step('back on the network, both texts are joined paragraph by paragraph', async () => {
    await page.context().setOffline(false);
    await page.getByRole('button', save).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved this meanwhile' });
    await expect(dialog.getByText(/^English, “/)).toBeVisible();
    await expect(dialog.getByText('Added at the office.')).toBeVisible();
    await expect(dialog.getByRole('group')).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save the result' }).click();
    await expect(page.getByText(/Saved at/)).toBeVisible();
    await expect(textOf(page)).toContainText('Written on the train.');
    await expect(textOf(page)).toContainText('Added at the office.');
  });

  await test.step('where both write in one paragraph, one is asked and loses neither until one decides', async () => {
    await other.reload();
    await writeIn(other, 0, ' Hers.');
    await other.getByRole('button', save).click();
    await expect(other.getByText(/Saved at/)).toBeVisible();
    await writeIn(page, 0, ' Mine.');
    await page.getByRole('button', save).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else saved this meanwhile' });
    await expect(dialog.getByRole('group')).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Back' }).click();
    await expect(textOf(page)).toContainText('Mine.');
    await page.getByRole('button', save).click();
    await dialog.getByRole('radio', { name: 'Mine' }).check();
    await dialog.getByRole('button', { name: 'Save the result' }).click();
    await expect(page.getByText(/Saved at/)).toBeVisible();
    await expect(textOf(page)).toContainText('Mine.');
    await expect(textOf(page)).not.toContainText('Hers.');
  });

  await test.step('a paragraph that the other language translates no more is told, and led to', async () => {
    await expect(page.getByText(/The original says “.*” by now, not “/).first()).toBeVisible();
    const finding = page.getByRole('button', { name: /The original says “.*” by now, not “/ });
    const before = await finding.count();
    await finding.first().press('Enter');
    await expect(page.getByRole('textbox', { name: 'Text, German', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'The translation is still right' }).first().press('Enter');
    await expect(finding).toHaveCount(before - 1);
  });

  await test.step('a published text says what changed, and an earlier one is looked at before it is restored', async () => {
    await other.goto('/admin/en/recaps');
    await other.getByRole('link', { name: /^International exchange on lessons learned/ }).click();
    await writeIn(other, 0, ' A correction.');
    await other.getByRole('button', save).click();
    await expect(other.getByText(/Saved at/)).toBeVisible();
    await other.getByRole('button', { name: 'Publish the changes' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await other.getByRole('button', { name: 'What changed 2' }).click();
    const changes = other.getByRole('dialog', { name: 'What revision 2 changed' });
    await expect(changes.getByText('A correction.')).toBeVisible();
    await expectAccessible(other);
    await changes.getByRole('button', { name: 'Understood' }).click();
    await other.getByRole('button', { name: 'Restore 1' }).click();
    const restore = other.getByRole('dialog', { name: 'Take revision 1 into the editor?' });
    await expect(restore.getByText('A correction.')).toBeVisible();
    await restore.getByRole('button', { name: 'Restore' }).click();
    await expect(textOf(other)).not.toContainText('A correction.');
  });
});
