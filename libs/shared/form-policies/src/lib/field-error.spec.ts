import type { FieldRules } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { fieldError } from './field-error';

const text = (rules: Partial<FieldRules> = {}): FieldRules => ({ kind: 'text', ...rules });

describe('fieldError', () => {
  it.each<[string, unknown, FieldRules]>([
    ['a text within its bounds', 'Lviv', text({ minLength: 2, maxLength: 10 })],
    ['an optional text that is empty', '  ', text({ optional: true, minLength: 3 })],
    ['an optional value that is absent', undefined, text({ optional: true })],
    ['an address with umlauts and plus', 'jürgen+x@städte.example', text({ format: 'email' })],
    ['a slug', 'peer-advice-2', text({ format: 'slug' })],
    ['a web address', 'https://example.org/a?b=c#d', text({ format: 'url' })],
    ['a number to ring', '+49 (69) 7104-9922', text({ format: 'phone' })],
    ['a zone with half-hour offset', 'Asia/Kolkata', text({ format: 'time-zone' })],
    ['a zone by an old name that all know', 'EST5EDT', text({ format: 'time-zone' })],
    ['a leap day', '2028-02-29', text({ format: 'date' })],
    ['a month', '2026-11', text({ format: 'month' })],
    ['a local time', '2026-03-29T02:30', text({ format: 'local-date-time' })],
    ['an instant with offset', '2026-03-29T02:30:00+02:00', text({ format: 'instant' })],
    ['a list with nothing where nothing is needed', [], { kind: 'list', maxLength: 3, format: 'uuid' }],
    ['a consent given', true, { kind: 'boolean', mustBe: true }],
    ['a zero within bounds', 0, { kind: 'number', min: 0 }],
    ['translations in known languages', { de: {} }, { kind: 'translations', minLength: 1 }],
  ])('accepts %s', (_what, value, rules) => {
    expect(fieldError(value, rules)).toBeNull();
  });

  it.each<[string, unknown, FieldRules, object]>([
    ['a missing text', undefined, text(), { code: 'required' }],
    ['a text of spaces', '   ', text(), { code: 'required' }],
    ['a text that is short once trimmed', ' a ', text({ minLength: 2 }), { code: 'too-short', limit: 2 }],
    ['a text that is long', 'aaaa', text({ maxLength: 3 }), { code: 'too-long', limit: 3 }],
    ['a character that no database keeps', 'a\0b', text(), { code: 'wrong-format' }],
    ['a number as text', 3, text(), { code: 'wrong-type' }],
    [
      'an address with a line break',
      'a@b.example\nBcc: c@d.example',
      text({ format: 'email' }),
      { code: 'wrong-format' },
    ],
    ['an address without a dot', 'a@b', text({ format: 'email' }), { code: 'wrong-format' }],
    ['a script address', 'javascript:alert(1)', text({ format: 'url' }), { code: 'scheme-not-allowed' }],
    [
      'an app address',
      'zoommtg://zoom.example/join',
      text({ format: 'url' }),
      { code: 'scheme-not-allowed' },
    ],
    ['a link without its beginning', 'meet.example/abc', text({ format: 'url' }), { code: 'no-link' }],
    ['words for a link', 'see the invitation', text({ format: 'url' }), { code: 'no-link' }],
    ['words for a number', 'ask us', text({ format: 'phone' }), { code: 'wrong-format' }],
    [
      'an address with credentials',
      'https://a:b@example.org',
      text({ format: 'url' }),
      { code: 'wrong-format' },
    ],
    ['an unknown zone', 'Europe/Stuttgart', text({ format: 'time-zone' }), { code: 'wrong-format' }],
    ['an offset instead of a zone', '+02:00', text({ format: 'time-zone' }), { code: 'wrong-format' }],
    ['a zone that browsers alone know', 'VST', text({ format: 'time-zone' }), { code: 'wrong-format' }],
    ['a zone that is another elsewhere', 'ist', text({ format: 'time-zone' }), { code: 'wrong-format' }],
    [
      'a zone of the last century',
      'SystemV/PST8PDT',
      text({ format: 'time-zone' }),
      { code: 'wrong-format' },
    ],
    ['a day that does not exist', '2026-02-29', text({ format: 'date' }), { code: 'wrong-format' }],
    ['a month that does not exist', '2026-13', text({ format: 'month' }), { code: 'wrong-format' }],
    ['a 25th hour', '2026-02-28T25:00', text({ format: 'local-date-time' }), { code: 'wrong-format' }],
    [
      'an instant without offset',
      '2026-02-28T10:00:00',
      text({ format: 'instant' }),
      { code: 'wrong-format' },
    ],
    ['a value outside of the set', 'x', text({ values: ['a'] }), { code: 'not-allowed' }],
    ['a fraction', 1.5, { kind: 'number' }, { code: 'wrong-type' }],
    ['a number below', -1, { kind: 'number', min: 0 }, { code: 'too-small', limit: 0 }],
    ['a consent not given', false, { kind: 'boolean', mustBe: true }, { code: 'must-be-accepted' }],
    ['an empty list where one is needed', [], { kind: 'list', minLength: 1 }, { code: 'required' }],
    [
      'a list with a wrong item',
      ['de', 'X Y'],
      { kind: 'list', format: 'language-tag' },
      { code: 'wrong-format' },
    ],
    ['a language we do not have', { xx: {} }, { kind: 'translations' }, { code: 'not-allowed' }],
    ['no translation at all', {}, { kind: 'translations', minLength: 1 }, { code: 'required' }],
    ['a list as an object', [], { kind: 'object' }, { code: 'wrong-type' }],
  ])('refuses %s', (_what, value, rules, error) => {
    expect(fieldError(value, rules)).toEqual(error);
  });

  it('answers for whatever it is given, and never lets a text over its bounds pass', () => {
    fc.assert(
      fc.property(fc.anything(), fc.nat(20), (value, maxLength) => {
        const error = fieldError(value, text({ maxLength }));
        if (error === null) expect((value as string).trim().length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });
});
