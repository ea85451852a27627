import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { FUNDER_REPORT_FORMATS, type FunderReportFormat } from '@reihe/shared-figures';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import type { FunderReport, ReportLanguage } from './funder-report';
import { renderReport } from './render-report';
import { aFunderReport, aReportedSession, exactly } from './testing/a-funder-report';
import { pdfText, unbroken } from './testing/read-pdf';

const LANGUAGES: ReportLanguage[] = ['en', 'de'];
const EVERY = FUNDER_REPORT_FORMATS.flatMap((format) =>
  LANGUAGES.map((language) => [format, language] as const),
);

const docxParts = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** What somebody reads, whatever the format. */
function wordsOf(file: Uint8Array, format: FunderReportFormat): string {
  if (format === 'pdf') return pdfText(file);
  const markup = format === 'html' ? strFromU8(file) : (docxParts(file)['word/document.xml'] ?? '');
  return markup
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

async function read(report: FunderReport, format: FunderReportFormat): Promise<string> {
  return unbroken(wordsOf(await renderReport(report, format), format));
}

const inGerman = { language: 'de' } as const;

describe('a funder’s report', () => {
  it.each(EVERY)('is the same %s in %s however often it is written', async (format, language) => {
    const report = aFunderReport({ language });
    const hash = (file: Uint8Array) => createHash('sha256').update(file).digest('hex');
    const first = hash(await renderReport(report, format));
    const copy = JSON.parse(JSON.stringify(report)) as FunderReport;
    const later = new Date('2031-01-01T00:00:00Z');
    jest.useFakeTimers({
      now: later,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
    });
    try {
      expect(hash(await renderReport(copy, format))).toBe(first);
    } finally {
      jest.useRealTimers();
    }
    expect(hash(await renderReport({ ...report, host: 'Another host' }, format))).not.toBe(first);
  });

  it.each(EVERY)('says in %s and in %s what it must', async (format, language) => {
    const text = await read(aFunderReport({ language }), format);
    const words = {
      en: [
        'Cities learn from each other',
        'Sample ministry',
        '1 March 2026 to 30 June 2026',
        '29 November 2026',
        '1,500',
        '412–431',
        'imported from meeting reports',
        'reported by Sample host on 3 November 2026',
        'at least 35 are reported by Sample host on 3 November 2026, whereas the records hold 3.',
        'The records hold 412–431, which does not contradict it.',
        'The records hold nothing to count it by.',
        'for at least 50% of it or for 15 minutes, whichever is less',
        'are those of people with a confirmed place',
        'Groups of fewer than 5 people are not shown',
        '19 guests of the meetings could not be identified',
        'not shown',
        'March 2026',
        'April 2026',
        'English, Spanish',
        '10 March 2026',
        '14:00–15:30 CET',
        'https://reihe.example/en/recaps/water-for-all',
        'cancelled',
        'Attended, as stated: at least 30, reported by Sample host on 10 June 2026',
        'Fiji',
        'Country not given',
        '60.7%',
        'Belo Horizonte (60)',
      ],
      de: [
        'Bericht über die Teilnahme',
        '1. März 2026 bis 30. Juni 2026',
        '29. November 2026',
        '1.500',
        '412–431',
        'übernommen aus Teilnahmeberichten',
        'Angegeben sind mindestens 35 (angegeben von Sample host am 3. November 2026), die Aufzeichnungen enthalten dagegen 3.',
        'mindestens 50 % der Veranstaltung oder 15 Minuten dabei war',
        '14:00–15:30 MEZ',
        'nicht ausgewiesen',
        'Englisch, Spanisch',
        'abgesagt',
        'Deutschland',
        'Fidschi',
        '60,7 %',
      ],
    }[language];
    for (const word of words) expect(text).toContain(unbroken(word));
  });

  it.each(FUNDER_REPORT_FORMATS)('has in %s a table for every chart', async (format) => {
    const text = await read(aFunderReport(), format);
    for (const said of ['Sessions per month', 'Europe', 'Mobility', '1,500', 'First time and again'])
      expect(text).toContain(unbroken(said));
  });

  it.each(FUNDER_REPORT_FORMATS)('shows in %s what somebody typed as what it is', async (format) => {
    const typed = `<script>alert(1)</script> & "quoted" =HYPERLINK('x') {PAGE} %s`;
    const report = aFunderReport({
      title: `${typed}\u202e reversed\u0000\ufffe`,
      host: typed,
      sessions: [aReportedSession({ title: typed, recaps: ['javascript:alert(1)'] })],
      countries: [
        { country: 'DE', people: exactly(9), cities: [{ name: typed, place: null, people: null }] },
      ],
      peopleByCategory: [{ name: typed, people: exactly(2) }],
    });
    const file = await renderReport(report, format);
    expect(unbroken(wordsOf(file, format))).toContain(unbroken(typed));
    const raw =
      format === 'docx' ? Object.values(docxParts(file)).join('') : Buffer.from(file).toString('utf8');
    // In a PDF nothing is markup; the title stands in it as a text.
    if (format !== 'pdf') expect(raw).not.toContain('<script');
    expect(raw).not.toContain('\u202e');
    expect(raw).not.toMatch(/(?:href|Target)="javascript:/);
    expect(raw).not.toMatch(/\/URI \(javascript/);
  });

  it.each(FUNDER_REPORT_FORMATS)('writes in %s long names whole', async (format) => {
    const long = `Wasserversorgung${'sgenossenschafts'.repeat(12)}ende`;
    const report = aFunderReport({
      title: `${'Very long words '.repeat(12)}end`,
      sessions: [aReportedSession({ title: long })],
      peopleByCategory: [{ name: long, people: exactly(2) }],
      countries: [
        { country: 'DE', people: exactly(9), cities: [{ name: long, place: null, people: exactly(9) }] },
      ],
    });
    const text = await read(report, format);
    expect(text.split(unbroken(long)).length - 1).toBeGreaterThanOrEqual(3);
  });

  it.each(FUNDER_REPORT_FORMATS)('is written in %s of a series that nothing is known of', async (format) => {
    const text = await read(
      aFunderReport({
        ...{ host: null, commissioner: null, period: { from: null, to: null } },
        ...{ figures: [], sessionsByMonth: [], peopleByRegion: [], peopleByCategory: [] },
        ...{ registrationsByMonth: [], returningByMonth: [], sessions: [], countries: [] },
        method: {
          basis: 'attendance',
          attendance: { sharePercent: null, minutes: 20 },
          ...{ mergedPeople: 0, unidentifiedGuests: 0, smallestShown: null },
        },
      }),
      format,
    );
    for (const said of [
      'the whole series',
      'There was no session in this period.',
      'The records hold nothing for this chart.',
      'Nobody who took part gave a country.',
      'no number is a range',
      'Nobody was merged',
      'was there for at least 20 minutes.',
      'are those of people who came.',
      'No group of people is left out',
    ])
      expect(text).toContain(unbroken(said));
  });

  it.each(FUNDER_REPORT_FORMATS)('tells how far the %s is, to the end', async (format) => {
    const told: string[] = [];
    await renderReport(aFunderReport(), format, (done, of) => told.push(`${done}/${of}`));
    expect(told).toEqual(['1/7', '2/7', '3/7', '4/7', '5/7', '6/7', '7/7']);
  });
});

describe('a report as PDF', () => {
  it('has a title, a language, bookmarks, and numbers on its pages', async () => {
    const file = await renderReport(aFunderReport(inGerman), 'pdf');
    const raw = Buffer.from(file).toString('latin1');
    expect(raw).toMatch(/\/Lang \(de\)/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toMatch(/\/Outlines \d+ 0 R/);
    expect(raw).toContain('(D:20261129170000Z)');
    const pages = raw.match(/\/Type \/Page\b/g)?.length ?? 0;
    const text = unbroken(pdfText(file));
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Seite${page}von${pages}`);
  });

  it('says that letters are missing where its typeface lacks them, and only there', async () => {
    const missing = unbroken('letters that the typeface of this paper lacks');
    expect(await read(aFunderReport(), 'pdf')).not.toContain(missing);
    const text = await read(aFunderReport({ title: 'Вода 水 שלום للجميع' }), 'pdf');
    expect(text).toContain(unbroken('Вода […]'));
    expect(text).toContain(missing);
    expect(await read(aFunderReport({ title: 'Вода 水 שלום' }), 'html')).toContain(unbroken('Вода 水 שלום'));
  });
});

describe('a report as DOCX', () => {
  it('has headings, header rows, alternative texts, a language and page numbers', async () => {
    const parts = docxParts(await renderReport(aFunderReport(inGerman), 'docx'));
    const document = parts['word/document.xml'] ?? '';
    expect(document.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
    const tables = document.match(/<w:tbl>/g)?.length;
    expect(tables).toBe(8);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(8);
    const pictures = [...document.matchAll(/<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]+)"/g)];
    expect(pictures.map(([, id]) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(pictures[0]?.[3]).toMatch(/^Weltkarte; hervorgehoben: 3 Länder\. .* Deutschland/);
    expect(parts['word/styles.xml']).toContain('w:lang w:val="de-DE"');
    // A line without a rule is as high as it says in some programs, and cuts pictures off.
    const lines = `${document}${parts['word/styles.xml']}`.match(/<w:spacing[^>]*w:line=[^>]*>/g) ?? [];
    expect(lines.filter((line) => !line.includes('w:lineRule="auto"'))).toEqual([]);
    expect(parts['word/footer1.xml']).toMatch(/Seite .*PAGE.* von .*NUMPAGES/);
    expect(parts['docProps/core.xml']).toContain('>2026-11-29T17:00:00Z</dcterms:created>');
  });

  it('holds well-formed parts alone, every link and picture among them', async () => {
    const file = await renderReport(aFunderReport({ title: 'A & B <i>' }), 'docx');
    const parts = docxParts(file);
    for (const [name, text] of Object.entries(parts)) {
      if (!/\.(xml|rels|svg)$/.test(name)) continue;
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(text).close();
    }
    const known = [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/ Id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g)];
    expect(used.length).toBeGreaterThan(12);
    for (const [, id] of used) expect(known).toContain(id);
    expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(6);
  });
});

describe('a report as HTML', () => {
  it('is one file that asks nobody for anything, with headings in order', async () => {
    const html = strFromU8(await renderReport(aFunderReport(inGerman), 'html'));
    expect(html).toContain('<html lang="de">');
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)\b/);
    expect(html.match(/(?:src|href)="(?!#|https:\/\/reihe\.example\/)[^"]*"/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, at) => expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1));
    expect(html.match(/<svg /g)).toHaveLength(html.match(/role="img" aria-label="[^"]/g)?.length ?? 0);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:aria-labelledby="|href="#)([^"]+)"/g)) expect(ids).toContain(id);
    expect(parseDocument(html).children.length).toBeGreaterThan(0);
  });

  it('has a heading for every row and column of its tables', async () => {
    const html = strFromU8(await renderReport(aFunderReport(), 'html'));
    for (const [table] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
      expect(table).toContain('<caption');
      const [, head = '', body = ''] =
        /<thead>([\s\S]*)<\/thead>\s*<tbody>([\s\S]*)<\/tbody>/.exec(table) ?? [];
      expect(head.match(/<th /g)).toHaveLength(head.match(/scope="col"/g)?.length ?? 0);
      expect(body.match(/<tr>/g)).toHaveLength(body.match(/scope="row"/g)?.length ?? 0);
    }
  });
});
