import { describe, expect, it } from '@jest/globals';
import { richText } from './rich-text';

describe('richText', () => {
  it('makes one block of each line and one list of adjoining items', () => {
    const { content } = richText(['Text', '### Heading', '- one', '- two', '1. first', '> asked']);
    expect(content.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'bulletList',
      'orderedList',
      'blockquote',
    ]);
    expect(content[1]?.attrs).toEqual({ level: 3 });
    expect(content[2]?.content).toHaveLength(2);
  });

  it('sets bold, italic and links apart from the text around them', () => {
    expect(richText(['A **b** *c* [d](/e).']).content[0]?.content).toEqual([
      { type: 'text', text: 'A ' },
      { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'c', marks: [{ type: 'italic' }] },
      { type: 'text', text: ' ' },
      { type: 'text', text: 'd', marks: [{ type: 'link', attrs: { href: '/e' } }] },
      { type: 'text', text: '.' },
    ]);
  });

  it('leaves a dash or a number inside a sentence alone', () => {
    expect(richText(['2020 - a year', '1.5 times']).content.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });
});
