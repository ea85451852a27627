import type { RichNode } from '@reihe/shared-contracts';
import type { RecapText } from '@reihe/shared-editorial';
import { basisAfter } from '@reihe/shared-recap-policies';
import {
  openRowFrom,
  rowDocument,
  translationRows,
  withBlocksOf,
  withRow,
  wordlessOf,
  type TextsBesideEachOther,
} from './translation-rows';

const paragraph = (id: string, ...content: RichNode[]): RichNode => ({
  type: 'paragraph',
  attrs: { id },
  content,
});
const words = (text: string): RichNode => ({ type: 'text', text });
const FIGURE: RichNode = { type: 'figureValue', attrs: { measure: 'attended', sessionId: null } };
const PICTURE: RichNode = { type: 'picture', attrs: { id: 'picture-1', mediaId: 'm1' } };
const text = (title: string, ...content: RichNode[]): RecapText => ({
  ...{ title, slug: '', lead: '', seoTitle: '', seoDescription: '' },
  body: { type: 'doc', content },
});

const ENGLISH = text(
  'Water',
  paragraph('pipes-1', FIGURE, words(' pipes leak.')),
  PICTURE,
  paragraph('mend-2', words('Mend.')),
);
const GERMAN = text(
  'Wasser',
  paragraph('pipes-1', words('Rohre lecken.')),
  paragraph('own-3', words('Bei uns.')),
);
const NOTHING = { original: null, translation: null };

function beside(change: Partial<TextsBesideEachOther> = {}) {
  const basis = basisAfter(ENGLISH, NOTHING, GERMAN, {});
  const stored = { original: ENGLISH, translation: GERMAN };
  return translationRows({
    original: ENGLISH,
    translation: GERMAN,
    stored,
    basis,
    isReviewed: false,
    ...change,
  });
}

describe('the rows of a translation', () => {
  it('stand beside the original, those without words left out, with what is lost and what is only here', () => {
    expect(beside().map(({ key, state, isOpen }) => [key, state, isOpen])).toEqual([
      ['title', 'translated', false],
      ['pipes-1', 'translated', false],
      ['own-3', 'own', false],
      ['mend-2', 'missing', true],
    ]);
    expect(beside()[1]?.missing).toMatchObject([{ kind: 'figure' }]);
  });

  it('are checked where somebody looked the translation through, and open again where the original changed', () => {
    const [pipes, picture] = ENGLISH.body.content;
    const changed = text(
      'Water',
      paragraph('pipes-1', FIGURE, words(' old pipes leak.')),
      picture ?? PICTURE,
    );
    expect(pipes).toBeDefined();
    const rows = beside({ original: changed, isReviewed: true });
    expect(rows.map(({ key, state }) => `${key} ${state}`)).toContain('pipes-1 outdated');
    expect(rows.find(({ key }) => key === 'pipes-1')).toMatchObject({
      was: 'pipes leak.',
      original: 'old pipes leak.',
    });
    expect(rows[0]?.state).toBe('checked');
  });

  it('are gone through by what is open, around the ends', () => {
    const rows = beside({ translation: text('', ...GERMAN.body.content) });
    expect(openRowFrom(rows, null, 1)).toBe('title');
    expect(openRowFrom(rows, 'title', 1)).toBe('mend-2');
    expect(openRowFrom(rows, 'mend-2', 1)).toBe('title');
    expect(openRowFrom(rows, null, -1)).toBe('mend-2');
    expect(openRowFrom(beside(), 'mend-2', 1)).toBeNull();
  });

  it('are written where they stand in the original, a split paragraph behind the first half', () => {
    const body = withRow(ENGLISH.body, GERMAN.body, 'mend-2', [
      paragraph('mend-2', words('Flickt sie.')),
      paragraph('split-4', words('Alle.')),
      { type: 'paragraph', attrs: { id: 'empty-5' } },
    ]);
    expect(body.content.map(({ attrs }) => attrs?.id)).toEqual(['pipes-1', 'mend-2', 'split-4', 'own-3']);
    const begun = withRow(ENGLISH.body, { type: 'doc', content: [{ type: 'paragraph' }] }, 'mend-2', [
      paragraph('other-6', words('Flickt sie.')),
    ]);
    expect(begun.content).toEqual([paragraph('mend-2', words('Flickt sie.'))]);
  });

  it('leave pictures to be taken over as they are', () => {
    expect(wordlessOf(ENGLISH.body, GERMAN.body)).toEqual(['picture-1']);
    const body = withBlocksOf(ENGLISH.body, GERMAN.body, ['picture-1']);
    expect(body.content.map(({ attrs }) => attrs?.id)).toEqual(['pipes-1', 'picture-1', 'own-3']);
    expect(wordlessOf(ENGLISH.body, body)).toEqual([]);
  });

  it('begin with the shape of the original and none of its words', () => {
    const list: RichNode = {
      ...{ type: 'bulletList', attrs: { id: 'list-1' } },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('One')] }] }],
    };
    const [, row] = translationRows({
      ...{ original: text('Water', list), translation: text('Wasser'), basis: {}, isReviewed: false },
      stored: NOTHING,
    });
    expect(row && rowDocument(row).content).toEqual([
      {
        ...{ type: 'bulletList', attrs: { id: 'list-1' } },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
    ]);
  });
});
