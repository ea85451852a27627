import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render } from '@testing-library/angular';
import {
  FIGURE_ROUNDINGS,
  LANGUAGES,
  MEASURES,
  type Count,
  type FigureRounding,
  type Measure,
  type RecapPage,
  type RecapSessionFacts,
  type RichNode,
} from '@reihe/shared-contracts';
import { LANGUAGE, type PageHead } from '@reihe/web-platform';
import fc from 'fast-check';
import { recapForMachines } from './recap-for-machines';
import { RichText } from './rich-text';
import { SessionFacts } from './session-facts';

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
  count: fc
    .record({
      measure: fc.constantFrom(...MEASURES),
      value: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3_000_000 })),
      origin: fc.constantFrom('counted', 'imported', 'reported'),
      isAtLeast: fc.boolean(),
      guests: fc.integer({ min: 0, max: 1200 }),
      source: fc.constant('host'),
      statedOn: fc.constant(null),
    })
    .map(({ guests, ...count }): Count => {
      const isRange = count.origin === 'imported' && count.isAtLeast && guests > 0;
      return { ...count, ...(isRange && { upTo: count.value + guests }) };
    }),
  sessions: fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
  rounding: fc.constantFrom(undefined, ...FIGURE_ROUNDINGS),
});

function written(digits: string, language: string): string {
  const [sign, least] = WRITTEN[language] ?? ['', 99];
  let words = '';
  for (const [at, digit] of [...digits].entries()) {
    const left = digits.length - at;
    if (at > 0 && left % 3 === 0 && digits.length >= least) words += sign;
    words += digit;
  }
  return words;
}

/** Digit by digit, as one learns it at school. */
function said({ count, rounding }: Placed, language: string): { value: number; words: string } {
  const zeros = { exact: 0, tens: 1, hundreds: 2, thousands: 3 }[rounding ?? 'exact'];
  const digits = String(count.value);
  const kept = digits.slice(0, Math.max(0, digits.length - zeros));
  const lower = kept === '' ? '' : kept + '0'.repeat(zeros);
  const isRounded = lower !== '' && lower !== digits;
  const shown = isRounded ? lower : digits;
  const words = written(shown, language);
  if (!isRounded && count.upTo)
    return { value: Number(shown), words: `${words} to ${written(String(count.upTo), language)}` };
  const isMore = isRounded || count.isAtLeast;
  // Guests of a meeting whom nobody identified may be nobody new.
  const more = count.origin === 'imported' ? 'at least' : 'more than';
  return { value: Number(shown), words: isMore ? `${more} ${words}` : words };
}

function keyOf({ count, sessions }: Placed): string {
  return `${count.measure}:${[...sessions].sort().join('+') || 'series'}`;
}

function nodeOf({ count, sessions, rounding }: Placed): RichNode {
  const [sessionId = null] = sessions;
  const of = sessions.length > 1 ? { sessionIds: [...sessions].reverse() } : { sessionId };
  return { type: 'figureValue', attrs: { measure: count.measure, ...of, ...(rounding && { rounding }) } };
}

/** What the facts of a session tell of its people. */
const BESIDE: readonly Measure[] = ['attended', 'participants', 'participations', 'cities', 'countries'];

/** Which of a session's numbers it is: one of each. */
const factOf = ({ measure }: Count) => measure;

const aSession = (figures: Count[]): RecapSessionFacts => ({
  slug: 'leaking-pipes',
  title: 'Leaking pipes',
  language: 'en',
  startsAt: '2020-10-14T12:00:00Z',
  endsAt: '2020-10-14T14:00:00Z',
  timeZone: 'Europe/Berlin',
  regions: [],
  figures,
  speakers: [],
});

function aRecap(figures: readonly Placed[]): RecapPage {
  return {
    ...{
      slug: 'leaks',
      language: 'en',
      title: 'Leaks',
      lead: 'Pipes leak.',
      byline: 'Us',
      readingMinutes: 1,
    },
    body: { type: 'doc', content: [{ type: 'paragraph', content: figures.map(nodeOf) }] },
    ...{ seoTitle: '', seoDescription: '', publishedOn: '2026-10-20', updatedAt: null, outdatedSince: null },
    ...{ updateNote: null, image: null, gallery: [], categories: [], regions: [] },
    series: {
      ...{ slug: 'water', title: 'Water', language: 'en', summary: '', isSample: false, cover: null },
      ...{ startsOn: '2026-03-01', endsOn: '2026-12-15' },
    },
    sessions: [aSession(figures.map(({ count }) => count))],
    ...{ otherRecaps: [], relatedRecaps: [], addresses: { en: 'leaks' }, isSample: false, isArchived: false },
    socialImage: { address: '/media/recaps/1/en-0.jpeg', width: 1200, height: 630 },
    figureValues: Object.fromEntries(figures.map((figure) => [keyOf(figure), figure.count])),
    figuresFrozenAt: null,
    shown: { pictures: {}, sessions: {}, speakers: {} },
  };
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
            const { value, words } = said(figure, language);
            const data = shown[at];
            expect(data?.getAttribute('value')).toBe(String(value));
            expect(data?.getAttribute('data-as-of')).toBe(frozenAt);
            expect(data?.firstChild?.textContent).toBe(words);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are the same number in the text and in the facts of the session beside it', async () => {
    const beside = placed
      .map(({ count }) => count)
      .filter(({ measure, value }) => BESIDE.includes(measure) && value > 0);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(beside, { selector: factOf, maxLength: 5 }), async (counts) => {
        TestBed.resetTestingModule();
        const providers = [provideRouter([]), { provide: LANGUAGE, useValue: language }];
        const sessionId = '00000000-0000-4000-8000-000000000001';
        const one = counts.map((count) => ({ count, sessions: [sessionId], rounding: undefined }));
        const text = await render(RichText, {
          inputs: {
            document: { type: 'doc', content: [{ type: 'paragraph', content: one.map(nodeOf) }] },
            figures: Object.fromEntries(one.map((figure) => [keyOf(figure), figure.count])),
          },
          providers,
        });
        const said = [...text.container.querySelectorAll('data')].map((data) => data.firstChild?.textContent);
        expect(said).toHaveLength(counts.length);
        TestBed.resetTestingModule();
        const facts = await render(SessionFacts, { inputs: { session: aSession(counts) }, providers });
        const boxes = [...facts.container.querySelectorAll('dd')].map((box) => box.textContent.trim());
        for (const words of said) expect(boxes.some((box) => box.startsWith(`${words} `))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('are no part of what previews and search engines keep, which would say yesterday’s number', () => {
    const head = { absolute: (path: string) => `https://reihe.example${path}` } as PageHead;
    const described = (figures: readonly Placed[]) =>
      JSON.stringify(recapForMachines(head, aRecap(figures), language));
    fc.assert(
      fc.property(fc.uniqueArray(placed, { selector: keyOf, maxLength: 6 }), (figures) => {
        expect(described(figures)).toBe(described([]));
      }),
    );
  });
});
