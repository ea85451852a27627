import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/tabbing';
import { world } from '../support/world-facts';

test('an organiser without a mouse signs in, finds a session and changes its title', async ({ page }) => {
  await page.goto('/admin/en/');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type('organiser@example.org');
  await page.keyboard.press('Tab');
  await page.keyboard.type(world.staffPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What needs you today' })).toBeFocused();

  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByText('Go to the sessions')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Sessions' })).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search sessions' })).toBeFocused();
  // In a field the keys are letters.
  await page.keyboard.type('getting');
  await expect(page.getByText('One session')).toBeVisible();
  await tabTo(page, ({ text }) => text === 'Peer advice: getting around in the heat');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: /^Peer advice/ })).toBeFocused();
  const title = page.getByRole('group', { name: 'English' }).first().getByLabel('Title');
  await tabTo(page, ({ name }) => name.endsWith('title'));
  await expect(title).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Peer advice: cool ways to work');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByText(/^\s*Saved at [0-2]\d:\d\d\s*$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Peer advice: cool ways to work' })).toBeVisible();
});
