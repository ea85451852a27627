import { Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, metadata, REQUIRED, validate } from '@angular/forms/signals';
import { registerRules, type FieldRules } from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { errorWords, rulesFor, serverErrors } from './form-rules';

const applyRules = rulesFor({ metadata, REQUIRED, validate });

type Entries = Record<'name' | 'email' | 'country', string> & { hasAcceptedPrivacyNotice: boolean };

const { name, email, country, hasAcceptedPrivacyNotice } = registerRules;
const rules: Record<keyof Entries, FieldRules> = { name, email, country, hasAcceptedPrivacyNotice };
const good: Entries = {
  name: 'Ada',
  email: 'ada@example.org',
  country: 'BR',
  hasAcceptedPrivacyNotice: true,
};

function formWith(entries: Partial<Entries>) {
  const model = signal<Entries>({ ...good, ...entries });
  return form(model, (path) => applyRules(path, rules), { injector: TestBed.inject(Injector) });
}

describe('a form held to contract rules', () => {
  it('takes what the contract takes', () => {
    expect(formWith({})().valid()).toBe(true);
  });

  it.each<[keyof Entries, string | boolean]>([
    ['name', ''],
    ['name', 'A'],
    ['name', 'x'.repeat(121)],
    ['email', 'ada@'],
    ['country', 'Brazil'],
    ['hasAcceptedPrivacyNotice', false],
  ])('refuses %s = %p for the reason the API would give', (field, value) => {
    const [error] = formWith({ [field]: value })
      [field]()
      .errors();
    expect(error?.kind).toBe(fieldError(value, rules[field])?.code);
  });

  it('knows which fields are required', () => {
    expect(formWith({}).name().required()).toBe(true);
  });

  it('says the first error in words, nothing while there is none', () => {
    expect(errorWords(formWith({ name: 'A' }).name().errors())).toContain('2');
    expect(errorWords([])).toBe('');
  });

  it('puts what the API refused on the field it names, the rest on the form', () => {
    const fields = formWith({});
    const [onField, onForm] = serverErrors(fields, [
      { path: 'email', code: 'already-used' },
      { path: 'sessionSlugs.0', code: 'not-allowed' },
    ]);
    expect(onField).toMatchObject({ kind: 'already-used' });
    expect(onField?.fieldTree).toBe(fields.email);
    expect(onForm?.fieldTree).toBe(fields);
  });
});
