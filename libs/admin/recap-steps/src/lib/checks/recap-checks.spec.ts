import type { RichNode } from '@reihe/shared-contracts';
import type { RecapText, SaveRecap } from '@reihe/shared-editorial';
import { recapChecks, type CheckedRecap } from './recap-checks';

const SESSION = 'a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d';

function recap(content: RichNode[], text: Partial<RecapText> = {}): SaveRecap {
  return {
    version: 1,
    seriesId: 's1',
    sessionIds: [SESSION],
    categoryIds: [],
    regionIds: [],
    byline: 'Somebody',
    leadMediaId: 'm1',
    gallery: [],
    publishedOn: null,
    translations: {
      en: {
        title: 'Night shift',
        slug: 'night-shift',
        lead: 'What came of it.',
        body: { type: 'doc', content },
        seoTitle: '',
        seoDescription: '',
        ...text,
      },
    },
  };
}

const checksOf = (written: SaveRecap, more: Partial<CheckedRecap> = {}) =>
  recapChecks({
    recap: written,
    media: [
      {
        id: 'm1',
        state: 'ready',
        credit: { photographer: 'Somebody', agency: '', licence: '' },
        rights: { licenceUrl: '', consent: 'agreed', consentNote: '' },
        translations: { en: { alt: 'A street at night', caption: '' } },
      },
    ],
    defaultLanguage: 'en',
    staleLanguages: [],
    stored: { translations: {}, translationBases: {}, translationStates: {} },
    hasValue: () => true,
    records: [],
    sayRecord: ({ measure }) => `record of ${measure}`,
    links: new Map(),
    ...more,
  });

const heading = (level: number, text: string): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const paragraph: RichNode = { type: 'paragraph', content: [{ type: 'text', text: 'Text' }] };

describe('what is found in a recap while it is written', () => {
  it('is nothing where nothing is missing', () => {
    expect(checksOf(recap([heading(2, 'One'), heading(3, 'Within'), heading(2, 'Two'), paragraph]))).toEqual(
      [],
    );
  });

  it('is what stands in the way of readers first, then advice', () => {
    const found = checksOf(recap([heading(2, 'One'), heading(4, 'Far below'), paragraph], { lead: ' ' }), {
      media: [],
    });
    expect(found).toEqual([
      { kind: 'gap', isBlocking: true, gap: { code: 'no-lead', language: 'en' } },
      { kind: 'gap', isBlocking: true, gap: { code: 'no-alt-text', language: 'en', mediaId: 'm1' } },
      { kind: 'gap', isBlocking: true, gap: { code: 'no-credit', mediaId: 'm1' } },
      { kind: 'heading-order', isBlocking: false, language: 'en', heading: 'Far below' },
    ]);
  });

  it('names a live number that has no record', () => {
    const figure = { measure: 'attended', sessionId: SESSION } as const;
    const body = [
      { type: 'paragraph', content: [{ type: 'figureValue', attrs: figure }] },
    ] satisfies RichNode[];
    expect(checksOf(recap(body), { hasValue: () => false })).toEqual([
      { kind: 'figure', isBlocking: false, language: 'en', figure },
    ]);
  });

  it('tells a typed number that the records contradict, with what they say', () => {
    const typed: RichNode = {
      type: 'paragraph',
      attrs: { id: 'block-1' },
      content: [{ type: 'text', text: 'With 60 participants.' }],
    };
    const records = [{ measure: 'attended', sessionId: SESSION, value: 43, isAtLeast: false }] as const;
    expect(checksOf(recap([typed]), { records })).toEqual([
      {
        ...{ kind: 'contradiction', isBlocking: false, language: 'en', blockId: 'block-1' },
        ...{ words: '60 participants', records: ['record of attended'] },
      },
    ]);
    expect(checksOf(recap([typed]), { records: [{ ...records[0], value: 60 }] })).toEqual([]);
  });

  it('names links that lead nowhere, where they stand, and not what a host keeps to itself', () => {
    const link = (text: string, href: string, id: string): RichNode => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }],
    });
    const states = {
      '/en/recaps/a': 'missing',
      'https://b.example/': 'dead',
      'https://c.example/': 'untold',
    } as const;
    const links = new Map(
      Object.entries(states).map(([href, state]) => [
        href,
        { href, state, status: state === 'dead' ? 410 : null },
      ]),
    );
    const body = [
      link('own', '/en/recaps/a', 'part-one'),
      link('other', 'https://b.example/', 'part-two'),
      link('shut', 'https://c.example/', 'part-three'),
      link('unasked', 'https://d.example/', 'part-four'),
      link('note', '#note-1', 'part-five'),
    ];
    const found = (
      blockId: string,
      words: string,
      href: string,
      problem: string,
      status: number | null = null,
    ) => ({
      ...{
        kind: 'link',
        isBlocking: false,
        language: 'en',
        words,
        blockId,
        isVideo: false,
        href,
        problem,
        status,
      },
    });
    expect(checksOf(recap(body), { links })).toEqual([
      found('part-one', 'own', '/en/recaps/a', 'missing'),
      found('part-two', 'other', 'https://b.example/', 'dead', 410),
      found('part-five', 'note', '#note-1', 'no-note'),
    ]);
  });

  it('names the paragraphs of a translation that are missing or outdated, as it would be once it is saved', () => {
    const block = (id: string, text: string): RichNode => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text }],
    });
    const german = (...content: RichNode[]) => ({
      ...{ title: 'Nachtschicht', slug: 'nachtschicht', lead: 'Was herauskam.' },
      ...{ seoTitle: '', seoDescription: '', body: { type: 'doc', content } as const },
    });
    const english = recap([block('part-one', 'Old pipes leak.'), block('part-two', 'Mend them.')]);
    const stored = {
      translations: { ...english.translations, de: german(block('part-one', 'Rohre lecken.')) },
      translationStates: {},
      translationBases: { de: { title: 'Night shift', lead: 'What came of it.', 'part-one': 'Pipes leak.' } },
    };
    const translated = (...content: RichNode[]) => ({
      ...english,
      translations: { ...english.translations, de: german(...content) },
    });
    const media = [
      {
        ...({ id: 'm1', state: 'ready' } as const),
        credit: { photographer: 'Somebody', agency: '', licence: '' },
        rights: { licenceUrl: '', consent: 'agreed', consentNote: '' } as const,
        translations: { en: { alt: 'A street', caption: '' }, de: { alt: 'Eine Straße', caption: '' } },
      },
    ];
    expect(checksOf(translated(block('part-one', 'Rohre lecken.')), { stored, media })).toEqual([
      {
        ...{
          kind: 'outdated',
          isBlocking: false,
          language: 'de',
          part: 'part-one',
          original: 'Old pipes leak.',
        },
        ...{ was: 'Pipes leak.', translation: 'Rohre lecken.' },
      },
      { kind: 'untranslated', isBlocking: false, language: 'de', part: 'part-two', original: 'Mend them.' },
    ]);
    const mended = translated(block('part-one', 'Alte Rohre lecken.'), block('part-two', 'Flickt sie.'));
    expect(checksOf(mended, { stored, media })).toEqual([]);
  });

  it('holds back a text that could not be stored', () => {
    const body = [{ type: 'heading', attrs: { level: 1 } }] satisfies RichNode[];
    expect(checksOf(recap([...body, paragraph]))).toContainEqual({
      kind: 'document',
      isBlocking: true,
      language: 'en',
      code: 'wrong-value',
    });
  });

  it('asks to compare only languages that are written', () => {
    expect(checksOf(recap([paragraph]), { staleLanguages: ['de'] })).toEqual([]);
  });
});
