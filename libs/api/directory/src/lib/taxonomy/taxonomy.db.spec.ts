import { apiPaths, type Category, type Region, type SaveRegion } from '@reihe/shared-contracts';
import { DirectoryApp } from '../testing/directory-app';

describe('regions and categories', () => {
  let directory: DirectoryApp;
  const nobody = '00000000-0000-4000-8000-000000000000';
  const regionBody = (change: Partial<SaveRegion> & { slug: string }): SaveRegion => ({
    version: 0,
    position: 1,
    parentId: null,
    tint: 'africa',
    countries: [],
    translations: { en: { name: change.slug } },
    ...change,
  });
  const addRegion = (change: Partial<SaveRegion> & { slug: string }) =>
    directory.answer<Region>('post', apiPaths.regions, regionBody(change));
  const categoryBody = (slug: string, version = 0) => ({
    version,
    slug,
    position: 5,
    translations: { en: { name: slug }, de: { name: `${slug} (deutsch)` } },
  });

  beforeAll(async () => {
    directory = await DirectoryApp.openDirectory();
  });
  afterAll(() => directory.close());

  it('are lists in the order that staff gave them, with names per language and countries', async () => {
    const second = await addRegion({ slug: 'second', position: 2, countries: ['ZA', 'KE', 'ZA'] });
    const first = await addRegion({ slug: 'first', position: 1, parentId: second.id });
    expect(await directory.answer('get', apiPaths.regions)).toEqual([first, second]);
    expect(second).toMatchObject({ countries: ['KE', 'ZA'], translations: { en: { name: 'second' } } });
    const category = await directory.answer<Category>('post', apiPaths.categories, categoryBody('water'));
    expect(await directory.answer('get', apiPaths.categories)).toEqual([category]);
  });

  it('form a tree: a region never stands below itself, however deep', async () => {
    const top = await addRegion({ slug: 'top' });
    const middle = await addRegion({ slug: 'middle', parentId: top.id });
    const low = await addRegion({ slug: 'low', parentId: middle.id });
    const put = (parentId: string) =>
      directory.problem('put', apiPaths.region(top.id), regionBody({ slug: 'top', version: 1, parentId }));
    for (const parentId of [top.id, middle.id, low.id, nobody])
      expect((await put(parentId)).fields).toEqual([{ path: 'parentId', code: 'not-allowed' }]);
  });

  it('do not close a ring when two are moved under each other at once', async () => {
    const left = await addRegion({ slug: 'left' });
    const right = await addRegion({ slug: 'right' });
    const answers = await Promise.all([
      directory.call(
        'put',
        apiPaths.region(left.id),
        regionBody({ slug: 'left', version: 1, parentId: right.id }),
      ),
      directory.call(
        'put',
        apiPaths.region(right.id),
        regionBody({ slug: 'right', version: 1, parentId: left.id }),
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('have addresses of their own and versions', async () => {
    const category = await directory.answer<Category>('post', apiPaths.categories, categoryBody('energy'));
    const taken = await directory.problem('put', apiPaths.category(category.id), categoryBody('water', 1));
    expect(taken.fields).toEqual([{ path: 'slug', code: 'already-used' }]);
    const saved = await directory.answer<Category>(
      'put',
      apiPaths.category(category.id),
      categoryBody('power', 1),
    );
    expect(saved).toMatchObject({ version: 2, slug: 'power' });
    const old = await directory.problem('put', apiPaths.category(category.id), categoryBody('heat', 1));
    expect(old).toMatchObject({ code: 'version.outdated', details: { current: 2 } });
  });

  it('stay while something is filed under them, and go when nothing is', async () => {
    const used = await directory.answer<Category>('post', apiPaths.categories, categoryBody('used'));
    await directory.database.dataSource.query(
      `WITH y AS (INSERT INTO series (slug, starts_on, ends_on, time_zone, default_language) VALUES ('s', '2026-01-01', '2026-12-31', 'UTC', 'en') RETURNING id)
       INSERT INTO series_categories (series_id, category_id) SELECT id, $1 FROM y`,
      [used.id],
    );
    expect(await directory.problem('delete', apiPaths.category(used.id))).toMatchObject({
      status: 409,
      code: 'taxonomy.in-use',
    });
    const parent = await addRegion({ slug: 'parent' });
    const child = await addRegion({ slug: 'child', parentId: parent.id });
    expect((await directory.problem('delete', apiPaths.region(parent.id))).code).toBe('taxonomy.in-use');
    await directory.call('delete', apiPaths.region(child.id)).expect(204);
    await directory.call('delete', apiPaths.region(parent.id)).expect(204);
    expect((await directory.problem('delete', apiPaths.region(parent.id))).code).toBe('taxonomy.not-found');
  });

  it('are changed by organisers only, with a trace', async () => {
    directory.user = { ...directory.staff, roles: ['editor'] };
    await directory.call('post', apiPaths.categories, categoryBody('mine')).expect(403);
    await directory.call('get', apiPaths.categories).expect(200);
    directory.user = directory.staff;
    const entries = await directory.database.dataSource.query<{ action: string }[]>(
      `SELECT DISTINCT action FROM audit_entries WHERE subject IN ('region', 'category') ORDER BY action`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'category.create',
      'category.save',
      'region.create',
      'region.remove',
      'region.save',
    ]);
  });
});
