import { TestBed } from '@angular/core/testing';
import { clearTranslations, loadTranslations } from '@angular/localize';
import {
  COUNT_ORIGINS,
  FIGURE_ROUNDINGS,
  LANGUAGES,
  MEASURES,
  roundedCount,
  type Count,
  type FigureRounding,
  type Language,
  type Measure,
} from '@reihe/shared-contracts';
import fc from 'fast-check';
import german from '../locale/messages.de.json';
import spanish from '../locale/messages.es.json';
import french from '../locale/messages.fr.json';
import { countOrigin, countValue, measureWords } from './count-words';
import { Formats } from './formats';
import { LANGUAGE } from './language';

const TEXTS: Partial<Record<Language, Record<string, string>>> = {
  de: german.translations,
  es: spanish.translations,
  fr: french.translations,
};
const MORE_THAN: Record<Language, string> = { en: 'more than', de: 'mehr als', es: 'más de', fr: 'plus de' };
const AT_LEAST: Record<Language, string> = {
  en: 'at least',
  de: 'mindestens',
  es: 'al menos',
  fr: 'au moins',
};
const STEPS: Record<FigureRounding, number> = { exact: 1, tens: 10, hundreds: 100, thousands: 1000 };

/** One of it and more of it, as a reader of each language says it. */
const NOUNS: Partial<Record<Measure, Record<Language, [one: string, more: string]>>> = {
  participants: {
    en: ['participant', 'participants'],
    de: ['teilnehmende Person', 'Teilnehmende'],
    es: ['participante', 'participantes'],
    fr: ['participant', 'participants'],
  },
  cities: {
    en: ['city', 'cities'],
    de: ['Stadt', 'Städte'],
    es: ['ciudad', 'ciudades'],
    fr: ['ville', 'villes'],
  },
  countries: {
    en: ['country', 'countries'],
    de: ['Land', 'Länder'],
    es: ['país', 'países'],
    fr: ['pays', 'pays'],
  },
  sessions: {
    en: ['session', 'sessions'],
    de: ['Termin', 'Termine'],
    es: ['sesión', 'sesiones'],
    fr: ['session', 'sessions'],
  },
};

const NAMED = Object.entries(NOUNS) as [Measure, Record<Language, [one: string, more: string]>][];

const values = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10_000_000 }));
const counts: fc.Arbitrary<Count> = fc.record({
  measure: fc.constantFrom(...MEASURES),
  value: values,
  origin: fc.constantFrom(...COUNT_ORIGINS),
  isAtLeast: fc.boolean(),
  source: fc.option(fc.string()),
  statedOn: fc.option(fc.constantFrom('2020-12-10', '2026-02-28', '2024-02-29')),
});

describe.each(LANGUAGES)('a figure in the words of %s', (language) => {
  let formats: Formats;

  beforeEach(() => {
    const texts = TEXTS[language];
    if (texts) loadTranslations(texts);
    $localize.locale = language;
    TestBed.configureTestingModule({ providers: [{ provide: LANGUAGE, useValue: language }] });
    formats = TestBed.inject(Formats);
  });
  afterEach(() => {
    clearTranslations();
    delete $localize.locale;
  });

  it('is the number as the language groups its digits, behind "more than" or "at least" exactly where there are or may be more', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...FIGURE_ROUNDINGS), (count, rounding) => {
        const said = roundedCount(count, rounding);
        const number = new Intl.NumberFormat(language).format(said.value);
        const isMore = count.isAtLeast || said.value !== count.value;
        const manner = count.origin === 'imported' ? AT_LEAST : MORE_THAN;
        expect(countValue(said, formats)).toBe(isMore ? `${manner[language]} ${number}` : number);
      }),
    );
  });

  it('is never more than was recorded, and rounded to the next lower step or not at all', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...FIGURE_ROUNDINGS), (count, rounding) => {
        const said = roundedCount(count, rounding);
        const step = STEPS[rounding];
        if (said.value === count.value) {
          expect(said).toEqual(count);
          expect(count.value % step === 0 || count.value < step).toBe(true);
        } else {
          expect(said).toEqual({ ...count, value: said.value, isAtLeast: true });
          expect(said.value % step).toBe(0);
          expect(said.value).toBeGreaterThan(0);
          expect(count.value - said.value).toBeGreaterThan(0);
          expect(count.value - said.value).toBeLessThan(step);
        }
      }),
    );
  });

  it('is one of a thing only where the language says so of that number', () => {
    const isOne = (value: number) => value === 1 || (language === 'fr' && value === 0);
    fc.assert(
      fc.property(fc.constantFrom(...NAMED), values, ([measure, nouns], value) => {
        const [one, more] = nouns[language];
        expect(measureWords(measure, value)).toBe(isOne(value) ? one : more);
      }),
    );
  });

  it('says of whatever is counted what it is and where from, in words of that language', () => {
    const english = /\b(counted|reported|report|the host|took part|on the waiting list)\b/;
    fc.assert(
      fc.property(counts, (count) => {
        const origin = countOrigin({ ...count, source: null }, formats);
        const words = `${measureWords(count.measure, count.value)}, ${origin}`;
        expect(words).not.toMatch(/undefined|null|NaN|Invalid|\{|@@/);
        expect(english.test(origin)).toBe(language === 'en');
        if (count.statedOn && count.origin !== 'counted')
          expect(origin).toContain(formats.plainDay(count.statedOn));
        if (count.source !== null && count.origin === 'reported')
          expect(countOrigin(count, formats)).toContain(count.source);
      }),
    );
  });
});
