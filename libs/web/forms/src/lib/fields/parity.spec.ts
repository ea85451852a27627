import { Injector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, metadata, REQUIRED, validate, type FieldTree } from '@angular/forms/signals';
import { registerRules, saveSessionRules, type FieldRules } from '@reihe/shared-contracts';
import { aRegister, aSaveSession, registerSamples, saveSessionSamples } from '@reihe/shared-testing';
import { rulesFor } from './form-rules';

const applyRules = rulesFor({ metadata, REQUIRED, validate });
const seriesId = '00000000-0000-4000-8000-000000000001';

/** What the form says to one field of an entry; null where it takes it. */
function verdict(
  entry: object,
  rules: Readonly<Record<string, FieldRules>>,
  field: string,
  value: unknown,
): string | null {
  const model = signal<Record<string, unknown>>({ ...entry, [field]: value });
  const fields = form(model, (path) => applyRules(path, rules), { injector: TestBed.inject(Injector) });
  const control = (fields as unknown as Record<string, FieldTree<unknown>>)[field];
  return control?.().errors()[0]?.kind ?? null;
}

describe('a form says what the API says', () => {
  it.each(registerSamples)('to registering, case $#: $field, $code', ({ field, value, code }) => {
    expect(verdict(aRegister(), registerRules, field, value)).toBe(code);
  });

  it.each(saveSessionSamples)('to a session, case $#: $field, $code', ({ field, value, code }) => {
    expect(verdict(aSaveSession({ seriesId }), saveSessionRules, field, value)).toBe(code);
  });
});
