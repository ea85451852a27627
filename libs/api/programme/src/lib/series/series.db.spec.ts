import { apiPaths, type Page, type Series, type SeriesListItem } from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';

describe('series', () => {
  let programme: ProgrammeApp;
  const texts = { en: { title: 'Water and cities', summary: '', host: 'Sample host', commissioner: '' } };

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
  });
  afterAll(() => programme.close());

  it('are kept whole, with empty texts where nothing was said', async () => {
    const body = {
      ...aSaveSeries({ slug: 'kept-whole' }),
      translations: {
        en: { title: 'Water and cities', host: 'Sample host' },
        de: { title: 'Wasser', summary: null },
      },
    };
    const created = await programme.answer<Series>('post', apiPaths.series, body);
    expect(created).toEqual({
      id: created.id,
      version: 1,
      slug: 'kept-whole',
      state: 'draft',
      startsOn: '2026-03-01',
      endsOn: '2026-12-15',
      defaultLanguage: 'en',
      timeZone: 'Europe/Berlin',
      isSample: false,
      coverMediaId: null,
      defaultCapacity: null,
      categoryIds: [],
      translations: { ...texts, de: { title: 'Wasser', summary: '', host: '', commissioner: '' } },
    });
    expect(await programme.answer('get', apiPaths.oneSeries(created.id))).toEqual(created);
    await programme.database.dataSource.query(
      `INSERT INTO registration_rules (series_id, default_capacity) VALUES ($1, 40)`,
      [created.id],
    );
    expect(await programme.answer('get', apiPaths.oneSeries(created.id))).toMatchObject({
      defaultCapacity: 40,
    });
  });

  it('end no earlier than they begin and speak their default language', async () => {
    const backwards = aSaveSeries({ startsOn: '2026-12-16' });
    expect((await programme.problem('post', apiPaths.series, backwards)).fields).toEqual([
      { path: 'endsOn', code: 'end-before-start' },
    ]);
    const silent = aSaveSeries({ defaultLanguage: 'de' });
    expect((await programme.problem('post', apiPaths.series, silent)).fields).toEqual([
      { path: 'translations.de.title', code: 'required' },
    ]);
  });

  it('refuse an old version, a taken address, and another address once published', async () => {
    const first = await programme.aSeries(aSaveSeries({ slug: 'first' }), 'draft');
    const saved = await programme.answer<Series>(
      'put',
      apiPaths.oneSeries(first.id),
      aSaveSeries({ version: 1, slug: 'one' }),
    );
    expect(saved).toMatchObject({ version: 2, slug: 'one' });
    const refusal = (change: object) =>
      programme.problem('put', apiPaths.oneSeries(first.id), {
        ...aSaveSeries({ version: 2, slug: 'one' }),
        ...change,
      });
    expect(await refusal({ version: 1 })).toMatchObject({
      code: 'version.outdated',
      details: { current: 2 },
    });
    expect(await refusal({ slug: 'kept-whole' })).toMatchObject({
      code: 'series.slug-taken',
      fields: [{ path: 'slug', code: 'already-used' }],
    });
    expect((await refusal({ coverMediaId: first.id })).fields).toEqual([
      { path: 'coverMediaId', code: 'not-allowed' },
    ]);
    const published = await programme.answer<Series>('post', apiPaths.publishSeries(first.id), {
      version: 2,
    });
    expect(published).toMatchObject({ state: 'published', version: 3 });
    expect((await refusal({ version: 3, slug: 'two' })).code).toBe('series.slug-fixed');
    expect(await programme.answer('post', apiPaths.publishSeries(first.id), { version: 3 })).toEqual(
      published,
    );
  });

  it('are removed only while nothing hangs on them', async () => {
    const empty = await programme.aSeries(aSaveSeries({ slug: 'empty' }), 'draft');
    const full = await programme.aSeries(aSaveSeries({ slug: 'full' }), 'draft');
    await programme.aSession(aSaveSession({ seriesId: full.id }), 'draft');
    expect((await programme.problem('delete', apiPaths.oneSeries(full.id))).code).toBe('series.has-sessions');
    await programme.call('delete', apiPaths.oneSeries(empty.id)).expect(204);
    expect((await programme.problem('get', apiPaths.oneSeries(empty.id))).code).toBe('series.not-found');
  });

  it('are listed with what they hold, newest first, in the language asked for', async () => {
    const page = await programme.answer<Page<SeriesListItem>>('get', `${apiPaths.series}?q=wasser&lang=de`);
    expect(page.items).toMatchObject([{ slug: 'kept-whole', title: 'Wasser', sessions: 0, recaps: 0 }]);
    const drafts = await programme.answer<Page<SeriesListItem>>(
      'get',
      `${apiPaths.series}?state=draft&pageSize=1`,
    );
    expect(drafts.total).toBe(2);
    expect(drafts.items).toHaveLength(1);
  });

  it('leave every change in the audit log, saves with what differs only', async () => {
    const series = await programme.aSeries(aSaveSeries({ slug: 'audited' }), 'draft');
    await programme.answer(
      'put',
      apiPaths.oneSeries(series.id),
      aSaveSeries({ version: 1, slug: 'audited', timeZone: 'UTC' }),
    );
    await programme.call('delete', apiPaths.oneSeries(series.id)).expect(204);
    const entries = await programme.database.dataSource.query<object[]>(
      `SELECT action, actor_id, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [series.id],
    );
    const actor_id = programme.organiser.id;
    expect(entries).toMatchObject([
      { action: 'series.create', actor_id, before: null, after: { slug: 'audited' } },
      { action: 'series.save', before: { timeZone: 'Europe/Berlin' }, after: { timeZone: 'UTC' } },
      { action: 'series.remove', before: { slug: 'audited' }, after: null },
    ]);
    expect(Object.keys((entries[1] as { after: object }).after)).toEqual(['timeZone']);
  });
});
