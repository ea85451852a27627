import { drawColumns, drawRows } from './bars';
import type { Drawing, TextMark } from './drawing';
import { fitLines, printable, widthOf } from './letters';
import { toSvg } from './to-svg';
import { drawWorld, outlinedCountries } from './world-map';

const exactly = (value: number) => ({ least: value, most: value });
const texts = ({ marks }: Drawing) => marks.filter((mark): mark is TextMark => mark.kind === 'text');

/** Where a text begins and ends. */
function span({ anchor, x, words, size }: TextMark): [number, number] {
  const width = widthOf(words, size);
  const from = x - { start: 0, middle: width / 2, end: width }[anchor];
  return [from, from + width];
}

describe('a drawing', () => {
  const rows = (names: string[]) =>
    drawRows(
      names.map((name, at) => ({
        name,
        amount: exactly(at * 1000),
        label: String(at * 1000),
        fill: '#123f70',
      })),
    );
  const columns = (count: number) =>
    drawColumns(
      Array.from({ length: count }, (_, at) => ({
        name: `Mar ${at}`,
        parts: [exactly(at), { least: 1, most: 3 }],
      })),
      String,
    );

  it.each<[string, Drawing]>([
    ['rows with long names', rows(['Short', 'Word '.repeat(40), 'Wasserversorgung'.repeat(9)])],
    ['one column', columns(1)],
    ['a year', columns(12)],
    ['fifteen years', columns(180)],
  ])('keeps every letter on the paper: %s', (_, drawing) => {
    for (const text of texts(drawing)) {
      const [from, to] = span(text);
      expect(from).toBeGreaterThanOrEqual(-0.5);
      expect(to).toBeLessThanOrEqual(drawing.width + 0.5);
      expect(text.y).toBeLessThanOrEqual(drawing.height);
    }
  });

  it('writes no name over another one', () => {
    for (const count of [1, 12, 60, 180]) {
      const drawing = columns(count);
      const names = texts(drawing)
        .filter(({ y }) => y > 220)
        .map(span);
      names.forEach(([from], at) => expect(from).toBeGreaterThanOrEqual(names[at - 1]?.[1] ?? -Infinity));
    }
  });

  it('makes bars as long as what they stand for, the sure part filled', () => {
    const { marks } = drawRows([
      { name: 'A', amount: { least: 10, most: 20 }, label: '10–20', fill: '#123f70' },
      { name: 'B', amount: exactly(20), label: '20', fill: '#123f70' },
      { name: 'C', amount: null, label: 'not shown', fill: '#123f70' },
    ]);
    const widths = marks.flatMap((mark) => (mark.kind === 'rectangle' ? [mark.width] : []));
    const [mayBe = 0, sure = 0, all = 0, none = 1] = widths;
    expect(mayBe).toBeCloseTo(sure);
    expect(mayBe + sure).toBeCloseTo(all);
    expect(none).toBe(0);
  });

  it('is markup without what somebody typed being any, and outlines without letters', () => {
    const drawing = rows(['<b>&"', 'B']);
    expect(toSvg(drawing, 'text')).toContain('>&lt;b&gt;&amp;&quot;</text>');
    expect(toSvg(drawing, 'outlines')).not.toContain('<text');
    expect(toSvg(drawing, 'outlines')).not.toContain('NaN');
  });
});

describe('letters', () => {
  it('that the typeface lacks are one mark for a whole run', () => {
    expect(printable('Ada 水 水 Sample')).toBe('Ada […]  Sample');
    expect(printable('Łukasz Żółć, Олена, Ελένη')).toBe('Łukasz Żółć, Олена, Ελένη');
  });

  it('are broken into lines that fit, and shortened only at the end', () => {
    const lines = fitLines('Peer advice on markets and streets of the old town', 12, 120, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of fitLines('x'.repeat(400), 12, 120, 99))
      expect(widthOf(line, 12)).toBeLessThanOrEqual(120);
  });
});

describe('the map', () => {
  it('knows the outlines of countries by their letters', () => {
    const known = outlinedCountries();
    for (const country of ['DE', 'BR', 'UA', 'TR', 'ZA', 'IN', 'FR', 'NO', 'XK', 'CD', 'PS', 'TL'])
      expect(known).toContain(country);
    expect(new Set(known).size).toBe(known.length);
    expect(known.length).toBeGreaterThan(170);
  });

  it('puts dots where the portal’s map does', () => {
    const { marks } = drawWorld([], [{ latitude: 51.34, longitude: 12.38 }]);
    const [dot] = marks.filter((mark) => mark.kind === 'circle');
    expect(dot).toMatchObject({
      x: expect.closeTo(529.43, 1) as number,
      y: expect.closeTo(99.69, 1) as number,
    });
  });

  it('is darker where more people come from, and lightest where their number is not shown', () => {
    const { marks } = drawWorld(
      [
        { country: 'DE', people: 100 },
        { country: 'BR', people: 10 },
        { country: 'FJ', people: null },
        { country: 'MT', people: 5 },
      ],
      [],
    );
    const fills = marks.flatMap((mark) => (mark.kind === 'path' ? [mark.fill] : []));
    expect(fills).toEqual(['#e4e0d6', '#0a4d7a', expect.any(String), '#bed5e5']);
    expect((fills[2] ?? '') > '#0a4d7a' && (fills[2] ?? '') < '#bed5e5').toBe(true);
  });
});
