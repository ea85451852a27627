import {
  DOCUMENT_LIMITS,
  figureKey,
  HEADING_LEVELS,
  MEASURES,
  RICH_MARKS,
  RICH_NODES,
  type RichDocument,
  type RichMark,
  type RichNode,
} from '@reihe/shared-contracts';
import fc from 'fast-check';
import {
  cardsOf,
  documentText,
  figuresOf,
  linksOf,
  picturesOf,
  readingMinutes,
  selectedSessionsOf,
  wordCount,
} from './document-text';
import { checkRichDocument } from './rich-document';
import { isSafeLink } from './safe-link';

const sessionId = '00000000-0000-4000-8000-000000000001';
const one = '00000000-0000-4000-8000-00000000000a';
const two = '00000000-0000-4000-8000-00000000000b';
const three = '00000000-0000-4000-8000-00000000000c';
const text = (words: string, ...marks: RichMark[]): RichNode =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const linked = (href: unknown) =>
  doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }));

const whole: RichDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('What we learnt')] },
    {
      type: 'paragraph',
      content: [
        text('Pipes ', { type: 'bold' }),
        text('leak', { type: 'italic' }, { type: 'link', attrs: { href: 'https://example.org/a?b=c#d' } }),
        { type: 'hardBreak' },
        { type: 'figureValue', attrs: { measure: 'participants', sessionId }, marks: [{ type: 'bold' }] },
        { type: 'figureValue', attrs: { measure: 'cities', sessionId: null } },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [text('First')] },
            { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
          ],
        },
      ],
    },
    { type: 'horizontalRule' },
    {
      type: 'blockquote',
      attrs: { id: 'quote-1', source: 'Minutes' },
      content: [{ type: 'paragraph', content: [text('Said nobody.')] }],
    },
    { type: 'picture', attrs: { id: 'picture-1', mediaId: one, caption: 'A pipe', size: 'wide' } },
    { type: 'gallery', attrs: { mediaIds: [two, one] } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', content: [{ type: 'paragraph', content: [text('City')] }] }],
        },
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [{ type: 'paragraph' }] }],
        },
      ],
    },
    {
      type: 'factBox',
      attrs: { title: 'In short' },
      content: [{ type: 'paragraph', content: [text('Mend.')] }],
    },
    { type: 'sessionCard', attrs: { sessionId } },
    { type: 'speakerCard', attrs: { speakerId: one } },
    { type: 'video', attrs: { href: 'https://video.example/1', title: 'The talk', posterId: three } },
    { type: 'paragraph', content: [{ type: 'footnote', attrs: { note: 'See the minutes.' } }] },
  ],
};

describe('a document', () => {
  it('may hold every node and mark of the contract', () => {
    expect(checkRichDocument(whole)).toBeNull();
    expect(checkRichDocument({ type: 'doc', content: [] })).toBeNull();
    for (const name of [...RICH_NODES, ...RICH_MARKS]) expect(JSON.stringify(whole)).toContain(`"${name}"`);
  });

  it.each<[string, unknown, string, string]>([
    ['nothing', null, 'wrong-type', ''],
    ['a text', '<p>x</p>', 'wrong-type', ''],
    ['another root', { type: 'html', content: [] }, 'unknown-node', 'type'],
    ['no content', { type: 'doc' }, 'wrong-type', 'content'],
    ['content that is no list', { type: 'doc', content: { 0: 1 } }, 'wrong-type', 'content'],
    ['a script', doc({ type: 'script', content: [] }), 'unknown-node', 'content.0.type'],
    ['an image', doc({ type: 'image', attrs: { src: 'x' } }), 'unknown-node', 'content.0.type'],
    ['a node named like a property', doc({ type: 'constructor' }), 'unknown-node', 'content.0.type'],
    ['a document inside', doc({ type: 'doc', content: [] }), 'unknown-node', 'content.0.type'],
    ['words without paragraph', doc(text('x')), 'wrong-place', 'content.0'],
    ['a paragraph in a paragraph', doc(paragraph(paragraph())), 'wrong-place', 'content.0.content.0'],
    ['an item without list', doc({ type: 'listItem', content: [paragraph()] }), 'wrong-place', 'content.0'],
    [
      'a heading in a quote',
      doc({ type: 'blockquote', content: [whole.content[0]] }),
      'wrong-place',
      'content.0.content.0',
    ],
    ['an empty list', doc({ type: 'bulletList', content: [] }), 'empty', 'content.0'],
    [
      'an item without content',
      doc({ type: 'bulletList', content: [{ type: 'listItem' }] }),
      'empty',
      'content.0.content.0',
    ],
    ['empty words', doc(paragraph({ type: 'text', text: '' })), 'empty', 'content.0.content.0.text'],
    [
      'words that are none',
      doc(paragraph({ type: 'text', text: 7 })),
      'wrong-type',
      'content.0.content.0.text',
    ],
    ['a control character', doc(paragraph(text('a\u0000b'))), 'wrong-value', 'content.0.content.0.text'],
    ['half a character', doc(paragraph(text('\ud83d'))), 'wrong-value', 'content.0.content.0.text'],
    [
      'words with content',
      doc(paragraph({ type: 'text', text: 'x', content: [] })),
      'unknown-field',
      'content.0.content.0.content',
    ],
    [
      'a first level heading',
      doc({ type: 'heading', attrs: { level: 1 } }),
      'wrong-value',
      'content.0.attrs.level',
    ],
    ['a heading without level', doc({ type: 'heading' }), 'wrong-type', 'content.0.attrs'],
    ['a style', doc({ type: 'paragraph', attrs: { style: 'x' } }), 'unknown-field', 'content.0.attrs.style'],
    [
      'a name inside of a block',
      doc({ type: 'blockquote', content: [{ type: 'paragraph', attrs: { id: 'inside-1' } }] }),
      'unknown-field',
      'content.0.content.0.attrs',
    ],
    [
      'two blocks of one name',
      doc(
        { type: 'paragraph', attrs: { id: 'block-1' } },
        { type: 'horizontalRule', attrs: { id: 'block-1' } },
      ),
      'wrong-place',
      'content.1.attrs.id',
    ],
    [
      'a name that is none',
      doc({ type: 'paragraph', attrs: { id: '"><b' } }),
      'wrong-value',
      'content.0.attrs.id',
    ],
    [
      'a picture from elsewhere',
      doc({ type: 'picture', attrs: { mediaId: 'https://evil.example/x.png' } }),
      'wrong-value',
      'content.0.attrs.mediaId',
    ],
    ['a picture of nothing', doc({ type: 'picture' }), 'wrong-type', 'content.0.attrs'],
    [
      'an empty gallery',
      doc({ type: 'gallery', attrs: { mediaIds: [] } }),
      'wrong-value',
      'content.0.attrs.mediaIds',
    ],
    [
      'a picture twice in a gallery',
      doc({ type: 'gallery', attrs: { mediaIds: [one, one] } }),
      'wrong-value',
      'content.0.attrs.mediaIds',
    ],
    [
      'a video that is a script',
      doc({ type: 'video', attrs: { href: 'javascript:alert(1)', title: 'x' } }),
      'wrong-value',
      'content.0.attrs.href',
    ],
    [
      'a video on this site',
      doc({ type: 'video', attrs: { href: '/x', title: 'x' } }),
      'wrong-value',
      'content.0.attrs.href',
    ],
    [
      'a cell as wide as a street',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colspan: 9e9 }, content: [paragraph()] }],
          },
        ],
      }),
      'wrong-value',
      'content.0.content.0.content.0.attrs.colspan',
    ],
    [
      'a footnote of nothing',
      doc(paragraph({ type: 'footnote', attrs: { note: '' } })),
      'wrong-value',
      'content.0.content.0.attrs.note',
    ],
    [
      'a note with a control character',
      doc(paragraph({ type: 'footnote', attrs: { note: 'a\u0000b' } })),
      'wrong-value',
      'content.0.content.0.attrs.note',
    ],
    [
      'a number said in another way',
      doc(paragraph({ type: 'figureValue', attrs: { measure: 'cities', rounding: 'twice' } })),
      'wrong-value',
      'content.0.content.0.attrs.rounding',
    ],
    [
      'a class',
      doc({ type: 'heading', attrs: { level: 2, class: 'x' } }),
      'unknown-field',
      'content.0.attrs.class',
    ],
    ['an event handler', doc({ type: 'paragraph', onclick: 'x' }), 'unknown-field', 'content.0.onclick'],
    [
      'a list that starts at a word',
      doc({ ...whole.content[2], attrs: { start: 'x' } }),
      'wrong-value',
      'content.0.attrs.start',
    ],
    [
      'a figure of nothing',
      doc(paragraph({ type: 'figureValue', attrs: { measure: 'password' } })),
      'wrong-value',
      'content.0.content.0.attrs.measure',
    ],
    [
      'a figure of no session',
      doc(paragraph({ type: 'figureValue', attrs: { measure: 'cities', sessionId: '1 OR 1=1' } })),
      'wrong-value',
      'content.0.content.0.attrs.sessionId',
    ],
    ...(
      [
        ['an empty selection', []],
        ['a selection of one session, which has figures of its own', [sessionId]],
        [
          'a session that is selected twice',
          ['0000000A-0000-4000-8000-000000000001', '0000000a-0000-4000-8000-000000000001'],
        ],
        ['a selection of something else', [sessionId, 'x']],
        ['a selection that is none', sessionId],
        [
          'more sessions than a figure is about',
          Array.from(
            { length: 51 },
            (_, at) => `00000000-0000-4000-8000-0000000001${String(at).padStart(2, '0')}`,
          ),
        ],
      ] as const
    ).map(([what, sessionIds]): [string, unknown, string, string] => [
      what,
      doc(paragraph({ type: 'figureValue', attrs: { measure: 'cities', sessionIds } })),
      'wrong-value',
      'content.0.content.0.attrs.sessionIds',
    ]),
    [
      'a figure of a session and of a selection',
      doc(
        paragraph({ type: 'figureValue', attrs: { measure: 'cities', sessionId, sessionIds: [one, two] } }),
      ),
      'wrong-value',
      'content.0.content.0.attrs.sessionIds',
    ],
    [
      'an unknown mark',
      doc(paragraph({ ...text('x'), marks: [{ type: 'textStyle' }] })),
      'unknown-mark',
      'content.0.content.0.marks.0.type',
    ],
    [
      'the same mark twice',
      doc(paragraph(text('x', { type: 'bold' }, { type: 'bold' }))),
      'wrong-place',
      'content.0.content.0.marks.1',
    ],
    ['a marked paragraph', doc({ type: 'paragraph', marks: [] }), 'unknown-field', 'content.0.marks'],
    [
      'a target',
      doc(paragraph({ ...text('x'), marks: [{ type: 'link', attrs: { href: '/', target: '_blank' } }] })),
      'unknown-field',
      'content.0.content.0.marks.0.attrs.target',
    ],
    ['a script link', linked('javascript:alert(1)'), 'unsafe-link', 'content.0.content.0.marks.0.attrs.href'],
  ])('is refused with %s', (_what, document, code, path) => {
    expect(checkRichDocument(document)).toEqual({ code, path });
  });

  it('is refused when it is too deep or too large', () => {
    let nested: unknown = paragraph();
    for (let depth = 0; depth <= DOCUMENT_LIMITS.depth; depth += 2)
      nested = { type: 'bulletList', content: [{ type: 'listItem', content: [nested] }] };
    expect(checkRichDocument(doc(nested))?.code).toBe('too-deep');
    const many = Array.from({ length: DOCUMENT_LIMITS.nodes + 1 }, () => paragraph());
    expect(checkRichDocument(doc(...many))).toEqual({
      code: 'too-large',
      path: `content.${DOCUMENT_LIMITS.nodes}`,
    });
    const long = doc(paragraph(text('x'.repeat(DOCUMENT_LIMITS.characters)), text('y')));
    expect(checkRichDocument(long)?.code).toBe('too-large');
  });

  it('that is accepted holds nothing but what is allowed, whatever came', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        fc.pre(checkRichDocument(document) === null);
        expectOnlyAllowed(document as RichDocument);
      }),
      { numRuns: 1000 },
    );
  });

  it('that holds only what is allowed is accepted', () => {
    fc.assert(
      fc.property(goodDocument, (document) => {
        expect(checkRichDocument(document)).toBeNull();
      }),
    );
  });

  it('is refused wherever one thing in it is hostile', () => {
    const hostile = fc.constantFrom<unknown>(
      { type: 'script', content: [text('alert(1)')] },
      { type: 'paragraph', attrs: { onload: 'x' } },
      { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'data:text/html,x' } }] },
      null,
      'x',
    );
    fc.assert(
      fc.property(goodDocument, hostile, fc.nat(), ({ content }, bad, where) => {
        const place = content.length === 0 ? 0 : where % (content.length + 1);
        const error = checkRichDocument(doc(...content.slice(0, place), bad, ...content.slice(place)));
        expect(error?.path).toMatch(new RegExp(`^content\\.${place}\\b`));
      }),
    );
  });

  it('reads as lines of words', () => {
    expect(documentText(whole)).toBe(
      'What we learnt\nPipes leak\n\nFirst\n\nSaid nobody.\nMinutes\nA pipe\nCity\n\nIn short\nMend.\nThe talk\n\nSee the minutes.',
    );
    expect(wordCount(whole)).toBe(20);
    expect(readingMinutes(whole)).toBe(1);
    expect(readingMinutes({ type: 'doc', content: [{ type: 'paragraph' }] })).toBe(0);
  });

  it('names what it shows, each once', () => {
    expect(picturesOf(whole)).toEqual([one, two, three]);
    expect(cardsOf(whole)).toEqual({ sessionIds: [sessionId], speakerIds: [one] });
    expect(linksOf(whole)).toEqual(['https://example.org/a?b=c#d', 'https://video.example/1']);
  });

  it('names its figures', () => {
    expect(figuresOf(whole)).toEqual([
      { measure: 'participants', sessionId },
      { measure: 'cities', sessionId: null },
    ]);
  });

  it('knows figures over several sessions, with what the editor leaves unsaid', () => {
    const attrs = { measure: 'cities', sessionId: null, sessionIds: [two, one] } as const;
    const document = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'figureValue', attrs }] }],
    };
    expect(checkRichDocument(document)).toBeNull();
    const [figure] = figuresOf(document as unknown as RichDocument);
    expect(figure).toEqual(attrs);
    expect(figure && figureKey(figure)).toBe(`cities:${one}+${two}`);
    expect(selectedSessionsOf(document as unknown as RichDocument)).toEqual([two, one]);
  });
});

describe('a link', () => {
  it.each([
    'https://example.org',
    'HTTP://example.org/path?a=b#c',
    'mailto:team@example.org',
    'mailto:team@example.org?subject=Hello',
    '/de/recaps/wasser',
    '#top',
    '/',
  ])('may be %s', (href) => {
    expect(isSafeLink(href)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,<script>',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://user@evil.example',
    'mailto:',
    'relative/path',
    '',
    7,
    undefined,
  ])('may not be %j', (href) => {
    expect(isSafeLink(href)).toBe(false);
  });
});

const anyMark = fc.record(
  {
    type: fc.constantFrom<string>(...RICH_MARKS, 'underline'),
    attrs: fc.dictionary(fc.constantFrom('href', 'class'), fc.constantFrom('/x', 'javascript:x')),
  },
  { requiredKeys: ['type'] },
);
const anyAttributes = fc.record(
  {
    level: fc.integer({ min: 1, max: 6 }),
    measure: fc.constantFrom<string>(...MEASURES, 'secret'),
    sessionId: fc.constantFrom(null, sessionId, 'x'),
    style: fc.string(),
  },
  { requiredKeys: [] },
);
const { anyDocument } = fc.letrec<{ node: unknown; anyDocument: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record(
      {
        type: fc.constantFrom<string>(...RICH_NODES, 'image'),
        text: fc.string(),
        attrs: anyAttributes,
        marks: fc.array(anyMark, { maxLength: 2 }),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({
      type: fc.constantFrom<string>(...RICH_NODES),
      content: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
  anyDocument: fc.record({ type: fc.constant('doc'), content: fc.array(tie('node'), { maxLength: 3 }) }),
}));

const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((value) => !/[^\P{Cc}\t\n\r]/u.test(value));
const inline: fc.Arbitrary<RichNode> = fc.oneof(
  fc
    .tuple(
      words,
      fc.subarray<RichMark>([{ type: 'bold' }, { type: 'italic' }, { type: 'link', attrs: { href: '/x' } }]),
    )
    .map(([value, marks]) => text(value, ...marks)),
  fc.constant<RichNode>({ type: 'hardBreak' }),
  fc
    .constantFrom(...MEASURES)
    .map<RichNode>((measure) => ({ type: 'figureValue', attrs: { measure, sessionId } })),
);
const goodParagraph = fc
  .array(inline, { maxLength: 4 })
  .map<RichNode>((content) => ({ type: 'paragraph', content }));
const goodDocument = fc
  .array(
    fc.oneof(
      goodParagraph,
      fc
        .tuple(fc.constantFrom(...HEADING_LEVELS), fc.array(inline))
        .map<RichNode>(([level, content]) => ({ type: 'heading', attrs: { level }, content })),
      fc.array(goodParagraph, { minLength: 1, maxLength: 3 }).map<RichNode>((items) => ({
        type: 'bulletList',
        content: items.map((item) => ({ type: 'listItem', content: [item] })),
      })),
      fc.constant<RichNode>({ type: 'horizontalRule' }),
    ),
    { maxLength: 6 },
  )
  .map<RichDocument>((content) => ({ type: 'doc', content }));

/** Judged apart from the code under test: by the contract's lists alone. */
function expectOnlyAllowed(document: RichDocument): void {
  const visit = (node: RichNode): void => {
    expect(RICH_NODES).toContain(node.type);
    expect(['type', 'attrs', 'content', 'marks', 'text']).toEqual(expect.arrayContaining(Object.keys(node)));
    expect(['level', 'start', 'measure', 'sessionId']).toEqual(
      expect.arrayContaining(Object.keys(node.attrs ?? {})),
    );
    for (const { type, attrs } of node.marks ?? []) {
      expect(RICH_MARKS).toContain(type);
      expect(JSON.stringify(attrs ?? {})).not.toMatch(/script:|class/);
    }
    node.content?.forEach(visit);
  };
  document.content.forEach(visit);
}
