import { expect, test } from '../support/fixtures';
import { linkIn } from '../support/registering';
import { tabTo } from '../support/tabbing';

test('a person without a mouse finds a session, registers and confirms', async ({
  page,
  request,
  mailTo,
}) => {
  await page.goto('/en/series/cities-in-a-changing-climate');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/skip/i);
  const programme = await request.get('/api/v1/programme/sessions?when=upcoming&lang=en&pageSize=50');
  const { items } = (await programme.json()) as { items: { slug: string; seats: { phase: string } }[] };
  const open = items.find(({ seats }) => seats.phase === 'open');
  await page.goto(`/en/register?session=${open?.slug ?? ''}`);
  await tabTo(page, ({ name }) => name === 'name');
  await page.keyboard.type('Keyboard Person');
  await tabTo(page, ({ name }) => name === 'email');
  await page.keyboard.type('keyboard@example.net');
  await tabTo(page, ({ name }) => name === 'organisation');
  await page.keyboard.type('City administration');
  await tabTo(page, ({ name }) => name === 'city');
  await page.keyboard.type('Graz');
  await tabTo(page, ({ name }) => name === 'country');
  await page.keyboard.type('Austria');
  await tabTo(page, ({ name }) => name === 'hasAcceptedPrivacyNotice');
  await page.keyboard.press('Space');
  await tabTo(page, ({ text }) => text === 'Register');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/check-your-mail/);
  const mail = await mailTo('keyboard@example.net', /confirm/i);
  await page.goto(linkIn(mail, 'confirm'));
  await tabTo(page, ({ text }) => /confirm/i.test(text));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/confirmed|You have a place/).first()).toBeVisible();
});
