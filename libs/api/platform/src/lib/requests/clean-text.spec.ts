import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { cleanAnswer, cleanEmail, cleanText } from './clean-text';

describe('text as it is stored', () => {
  it.each([
    ['an override that turns the rest around', 'Mara \u202Egpj.exe\u202C', 'Mara gpj.exe'],
    ['isolates', '\u2067Mara\u2069', 'Mara'],
    ['what has no width', 'Ma\u200Bra\uFEFF\u2060', 'Mara'],
    ['tags that no font shows', 'Mara\u{E0041}\u{E007F}', 'Mara'],
    ['control characters', 'Ma\u0000r\u0007a\u009B', 'Mara'],
    ['a soft hyphen', 'Ma\u00ADra', 'Mara'],
    ['two forms of one letter', 'Ju\u0308rgen', 'J\u00FCrgen'],
    ['spaces around', '  Mara\u3000', 'Mara'],
    ['lines of other systems', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['half a character', 'Ma\uD83Dra \uDE92', 'Ma\uFFFDra \uFFFD'],
    ['nothing that can be seen', '\u200D\u200C \u034F\u3164', ''],
  ])('is without %s', (_what, typed, stored) => {
    expect(cleanText(typed)).toBe(stored);
  });

  it.each([
    'Mara Ñandú',
    'عبد الله',
    'می\u200Cخواهم',
    'क्\u200Dष',
    '👩\u200D🚒 Søren',
    'a\tb',
    '<b>&amp;',
    'שלום\u200F!',
  ])('leaves “%s” as it is', (typed) => {
    expect(cleanText(typed)).toBe(typed);
  });

  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
        const once = cleanText(String.fromCharCode(...units));
        expect(once.isWellFormed()).toBe(true);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0000]/);
      }),
    );
  });
});

describe('an answer as it is stored', () => {
  it.each([
    ['a text', ' Lviv\u0000\uD800', 'Lviv\uFFFD'],
    ['several texts', ['a\u0007', 'b\uDC00'], ['a', 'b\uFFFD']],
    ['a number', 3, 3],
    ['a consent', true, true],
    ['what no question takes', { a: '\uD800' }, { a: '\uD800' }],
  ])('is clean where it is %s', (_what, typed, stored) => {
    expect(cleanAnswer(typed)).toEqual(stored);
  });
});

describe('an address as it is stored', () => {
  it.each([
    ['Jürgen@STÄDTE.example', 'Jürgen@xn--stdte-hra.example'],
    ['jürgen@xn--stdte-hra.example', 'jürgen@xn--stdte-hra.example'],
    ['ada@Example.org', 'ada@example.org'],
    ['ada\u200B@example.org', 'ada@example.org'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ada', 'ada'],
    ['ada@exa mple', 'ada@exa mple'],
    ['', ''],
  ])('makes %s to %s', (typed, stored) => {
    expect(cleanEmail(typed)).toBe(stored);
  });

  it('says of every domain what the network says', () => {
    const likeOne = fc.stringMatching(/^[a-zA-Zü0-9-]{1,8}(\.(xn--)?[a-z0-9-]{1,8}){0,2}$/);
    fc.assert(
      fc.property(fc.oneof(fc.domain(), likeOne), (domain) => {
        expect(cleanEmail(`ada@${domain}`)).toBe(`ada@${domainToASCII(domain) || domain}`);
      }),
      { numRuns: 500 },
    );
  });
});
