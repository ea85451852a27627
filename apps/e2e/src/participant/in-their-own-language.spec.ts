import { expect, test } from '../support/fixtures';
import { fillRegistration, linkIn } from '../support/registering';

test.use({ locale: 'es-MX', timezoneId: 'America/Mexico_City' });

const person = { name: 'Alma Ejemplo', email: 'alma.ejemplo@example.net' };

test('somebody whose browser speaks Spanish registers, is written to and looks at their sessions in Spanish', async ({
  page,
  mailTo,
  expectAccessible,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/es$/);
  await page.goto('/es/register?session=course-climate-budget');
  await expect(page.getByText('Curso: la adaptación al clima').first()).toBeVisible();
  await fillRegistration(page, { ...person, email: 'alma.ejemplo@' }, 'es');
  await page.getByRole('button', { name: 'Inscribirse', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('Revise sus datos');
  await page.locator('input[name=email]').fill(person.email);
  await page.getByRole('button', { name: 'Inscribirse', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consulte su correo electrónico');

  const asked = await mailTo(person.email, /Confirme/);
  expect(asked.text).toContain('Curso: la adaptación al clima en el presupuesto municipal');
  await page.goto(linkIn(asked, 'confirm'));
  await page.getByRole('button', { name: 'Confirmar' }).click();
  const confirmed = await mailTo(person.email, /manage\//);
  await page.goto(linkIn(confirmed, 'manage'));
  await expect(page.getByText('Tiene una plaza')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes sessions');
});
