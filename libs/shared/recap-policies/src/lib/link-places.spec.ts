import { describe, expect, it } from '@jest/globals';
import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import { leadsToNote, linkPlaces, ownPage } from './link-places';

const linked = (text: string, href: string, bold = false): RichNode => ({
  type: 'text',
  text,
  marks: [...(bold ? [{ type: 'bold' as const }] : []), { type: 'link', attrs: { href } }],
});

const document: RichDocument = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { id: 'part-one' },
      content: [
        { type: 'text', text: 'Read ' },
        linked('the ', '/en/recaps/leaks'),
        linked('recap', '/en/recaps/leaks', true),
        { type: 'text', text: ', or ' },
        linked('the recap', '/en/recaps/leaks'),
        { type: 'footnote', attrs: { note: 'A note.' } },
      ],
    },
    {
      type: 'bulletList',
      attrs: { id: 'part-two' },
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [linked('a place', 'https://a.example/')] }],
        },
      ],
    },
    { type: 'video', attrs: { id: 'part-three', href: 'https://video.example/1', title: 'Pipes' } },
  ],
};

describe('links of a text', () => {
  it('are told in their order, with what is read of them and the block they stand in', () => {
    expect(linkPlaces(document)).toEqual([
      { href: '/en/recaps/leaks', words: 'the recap', blockId: 'part-one', isVideo: false },
      { href: '/en/recaps/leaks', words: 'the recap', blockId: 'part-one', isVideo: false },
      { href: 'https://a.example/', words: 'a place', blockId: 'part-two', isVideo: false },
      { href: 'https://video.example/1', words: 'Pipes', blockId: 'part-three', isVideo: true },
    ]);
  });

  it.each([
    ['/en/recaps/leaks', { kind: 'recap', slug: 'leaks' }],
    ['/de/sessions/water?from=letter#notes', { kind: 'session', slug: 'water' }],
    ['https://reihe.example/fr/series/water', { kind: 'series', slug: 'water' }],
  ])('%s names a page of this site', (href, page) => {
    expect(ownPage(href, 'https://reihe.example')).toEqual(page);
  });

  it.each([
    '/en',
    '/en/recaps',
    '/en/recaps/',
    '/xx/recaps/leaks',
    '/en/recaps/leaks/more',
    '/en/constructor/leaks',
    '/2020/05/old-address',
    '//reihe.example/en/recaps/leaks',
    'https://other.example/en/recaps/leaks',
    'https://reihe.example.org/en/recaps/leaks',
    '#note-1',
    'mailto:somebody@example.org',
  ])('%s names none that the records know', (href) => {
    expect(ownPage(href, 'https://reihe.example')).toBeNull();
  });

  it('within the page lead to footnotes that there are', () => {
    for (const href of ['#note-1', '#note-mark-1', '/en', 'https://a.example/#note-9'])
      expect(leadsToNote(href, document)).toBe(true);
    for (const href of ['#note-2', '#note-0', '#somewhere', '#'])
      expect(leadsToNote(href, document)).toBe(false);
  });
});
