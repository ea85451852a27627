import { FeatureApp } from '@reihe/api-platform';
import { API_BASE, type Problem, type RichDocument } from '@reihe/shared-contracts';
import {
  exchangePaths,
  type ExchangePreview,
  type ImportedTranslation,
  type Recap,
  type RecapText,
} from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { strFromU8, unzipSync } from 'fflate';
import type { Response } from 'supertest';
import { RecapExchangeModule } from './recap-exchange.module';
import { KeptTexts, theTexts } from './testing/kept-texts';

const ENGLISH: RecapText = {
  ...{ title: 'Pipes leak', slug: 'pipes-leak', lead: '', seoTitle: '', seoDescription: '' },
  body: paragraphs(['first-1', 'Pipes leak.'], ['second-2', 'Mend them.']),
};

function paragraphs(...lines: [string, string][]): RichDocument {
  return {
    type: 'doc',
    content: lines.map(([id, text]) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text }],
    })),
  };
}

describe('translations that go to an agency and come back', () => {
  const texts = new KeptTexts();
  let app: FeatureApp;

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-10-20T08:00:00Z'),
      modules: [theTexts(texts), RecapExchangeModule],
      role: 'editor',
    });
  });
  afterAll(() => app.close());

  const aRecap = async (translations: Recap['translations'] = { en: ENGLISH }): Promise<Recap> => {
    const [series] = await app.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO series (slug, default_language, time_zone, starts_on, ends_on)
       VALUES ('s-' || gen_random_uuid(), 'en', 'UTC', '2026-01-01', '2026-12-31') RETURNING id`,
    );
    const [row] = await app.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO recaps (series_id, byline) VALUES ($1, '') RETURNING id`,
      [series?.id],
    );
    return texts.put(row?.id ?? '', translations);
  };
  const exported = async (...recaps: Recap[]): Promise<Response> =>
    app
      .call(
        'get',
        `${exchangePaths.export}?recaps=${recaps.map(({ id }) => id).join()}&language=de&format=xliff-2.1`,
      )
      .buffer(true)
      .parse((stream, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          done(null, Buffer.concat(chunks));
        });
      });
  const fileOf = async (recap: Recap) => (await exported(recap)).body as Buffer;
  const inGerman = (file: Buffer) =>
    Buffer.from(
      file
        .toString()
        .replace(/(<source[^>]*>)([^]*?)(<\/source>)(?:<target[^]*?<\/target>)?/g, (_, a, words, b) =>
          [
            a,
            words,
            b,
            `<target>${String(words).replace('Pipes leak', 'Rohre lecken').replace('Mend', 'Flickt')}</target>`,
          ].join(''),
        ),
    );
  const sent = (path: string, file: Buffer, fields: Record<string, string>): Promise<Response> => {
    const call = app.http('post', `${API_BASE}${path}`).attach('file', file, 'von-der-agentur.xlf');
    for (const [name, value] of Object.entries(fields)) void call.field(name, value);
    return Promise.resolve(call);
  };
  const preview = async ({ id }: Recap, file: Buffer, language = 'de') =>
    (await sent(exchangePaths.preview(id), file, { language })).body as ExchangePreview & Problem;
  const take = async ({ id, version }: Recap, file: Buffer, rows: string) =>
    (await sent(exchangePaths.import(id), file, { language: 'de', version: String(version), rows }))
      .body as ImportedTranslation & Problem;
  const reasonOf = ({ details }: Problem) => (details as { reason: string } | undefined)?.reason;

  it('go out as one file, or several in a ZIP, each named after its address, and leave a trace', async () => {
    const [one, other] = [await aRecap(), await aRecap({ en: { ...ENGLISH, slug: 'other' } })];
    const single = await exported(one);
    expect(single.headers['content-type']).toContain('application/xliff+xml');
    expect(single.headers['content-disposition']).toContain('pipes-leak-de.xlf');
    const zip = unzipSync(new Uint8Array((await exported(one, other)).body as Buffer));
    expect(Object.keys(zip).sort()).toEqual(['other-de.xlf', 'pipes-leak-de.xlf']);
    expect(strFromU8(zip['other-de.xlf'] ?? new Uint8Array())).toContain(`id="${other.id}"`);
    const trace = await app.database.dataSource.query<object[]>(
      `SELECT after FROM audit_entries WHERE subject_id = $1 AND action = 'recap.export-translation'`,
      [other.id],
    );
    expect(trace).toEqual([{ after: { language: 'de', format: 'xliff-2.1' } }]);
  });

  it('come back with a look at what would change first, then all of what was chosen at once', async () => {
    const recap = await aRecap();
    const file = inGerman(await fileOf(recap));
    const { rows, version } = await preview(recap, file);
    expect(version).toBe(1);
    expect(rows.map(({ key, kind, after }) => [key, kind, after])).toEqual([
      ['title', 'new', 'Rohre lecken'],
      ['first-1', 'new', 'Rohre lecken.'],
      ['second-2', 'new', 'Flickt them.'],
    ]);
    expect(texts.recaps.get(recap.id)?.translations.de).toBeUndefined();
    const { recap: taken, rows: count } = await take(recap, file, 'title,first-1');
    expect(count).toBe(2);
    expect(taken.translations.de).toMatchObject({
      title: 'Rohre lecken',
      body: paragraphs(['first-1', 'Rohre lecken.']),
    });
    expect(texts.causes.at(-1)).toEqual({
      action: 'import-translation',
      details: { file: 'von-der-agentur.xlf', rows: 2 },
    });
  });

  it('are not taken over what changed since they were looked at, nor in part', async () => {
    const recap = await aRecap();
    const file = inGerman(await fileOf(recap));
    const wrong = await take(recap, file, 'title,nowhere');
    expect([wrong.code, reasonOf(wrong)]).toEqual(['recap.file-refused', 'rows']);
    expect(texts.recaps.get(recap.id)?.version).toBe(1);
    const stale = await take({ ...recap, version: 0 }, file, 'title');
    expect(stale.code).toBe('version.outdated');
  });

  it('remember of which original they are, where that was changed meanwhile', async () => {
    const recap = await aRecap();
    const file = inGerman(await fileOf(recap));
    const changed = texts.put(recap.id, { en: { ...ENGLISH, title: 'Old pipes leak' } });
    expect((await preview(changed, file)).rows[0]).toMatchObject({ key: 'title', isOriginalChanged: true });
    const { recap: taken } = await take(changed, file, 'title,second-2');
    expect(taken.translationBases.de).toEqual({ title: 'Pipes leak' });
  });

  it('can be undone as a whole, once, and only until somebody writes on', async () => {
    const recap = await aRecap({ en: ENGLISH, de: { ...ENGLISH, title: 'Von Hand', slug: 'von-hand' } });
    const file = inGerman(await fileOf(recap));
    const { recap: taken, importId } = await take(recap, file, 'first-1');
    const undo = (version: number) => app.call('post', exchangePaths.undo(recap.id, importId), { version });
    const undone = (await undo(taken.version)).body as Recap;
    expect(undone.translations.de).toEqual(recap.translations.de);
    expect(((await undo(undone.version)).body as Problem).code).toBe('recap.import-undo-too-late');
    const again = await take(undone, file, 'first-1');
    texts.put(recap.id, { ...again.recap.translations, de: { ...ENGLISH, slug: 'von-hand' } });
    const late = await app.problem('post', exchangePaths.undo(recap.id, again.importId), { version: 1 });
    expect(late.code).toBe('recap.import-undo-too-late');
  });

  it('are refused with a reason where they are another recap’s, another language’s, or no such file', async () => {
    const [recap, other] = [await aRecap(), await aRecap()];
    const file = await fileOf(recap);
    const refusal = async (contents: Buffer, of = recap) => reasonOf(await preview(of, contents));
    expect(await refusal(await fileOf(other))).toBe('other-recap');
    expect(await refusal(Buffer.from(file.toString().replace('trgLang="de"', 'trgLang="fr"')))).toBe(
      'other-language',
    );
    expect(await refusal(Buffer.from(file.toString().replace('srcLang="en"', 'srcLang="fr"')))).toBe(
      'other-source',
    );
    expect(
      await refusal(Buffer.from(file.toString().replace('trgLang="de"', 'trgLang="de-AT"'))),
    ).toBeUndefined();
    expect(await refusal(file.subarray(0, 400))).toBe('broken');
    expect(await refusal(Buffer.from('PK\u0003\u0004'))).toBe('broken');
    expect((await preview(recap, file, 'en')).code).toBe('recap.nothing-to-translate');
    const large = await sent(exchangePaths.preview(recap.id), Buffer.alloc(5_000_001, 'x'), {
      language: 'de',
    });
    expect(large.status).toBe(413);
  });

  it('are nobody’s who only reads: an organiser takes them along, and takes nothing in', async () => {
    const recap = await aRecap();
    const file = await fileOf(recap);
    app.user = await app.as('organiser');
    expect((await exported(recap)).status).toBe(200);
    expect((await sent(exchangePaths.preview(recap.id), file, { language: 'de' })).status).toBe(403);
    app.user = app.staff;
  });
});
