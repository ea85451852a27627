import { IMPORT_LIMITS } from '@reihe/shared-editorial';
import {
  A_JSON_FEED,
  A_TYPO3_PAGE,
  AN_ATOM_FEED,
  AN_RSS_FEED,
  anItem,
  aWordpressArchive,
  aWordpressExport,
  ImportRefused,
  readSource,
} from '@reihe/api-recap-sources';
import * as fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { prepareArticles, type PreparedArticle, type SeriesFacts } from '../reading/prepare-articles';

const WATER = { id: '00000000-0000-4000-8000-0000000000ca', names: ['Water', 'Wasser'] };
const SERIES: SeriesFacts = {
  defaultLanguage: 'en',
  categories: [WATER],
  sessions: [
    { id: 'session-water', heldOn: '2020-05-10', titles: ['Water in cities', 'Wasser in Städten'] },
    { id: 'session-ports', heldOn: '2020-05-09', titles: ['Ports and people'] },
  ],
};

const read = (content: string | Uint8Array, name = 'file.bin') =>
  prepareArticles(readSource(typeof content === 'string' ? strToU8(content) : content, name), SERIES);

function refusal(content: string | Uint8Array) {
  try {
    readSource(typeof content === 'string' ? strToU8(content) : content, 'file.bin');
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
  return null;
}

const codes = ({ notes }: PreparedArticle) => notes.map(({ code }) => code).sort();
const words = ({ blocks }: PreparedArticle) =>
  JSON.stringify(blocks.map(({ type, content }) => [type, content?.map(({ text }) => text)]));

describe('what is read of an import', () => {
  it('is an export of WordPress: blocks and classic posts, languages of Polylang, uploads, not its menus', async () => {
    const articles = await read(
      aWordpressArchive({ '2020/05/pipe.jpg': strToU8('jpeg'), '2020/05/lead.jpg': strToU8('jpeg') }),
    );
    expect(
      articles.map(({ title, language, isChosen, publishedOn }) => [title, language, isChosen, publishedOn]),
    ).toEqual([
      ['Water in cities & towns', 'en', true, '2020-05-12'],
      ['Wasser in Städten', 'de', true, '2020-05-12'],
      ['About us', 'en', false, null],
      ['Not yet', 'en', false, '2020-05-12'],
    ]);
    const [english, german, page] = articles as [PreparedArticle, PreparedArticle, PreparedArticle];
    expect(english).toMatchObject({
      author: 'Sample Author',
      categoryIds: [WATER.id],
      sessionIds: ['session-water'],
      slug: 'water-in-cities',
    });
    expect(german.groupKey).toBe(english.groupKey);
    expect(german.sessionIds).toEqual(['session-water']);
    expect(english.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'bulletList', 'video']);
    expect(words(german)).toContain('Zweiter Absatz');
    expect(english.pictures).toEqual([
      expect.objectContaining({
        role: 'lead',
        file: 'wp-content/uploads/2020/05/lead.jpg',
        alt: 'The lead picture',
      }),
      expect.objectContaining({
        role: 'picture',
        afterBlock: english.blocks[1]?.attrs?.id,
        address: 'https://old.example/wp-content/uploads/2020/05/pipe.jpg',
        file: 'wp-content/uploads/2020/05/pipe.jpg',
        alt: 'A pipe',
        caption: 'The pipe of Lviv. Foto: Sample Photographer / Sample Agency',
      }),
    ]);
    expect(codes(english)).toEqual(['categories-left-out', 'videos']);
    expect(codes(german)).toEqual(['scripts-dropped', 'shortcodes-dropped']);
    expect(codes(page)).toEqual(['no-date', 'page']);
  });

  it('is RSS, with its text, its lead and its picture; a row that lacks everything is told', async () => {
    const [port, odd] = (await read(AN_RSS_FEED)) as [PreparedArticle, PreparedArticle];
    expect(port).toMatchObject({
      title: 'Hafen & Stadt',
      language: 'de',
      publishedOn: '2020-05-13',
      lead: 'Kurz.',
      author: 'Sample',
      address: 'https://old.example/hafen',
    });
    expect(port.pictures.map(({ role, address }) => [role, address])).toEqual([
      ['lead', 'https://old.example/lead.jpg'],
      ['picture', 'https://old.example/kai.jpg'],
    ]);
    expect(codes(odd)).toEqual(['date-unreadable', 'no-body']);
    expect(odd.isChosen).toBe(false);
  });

  it('is Atom with markup of its own, and JSON Feed with plain text', async () => {
    const [entry] = (await read(AN_ATOM_FEED)) as [PreparedArticle];
    expect(entry).toMatchObject({
      title: 'H&B',
      language: 'de',
      publishedOn: '2020-05-14',
      lead: 'Knapp',
      author: 'Sample',
    });
    expect(words(entry)).toContain('" <3"');
    const [one, two] = (await read(A_JSON_FEED)) as [PreparedArticle, PreparedArticle];
    expect(one).toMatchObject({
      title: 'One',
      language: 'en',
      categoryIds: [WATER.id],
      publishedOn: '2020-05-15',
    });
    expect(two).toMatchObject({ language: null, statedLanguage: 'pt' });
    expect(words(two)).toBe('[["paragraph",["Plain <text>"]],["paragraph",["Second"]]]');
  });

  it('is pages with their pictures in an archive, without what stands around the article', async () => {
    const english = A_TYPO3_PAGE.replace('lang="de-DE"', 'lang="en"')
      .replaceAll('Häfen', 'Ports')
      .replace(/<link[^>]*>/, '');
    const [german, other] = (await read(
      zipSync({
        'site/haefen.de.html': strToU8(A_TYPO3_PAGE.replace(/<link[^>]*>/, '')),
        'site/haefen.en.html': strToU8(english),
        'site/fileadmin/kai.jpg': strToU8('jpeg'),
        'other/fileadmin/kai.jpg': strToU8('another'),
        'site/style.css': strToU8('p{}'),
      }),
    )) as [PreparedArticle, PreparedArticle];
    expect(german).toMatchObject({
      title: 'Häfen im Gespräch',
      language: 'de',
      publishedOn: '2020-05-12',
      lead: 'Ein Vorspann.',
    });
    expect(words(german)).toBe('[["paragraph",["Erster Absatz."]],["paragraph",["weiter"]]]');
    expect(german.pictures).toMatchObject([
      { file: 'site/fileadmin/kai.jpg', caption: 'Am Kai. Foto: Sample' },
    ]);
    expect(codes(german)).toEqual(['links-dropped']);
    expect(other.groupKey).toBe(german.groupKey);
  });

  it('is told by what it holds, not by its name', () => {
    expect(readSource(strToU8(A_JSON_FEED), 'x.html').kind).toBe('json-feed');
    expect(readSource(strToU8(A_TYPO3_PAGE), 'x.xml').kind).toBe('html');
    expect(refusal('%PDF-1.7')).toMatchObject({ code: 'unknown-kind' });
    expect(refusal('<?xml version="1.0"?><svg/>')).toMatchObject({ code: 'unknown-kind' });
    expect(refusal(new Uint8Array())).toMatchObject({ code: 'unknown-kind' });
  });

  it('is read in whatever it is written', async () => {
    const utf16 = Buffer.from(`\ufeff${AN_RSS_FEED}`, 'utf16le');
    expect((await read(utf16))[0]?.title).toBe('Hafen & Stadt');
    const latin = Buffer.from(AN_RSS_FEED.replace('utf-8', 'iso-8859-1').replace('Hafen', 'Häfen'), 'latin1');
    expect((await read(latin))[0]?.title).toBe('Häfen & Stadt');
    const undeclared = Buffer.from(
      AN_RSS_FEED.replace(' encoding="utf-8"', '').replace('Hafen', 'Häfen'),
      'latin1',
    );
    expect((await read(undeclared))[0]?.title).toBe('Häfen & Stadt');
  });

  it('is refused with its line where XML ends early or is wrong', () => {
    const whole = aWordpressExport();
    const cut = whole.slice(0, whole.indexOf('What we learnt'));
    const lines = cut.split('\n').length;
    expect(refusal(cut)).toMatchObject({ code: 'broken-xml', line: lines });
    expect(refusal(whole.replace('</item>', '</itm>'))).toMatchObject({ code: 'broken-xml' });
    expect(refusal(A_JSON_FEED.slice(0, -20))).toMatchObject({ code: 'broken-json' });
  });

  it('is refused where XML declares entities, and where it names one that nobody declared', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n${AN_RSS_FEED.replace(/^.*\n/, '')}`;
    expect(refusal(bomb)).toMatchObject({ code: 'doctype', line: 2 });
    expect(refusal(AN_RSS_FEED.replace('Kurz.', '&b;'))).toMatchObject({ code: 'broken-xml' });
    const harmless = AN_RSS_FEED.replace(
      '<rss',
      '<!DOCTYPE rss PUBLIC "-//X//EN" "http://x.example/rss.dtd">\n<rss',
    );
    expect(refusal(harmless)).toBeNull();
  });

  it('is refused where an archive is a bomb, broken, or of too many files; names that lead out of it lead nowhere', () => {
    const zeros = new Uint8Array(4_000_000);
    expect(refusal(zipSync({ 'a.html': zeros }))).toMatchObject({ code: 'zip-bomb' });
    const many: Zippable = Object.fromEntries(
      Array.from({ length: IMPORT_LIMITS.entries + 1 }, (_, at) => [`${at}.txt`, strToU8('x')]),
    );
    expect(refusal(zipSync(many))).toMatchObject({ code: 'zip-bomb' });
    expect(refusal(zipSync({ 'a.html': strToU8(A_TYPO3_PAGE) }).slice(0, 200))).toMatchObject({
      code: 'broken-zip',
    });
    const page = strToU8(A_TYPO3_PAGE);
    for (const name of ['../a.html', '/a.html', 'x/../../a.html', 'C:\\a.html', '..\\a.html'])
      expect(refusal(zipSync({ [name]: page }))).toMatchObject({ code: 'unknown-kind' });
  });

  it('holds ten thousand items within seconds, and names without what prints nothing', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) =>
      anItem({ id: at + 1, title: `Post ${at}`, content: `<p>Text ${at}</p>` }),
    );
    expect(readSource(strToU8(aWordpressExport(items.join(''))), 'x').articles).toHaveLength(10_000);
    const [odd] = (await read(
      aWordpressExport(anItem({ id: 1, title: 'A\u202eb\u0007c\u200b', content: '<p>x\u0000y</p>' })),
    )) as [PreparedArticle];
    expect(odd.title).toBe('Abc');
  });

  it('tells what comes twice in a file', async () => {
    const twice = anItem({ id: 1, title: 'Same', content: '<p>Text</p>' });
    expect((await read(aWordpressExport(twice + twice))).map(codes)).toEqual([[], ['twice']]);
  });

  it('never ends in anything but articles or a refusal', () => {
    const part = fc.constantFrom(aWordpressExport(), AN_RSS_FEED, AN_ATOM_FEED, A_JSON_FEED, A_TYPO3_PAGE);
    fc.assert(
      fc.property(
        part,
        fc.nat(),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (text, from, length, put) => {
          const at = from % text.length;
          refusal(text.slice(0, at) + put + text.slice(at + (length % 40)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
