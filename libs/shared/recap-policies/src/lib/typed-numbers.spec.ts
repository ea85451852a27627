import type { Measure, RichDocument, RichNode } from '@reihe/shared-contracts';
import fc from 'fast-check';
import { contradictions, typedNumbers, type KnownNumber } from './typed-numbers';

const say = (...lines: string[]): RichDocument => ({
  type: 'doc',
  content: lines.map((text, at) => ({
    type: 'paragraph',
    attrs: { id: `block-${at}` },
    content: [{ type: 'text', text }],
  })),
});
const record = (measure: Measure, value: number, change: Partial<KnownNumber> = {}): KnownNumber => ({
  measure,
  value,
  sessionId: 'session',
  isAtLeast: false,
  ...change,
});
const wordsOf = (text: string, language: string, known: readonly KnownNumber[]) =>
  contradictions(say(text), language, known).map(({ typed }) => typed.words);

describe('numbers that are typed', () => {
  it.each<[string, string, number, TypedManner, Measure]>([
    ['en', 'In all 43 participants came.', 43, 'exact', 'attended'],
    ['en', 'more than 1,800 municipal experts', 1800, 'more-than', 'participants'],
    ['en', 'People from about 30 cities', 30, 'about', 'cities'],
    ['de', 'Es kamen 43 Teilnehmende.', 43, 'exact', 'attended'],
    ['de', 'mehr als 1.800 kommunale Fachleute', 1800, 'more-than', 'participants'],
    ['de', 'aus rund 30 Ländern', 30, 'about', 'countries'],
    ['de', '12 Referent*innen', 12, 'exact', 'speakers'],
    ['es', 'más de 1.800 participantes', 1800, 'more-than', 'participants'],
    ['es', 'de 12 países', 12, 'exact', 'countries'],
    ['fr', 'plus de 1 800 personnes', 1800, 'more-than', 'participants'],
    ['fr', 'environ 30 villes', 30, 'about', 'cities'],
  ])('are found in %s: “%s”', (language, text, value, manner, measure) => {
    const [typed, ...others] = typedNumbers(say(text), language);
    expect(others).toEqual([]);
    expect(typed).toMatchObject({ value, manner, blockId: 'block-0' });
    expect(typed?.measures).toContain(measure);
  });

  it.each([
    ['en', 'In 2020 participants met online.'],
    ['en', '50 % of participants, and 50 per cent of participants'],
    ['en', 'Page 4 of the minutes; 3.5 participants'],
    ['de', 'Im Jahr 2020 Teilnehmende'],
    ['de', '80 Prozent der Teilnehmenden'],
    ['xx', '43 participants'],
  ])('are not what is no number of people or places: %s, “%s”', (language, text) => {
    expect(typedNumbers(say(text), language)).toEqual([]);
  });

  it('are not live numbers, nor reach over one', () => {
    const figure: RichNode = { type: 'figureValue', attrs: { measure: 'attended', sessionId: null } };
    const line = (...content: RichNode[]): RichDocument => ({
      type: 'doc',
      content: [{ type: 'paragraph', content }],
    });
    expect(typedNumbers(line(figure, { type: 'text', text: ' participants' }), 'en')).toEqual([]);
    expect(
      typedNumbers(
        line({ type: 'text', text: 'Of 12 ' }, figure, { type: 'text', text: ' participants' }),
        'en',
      ),
    ).toEqual([]);
  });
});

type TypedManner = 'exact' | 'more-than' | 'about';

describe('what is typed and what is recorded', () => {
  it.each<[string, readonly KnownNumber[]]>([
    ['43 participants', [record('attended', 43)]],
    ['43 participants', []],
    ['43 participants', [record('registered', 60)]],
    ['more than 40 participants', [record('attended', 43)]],
    ['about 45 participants', [record('attended', 43)]],
    ['more than 800 participants', [record('participants', 800, { sessionId: null, isAtLeast: true })]],
    ['900 participants', [record('participants', 800, { sessionId: null, isAtLeast: true })]],
    ['95 participants', [record('attended', 43), record('attended', 52, { sessionId: 'other' })]],
    ['45 participants', [record('attended', 43, { isAtLeast: true, upTo: 45 })]],
    ['about 49 participants', [record('attended', 43, { isAtLeast: true, upTo: 45 })]],
    [
      '97 participants',
      [record('attended', 43, { isAtLeast: true, upTo: 45 }), record('attended', 52, { sessionId: 'other' })],
    ],
  ])('agree: “%s”', (text, known) => {
    expect(wordsOf(text, 'en', known)).toEqual([]);
  });

  it.each<[string, readonly KnownNumber[]]>([
    ['60 participants', [record('attended', 43), record('registered', 60)]],
    ['more than 43 participants', [record('attended', 43)]],
    ['about 60 participants', [record('attended', 43)]],
    ['more than 900 participants', [record('participants', 800, { sessionId: null, isAtLeast: true })]],
    ['500 participants', [record('participants', 800, { sessionId: null, isAtLeast: true })]],
    ['46 participants', [record('attended', 43, { isAtLeast: true, upTo: 45 })]],
    ['about 50 participants', [record('attended', 43, { isAtLeast: true, upTo: 45 })]],
    ['7 cities', [record('cities', 12)]],
  ])('contradict each other: “%s”', (text, known) => {
    expect(wordsOf(text, 'en', known)).toEqual([text]);
  });

  it('are told together, with every record of what is meant', () => {
    const [found] = contradictions(say('Nothing here.', '60 participants came.'), 'en', [
      record('attended', 43),
      record('participations', 812, { sessionId: null }),
      record('cities', 12),
    ]);
    expect(found?.typed).toMatchObject({ blockId: 'block-1', words: '60 participants' });
    expect(found?.records.map(({ value }) => value)).toEqual([43, 812]);
  });

  it.each([
    ['en', 'participants'],
    ['de', 'Teilnehmende'],
    ['es', 'participantes'],
    ['fr', 'participants'],
  ])('agree in %s however large the number is, written as readers of it write', (language, noun) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5_000_000 }), fc.integer({ min: 1, max: 9 }), (value, other) => {
        fc.pre(value < 1900 || value > 2099);
        const text = `${new Intl.NumberFormat(language).format(value)} ${noun}`;
        expect(wordsOf(text, language, [record('attended', value)])).toEqual([]);
        expect(wordsOf(text, language, [record('attended', value + other)])).toEqual([text]);
      }),
    );
  });
});
