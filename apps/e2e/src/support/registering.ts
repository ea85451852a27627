import type { Page } from '@playwright/test';
import type { CaughtMail } from './mail-catcher';

const labels = {
  en: {
    name: 'Name',
    email: 'E-mail',
    organisation: 'Organisation',
    city: 'City',
    country: 'Country',
    consent: /privacy/,
  },
  de: {
    name: 'Name',
    email: 'E-Mail',
    organisation: 'Organisation',
    city: 'Stadt',
    country: 'Land',
    consent: /Datenschutz/,
  },
  es: {
    name: 'nombre',
    email: 'Correo electrónico',
    organisation: 'Organización',
    city: 'Ciudad',
    country: 'País',
    consent: /privacidad/,
  },
} as const;

export interface Person {
  name: string;
  email: string;
}

/** Fills in the registration form as a person who reads its labels. */
export async function fillRegistration(
  page: Page,
  person: Person,
  language: keyof typeof labels = 'en',
): Promise<void> {
  const words = labels[language];
  const form = page.locator('form[action*="/register"]');
  await form.getByLabel(words.name, { exact: false }).first().fill(person.name);
  await form.getByLabel(words.email, { exact: false }).fill(person.email);
  await form.getByLabel(words.organisation, { exact: false }).fill('City administration');
  await form.getByLabel(words.city, { exact: false }).first().fill('Lviv');
  await form.getByLabel(words.country, { exact: false }).selectOption('UA');
  await form.getByRole('checkbox', { name: words.consent }).check();
}

/** The address in a mail's text that leads to confirming or managing. */
export function linkIn(
  { text }: CaughtMail,
  kind: 'confirm' | 'manage' | 'join' | 'release' | 'speakers',
): string {
  const link = new RegExp(`https?://[^/\\s]+(?:/\\w\\w(?:/register)?)?/${kind}/[\\w-]+`).exec(text)?.[0];
  if (!link) throw new Error(`No ${kind} link in: ${text}`);
  return link;
}
