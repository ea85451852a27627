import { expect, test } from '../support/fixtures';
import { anUnsubscribeToken } from '../support/registered-people';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

test('news are ended and taken up again by buttons, without JavaScript', async ({ page }) => {
  const token = await anUnsubscribeToken('cities-in-a-changing-climate', 'news.reader@example.net');
  await page.goto(`/de/unsubscribe/${token}`);
  await expect(page.getByRole('status')).toContainText('Sie bekommen Neuigkeiten zu');
  await page.getByRole('button', { name: 'Keine Neuigkeiten dieser Reihe mehr' }).click();
  await expect(page.getByRole('status')).toContainText('Sie bekommen keine Neuigkeiten zu');
  await page.getByRole('button', { name: 'Wieder Neuigkeiten bekommen' }).click();
  await expect(page.getByRole('status')).toContainText('Sie bekommen Neuigkeiten zu');
  await page.getByRole('button', { name: 'Gar keine Neuigkeiten mehr' }).click();
  await expect(page.getByRole('status')).toContainText('zu keiner Reihe');
});

test('one click of a mail program ends news, and a link of nobody is told so', async ({ page, request }) => {
  const token = await anUnsubscribeToken('cities-in-a-changing-climate', 'one.click@example.net');
  const answer = await request.post(`/en/unsubscribe/${token}`, {
    form: { 'List-Unsubscribe': 'One-Click' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  await page.goto(`/en/unsubscribe/${token}`);
  await expect(page.getByRole('status')).toContainText('You get no more news of');
  await page.goto('/en/unsubscribe/a-token-of-nobody-at-all-anywhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is not known');
});
