import {
  FIGURE_ROUNDINGS,
  HEADING_LEVELS,
  type RichDocument,
  type RichMark,
  type RichNode,
} from '@reihe/shared-contracts';
import { joined } from '@reihe/shared-recap-policies';
import fc from 'fast-check';

const words = fc
  .array(fc.constantFrom('Pipes', '<leak>', '&', '"when"', 'it rains', ' ', 'Rohre, ä', '🚰', '\t'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));
const line = fc.oneof(words, fc.constant('A line'));
const mark: fc.Arbitrary<RichMark> = fc.oneof(
  fc.constantFrom<RichMark>({ type: 'bold' }, { type: 'italic' }),
  fc
    .constantFrom('https://example.org/a', 'https://example.org/b?c=1&d="e"')
    .map((href): RichMark => ({ type: 'link', attrs: { href } })),
);
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 });
const leaf: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 5, arbitrary: words.map((text): RichNode => ({ type: 'text', text })) },
  fc.constant<RichNode>({ type: 'hardBreak' }),
  fc
    .record({ rounding: fc.constantFrom(...FIGURE_ROUNDINGS), isSeries: fc.boolean() })
    .map(({ rounding, isSeries }): RichNode => ({
      type: 'figureValue',
      attrs: {
        measure: 'attended',
        sessionId: isSeries ? null : 'a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d',
        rounding,
      },
    })),
  line.map((note): RichNode => ({ type: 'footnote', attrs: { note } })),
);
const run = fc
  .array(
    fc.tuple(leaf, marks).map(([node, on]) => (on.length > 0 ? { ...node, marks: on } : node)),
    { minLength: 1, maxLength: 6 },
  )
  .map((nodes) => joined(nodes));
const paragraph = run.map((content): RichNode => ({ type: 'paragraph', content }));
const inside = <T>(some: fc.Arbitrary<T>) => fc.array(some, { minLength: 1, maxLength: 3 });
const list = inside(inside(paragraph)).map((items): RichNode => ({
  type: 'bulletList',
  content: items.map((content): RichNode => ({ type: 'listItem', content })),
}));
const MEDIA = '0b6f7a52-6a43-4cf4-9d6b-0d7a3f1c2e11';

const block: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc
    .tuple(run, fc.constantFrom(...HEADING_LEVELS))
    .map(([content, level]): RichNode => ({ type: 'heading', attrs: { level }, content })),
  list,
  fc.tuple(inside(paragraph), fc.option(line)).map(([content, source]): RichNode => ({
    type: 'blockquote',
    ...(source !== null && { attrs: { source } }),
    content,
  })),
  fc
    .tuple(inside(fc.oneof(paragraph, list)), line)
    .map(([content, title]): RichNode => ({ type: 'factBox', attrs: { title }, content })),
  inside(inside(paragraph)).map((cells): RichNode => ({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: cells.map((content): RichNode => ({ type: 'tableCell', content })),
      },
    ],
  })),
  line.map((caption): RichNode => ({ type: 'picture', attrs: { mediaId: MEDIA, caption } })),
  fc.constant<RichNode>({ type: 'horizontalRule' }),
);

/** Any document that may be stored, as editors keep it, its blocks with names. */
export const anyDocument: fc.Arbitrary<RichDocument> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => ({
    type: 'doc',
    content: blocks.map((one, at) => ({ ...one, attrs: { ...one.attrs, id: `block-${at}` } })),
  }));
