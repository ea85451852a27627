import type { RichNode } from '@reihe/shared-contracts';
import { EXCHANGE_FORMATS, type ExchangeFormat, type RecapText } from '@reihe/shared-editorial';
import { checkRichDocument, withSlots } from '@reihe/shared-recap-policies';
import fc from 'fast-check';
import { compareFile } from '../files/compare-file';
import { mayTake, withRows } from '../files/take-rows';
import { unitsOf } from '../files/units-of';
import { anyDocument } from '../testing/any-document';
import { readXliff } from './read-xliff';
import { writeXliff } from './write-xliff';

const FIGURE: RichNode = { type: 'figureValue', attrs: { measure: 'attended', sessionId: null } };
const NOTE: RichNode = { type: 'footnote', attrs: { note: 'As of autumn.' } };
const text = (words: string, ...marks: RichNode['marks'] & object): RichNode => ({
  type: 'text',
  ...(marks.length > 0 && { marks }),
  text: words,
});
const BLANK: RichNode = { type: 'paragraph' };
const LINK = { type: 'link', attrs: { href: 'https://example.org/report' } } as const;

const ENGLISH: RecapText = {
  ...{ title: 'Pipes & leaks', slug: 'pipes', lead: 'Everywhere.', seoTitle: '', seoDescription: '' },
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { id: 'first-1' },
        content: [
          text('So '),
          text('many', { type: 'bold' }),
          text(' came: '),
          FIGURE,
          text(', says '),
          text('the report', LINK),
          NOTE,
        ],
      },
      { type: 'paragraph', attrs: { id: 'second-2' }, content: [text('Mend them.')] },
    ],
  },
};

const bytes = (words: string) => new TextEncoder().encode(words);
const written = (format: ExchangeFormat, translation: RecapText | null = null, original = ENGLISH) =>
  writeXliff({
    ...{ format, recapId: 'r1', title: original.title, source: 'en', target: 'de' },
    units: unitsOf(original, translation, {}, false),
  });
const rowsOf = (file: string, translation: RecapText | null = null, original = ENGLISH) =>
  compareFile(readXliff(bytes(file)), original, translation);
const rowOf = (file: string, key: string, translation: RecapText | null = null) =>
  rowsOf(file, translation).find(({ row }) => row.key === key)?.row;
const taken = (file: string, translation: RecapText | null = null, original = ENGLISH) =>
  withRows(
    original,
    translation,
    rowsOf(file, translation, original).filter(({ row }) => mayTake(row)),
  );
const reasonOf = (file: string | Uint8Array) => {
  try {
    readXliff(typeof file === 'string' ? bytes(file) : file);
    return null;
  } catch (error) {
    return (error as { extras: { details: { reason: string } } }).extras.details.reason;
  }
};

/** As an agency does: each source, with its codes, into its target. */
const filledIn = (file: string, change: (source: string) => string = (source) => source) =>
  file.replace(
    /(<source[^>]*>)([^]*?)(<\/source>)(?:<target[^>]*>[^]*?<\/target>)?/g,
    (_, open: string, source: string, close: string) =>
      `${open}${source}${close}<target>${change(source)}</target>`,
  );
/** The paragraph with other words in its target. */
const translated = (file: string, target: string) =>
  filledIn(file).replace(/<target>So [^]*?<\/target>/, `<target>${target}</target>`);

describe.each(EXCHANGE_FORMATS)('a recap as %s', (format) => {
  it('carries words and what must not be touched, and gives the same text when it comes back', () => {
    const back = taken(filledIn(written(format)));
    expect(back).toMatchObject({ title: 'Pipes & leaks', lead: 'Everywhere.', body: ENGLISH.body });
  });

  it('takes other words, in another order of numbers, links and notes', () => {
    const file = written(format);
    const [figure, note] = [...file.matchAll(/<(?:ph|x) [^>]*\/>/g)].map(([code]) => code);
    const [link] = /<(pc|g) [^>]*"link"[^]*?<\/\1>/.exec(file) ?? [];
    const back = taken(
      translated(file, `${figure} kamen, sagt ${link?.replace('the report', 'der Bericht')}${note}.`),
    );
    expect(back.body.content[0]?.content).toEqual([
      FIGURE,
      text(' kamen, sagt '),
      text('der Bericht', LINK),
      NOTE,
      text('.'),
    ]);
  });

  it('says which numbers, notes and links were lost, doubled, or never there', () => {
    const file = written(format);
    const [figure, note] = [...file.matchAll(/<(?:ph|x) [^>]*\/>/g)].map(([code]) => code);
    expect(rowOf(translated(file, `Viele kamen${note}`), 'first-1')).toMatchObject({
      kind: 'new',
      missingCodes: [
        { kind: 'figure', data: 'attended series exact' },
        { kind: 'link', data: 'https://example.org/report' },
      ],
      problems: [],
    });
    expect(rowOf(translated(file, `${figure}${figure}`), 'first-1')?.problems).toEqual(['doubled-code']);
    const foreign = filledIn(file).replaceAll('https://example.org/report', 'https://evil.example/');
    expect(rowOf(foreign, 'first-1')?.problems).toEqual(['unknown-code']);
  });

  it('takes scripts and markup for words, or not at all', () => {
    const file = written(format);
    const words = taken(translated(file, 'Viele &lt;script&gt;alert(1)&lt;/script&gt;'));
    expect(words.body.content[0]?.content).toEqual([text('Viele <script>alert(1)</script>')]);
    expect(rowOf(translated(file, 'Viele <script>alert(1)</script>'), 'first-1')?.problems).toEqual([
      'markup',
    ]);
    const inTitle = filledIn(file).replace('<target>Pipes', '<target><script>x</script>Pipes');
    expect(rowOf(inTitle, 'title')?.problems).toEqual(['markup']);
  });

  it('knows what changed since it was made: the original, and the translation here', () => {
    const german = taken(filledIn(written(format), (source) => source.replace('Mend', 'Flick')));
    const file = filledIn(written(format, german), (source) => source.replace('Mend', 'Repariert'));
    expect(rowOf(file, 'second-2', german)).toMatchObject({
      ...{ kind: 'change', isNewerHere: false, isOriginalChanged: false },
      ...{ before: 'Flick them.', after: 'Repariert them.' },
    });
    const [first = BLANK, second = BLANK] = german.body.content;
    const since: RecapText = {
      ...german,
      body: {
        type: 'doc',
        content: [first, { ...second, content: [text('Neuer.')] }],
      },
    };
    expect(rowOf(file, 'second-2', since)).toMatchObject({ isNewerHere: true, before: 'Neuer.' });
    const [english = BLANK] = ENGLISH.body.content;
    const longer: RecapText = { ...ENGLISH, body: { type: 'doc', content: [english] } };
    const rows = rowsOf(file, german, { ...longer, title: 'Old pipes' });
    expect(rows.find(({ row }) => row.key === 'title')).toMatchObject({
      row: { isOriginalChanged: true },
      madeOf: 'Pipes & leaks',
    });
    expect(rows.find(({ row }) => row.key === 'second-2')?.row.kind).toBe('gone');
  });

  it('holds whatever may be stored: written and read again untouched it is the same', () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (body, isTranslated) => {
        const original = { ...ENGLISH, body };
        const upper = {
          ...ENGLISH,
          title: 'ROHRE',
          body: { type: 'doc' as const, content: body.content.map((block) => shouted(block)) },
        };
        if (isTranslated) {
          const file = written(format, upper, original);
          expect(rowsOf(file, upper, original).filter(({ row }) => row.kind !== 'same')).toEqual([]);
          // And where nothing is translated here any more, all of it comes back.
          expect(taken(file, null, original).body).toEqual(upper.body);
        } else expect(taken(filledIn(written(format, null, original)), null, original).body).toEqual(body);
      }),
      { numRuns: 30 },
    );
  });

  it('never breaks the rules of a text, whatever became of the file', () => {
    const mutation = fc.oneof(
      fc.record({
        at: fc.nat(),
        cut: fc.nat({ max: 30 }),
        put: fc.constantFrom('', '<', '&', '</target>', 'x'),
      }),
      fc.record({
        at: fc.nat(),
        cut: fc.constant(0),
        put: fc.constantFrom('<b>', '<ph id="zz"/>', '\u0000', 'é'),
      }),
    );
    fc.assert(
      fc.property(anyDocument, fc.array(mutation, { maxLength: 3 }), (body, mutations) => {
        const original = { ...ENGLISH, body };
        let file = filledIn(written(format, null, original));
        for (const { at, cut, put } of mutations) {
          const place = at % file.length;
          file = file.slice(0, place) + put + file.slice(place + cut);
        }
        if (reasonOf(file) !== null) return;
        expect(checkRichDocument(taken(file, null, original).body)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('says why it takes nothing of a file', () => {
    const file = written(format);
    expect(reasonOf('')).toBe('empty');
    expect(reasonOf(file.slice(0, file.length / 2))).toBe('broken');
    expect(reasonOf(file.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'))).toBe('doctype');
    expect(reasonOf(file.replace('<xliff', '&a;<xliff'))).toBe('broken');
    expect(reasonOf(file.replace('UTF-8', 'UTF-16'))).toBe('encoding');
    expect(reasonOf(Uint8Array.of(...bytes(file.slice(0, 60)), 0xff, 0xfe, 0xe4))).toBe('encoding');
    expect(reasonOf('<?xml version="1.0"?><tmx/>')).toBe('not-xliff');
    expect(reasonOf(file.replace(/ version="(1.2|2.1)"/, ' version="7.0"'))).toBe('version');
    expect(reasonOf('x'.repeat(40))).toBe('broken');
    const deep = `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`;
    expect(reasonOf(deep)).toBe('too-large');
  });

  it('is read in other encodings too, as it says or as its first bytes say', () => {
    const file = filledIn(written(format), (source) => source.replace('Mend them', 'Über'));
    const wide = Buffer.from(`\ufeff${file.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const narrow = Buffer.from(file.replace('UTF-8', 'ISO-8859-1'), 'latin1');
    for (const contents of [wide, narrow, bytes(`\ufeff${file}`)]) {
      const rows = compareFile(readXliff(new Uint8Array(contents)), ENGLISH, null);
      expect(rows.find(({ row }) => row.key === 'second-2')?.row.after).toBe('Über.');
    }
  });
});

function shouted(block: RichNode): RichNode {
  return withSlots(block, ({ content }) =>
    content.map((node) => (node.text ? { ...node, text: node.text.toUpperCase() } : node)),
  );
}
