import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render } from '@testing-library/angular';
import {
  FIGURE_ROUNDINGS,
  LANGUAGES,
  MEASURES,
  type Count,
  type FigureRounding,
  type RichNode,
} from '@reihe/shared-contracts';
import { LANGUAGE } from '@reihe/web-platform';
import fc from 'fast-check';
import { RichText } from './rich-text';

/** How numbers are written: the sign between three digits, and from how many digits on there is one. */
const WRITTEN: Record<string, [string, number]> = {
  en: [',', 4],
  de: ['.', 4],
  es: ['.', 5],
  fr: ['\u{202f}', 4],
};

interface Placed {
  count: Count;
  /** 0: the whole series, 1: one session, more: a selection. */
  sessions: string[];
  rounding: FigureRounding | undefined;
}

const placed: fc.Arbitrary<Placed> = fc.record({
  count: fc.record({
    measure: fc.constantFrom(...MEASURES),
    value: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3_000_000 })),
    origin: fc.constantFrom('counted', 'imported', 'reported'),
    isAtLeast: fc.boolean(),
    source: fc.constant('host'),
    statedOn: fc.constant(null),
  }),
  sessions: fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
  rounding: fc.constantFrom(undefined, ...FIGURE_ROUNDINGS),
});

/** Digit by digit, as one learns it at school. */
function said(
  { count, rounding }: Placed,
  language: string,
): { value: number; isMore: boolean; words: string } {
  const zeros = { exact: 0, tens: 1, hundreds: 2, thousands: 3 }[rounding ?? 'exact'];
  const digits = String(count.value);
  const kept = digits.slice(0, Math.max(0, digits.length - zeros));
  const lower = kept === '' ? '' : kept + '0'.repeat(zeros);
  const isRounded = lower !== '' && lower !== digits;
  const shown = isRounded ? lower : digits;
  const [sign, least] = WRITTEN[language] ?? ['', 99];
  let words = '';
  for (const [at, digit] of [...shown].entries()) {
    const left = shown.length - at;
    if (at > 0 && left % 3 === 0 && shown.length >= least) words += sign;
    words += digit;
  }
  return { value: Number(shown), isMore: isRounded || count.isAtLeast, words };
}

function keyOf({ count, sessions }: Placed): string {
  return `${count.measure}:${[...sessions].sort().join('+') || 'series'}`;
}

function nodeOf({ count, sessions, rounding }: Placed): RichNode {
  const [sessionId = null] = sessions;
  const of = sessions.length > 1 ? { sessionIds: [...sessions].reverse() } : { sessionId };
  return { type: 'figureValue', attrs: { measure: count.measure, ...of, ...(rounding && { rounding }) } };
}

describe.each(LANGUAGES)('figures in a text, read in %s', (language) => {
  it('are said as their rounding wants, and read by machines as they are said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(placed, { selector: keyOf, minLength: 1, maxLength: 12 }),
        fc.option(fc.constant('2026-11-29T08:00:00Z')),
        async (figures, frozenAt) => {
          TestBed.resetTestingModule();
          const { container } = await render(RichText, {
            inputs: {
              document: { type: 'doc', content: [{ type: 'paragraph', content: figures.map(nodeOf) }] },
              figures: Object.fromEntries(figures.map((one) => [keyOf(one), one.count])),
              frozenAt,
            },
            providers: [provideRouter([]), { provide: LANGUAGE, useValue: language }],
          });
          const shown = [...container.querySelectorAll('data')];
          expect(shown).toHaveLength(figures.length);
          for (const [at, figure] of figures.entries()) {
            const { value, isMore, words } = said(figure, language);
            const data = shown[at];
            expect(data?.getAttribute('value')).toBe(String(value));
            expect(data?.getAttribute('data-as-of')).toBe(frozenAt);
            expect(data?.firstChild?.textContent).toBe(isMore ? `more than ${words}` : words);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
