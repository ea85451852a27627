import { aCategory, aContribution, aRegion } from '@reihe/api-sample-records';
import { FixedClock } from '@reihe/shared-testing';
import { aText, type PublishedRecap, ReadingApp } from '../testing/reading-app';

describe('recaps to read on with', () => {
  let app: ReadingApp;
  let count = 0;
  const terms = { pipes: '', trees: '', south: '', west: '', africa: '', elsewhere: [] as string[] };

  const series = () => app.aSeries(`series-${(count += 1)}`);
  const publish = (slug: string, seriesId: string, recap: Partial<PublishedRecap> = {}) =>
    app.publish({ seriesId, translations: { en: aText({ slug, title: slug }) }, ...recap });
  const sessionWith = async (seriesId: string, name: string, role: 'speaker' | 'moderator') => {
    const session = await app.aSession(seriesId, `session-${(count += 1)}`);
    await aContribution(app.database.dataSource, session, { name, role });
    return [session];
  };
  const others = async (slug: string) => (await app.recap(slug)).otherRecaps.map((other) => other.slug);
  const related = async (slug: string) => (await app.recap(slug)).relatedRecaps.map((other) => other.slug);

  beforeAll(async () => {
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'));
    const store = app.database.dataSource;
    terms.pipes = await aCategory(store, 'pipes');
    terms.trees = await aCategory(store, 'trees');
    terms.africa = await aRegion(store, 'africa');
    terms.south = await aRegion(store, 'south', terms.africa);
    terms.west = await aRegion(store, 'west', terms.africa);
    for (const slug of ['asia', 'europe', 'oceania', 'america'])
      terms.elsewhere.push(await aRegion(store, slug));
  });
  afterAll(() => app.close());

  it('are about the same thing rather than the newest', async () => {
    const own = await series();
    await publish('a-read', own, { publishedOn: '2026-09-01', categoryIds: [terms.pipes] });
    await publish('a-newest', own, { publishedOn: '2026-10-30', categoryIds: [terms.trees] });
    await publish('a-old-but-same', own, { publishedOn: '2026-03-01', categoryIds: [terms.pipes] });
    expect(await others('a-read')).toEqual(['a-old-but-same', 'a-newest']);
  });

  it('are those of the same region rather than those of every region', async () => {
    const own = await series();
    const everywhere = [terms.south, terms.west, ...terms.elsewhere];
    await publish('b-read', own, { regionIds: [terms.south] });
    await publish('b-everywhere', own, { regionIds: everywhere });
    await publish('b-neighbour', own, { regionIds: [terms.west] });
    await publish('b-same', own, { publishedOn: '2026-08-01', regionIds: [terms.south] });
    await publish('b-nowhere', own);
    expect(await others('b-read')).toEqual(['b-same', 'b-neighbour', 'b-everywhere', 'b-nowhere']);
  });

  it('have the same speaker; that the same person moderates says nothing', async () => {
    const own = await series();
    await publish('c-read', own, {
      sessionIds: [
        ...(await sessionWith(own, 'Sample Speaker', 'speaker')),
        ...(await sessionWith(own, 'Sample Moderator', 'moderator')),
      ],
    });
    await publish('c-moderated', own, {
      publishedOn: '2026-10-20',
      sessionIds: await sessionWith(own, 'Sample Moderator', 'moderator'),
    });
    await publish('c-spoken', own, {
      publishedOn: '2026-05-01',
      sessionIds: await sessionWith(own, 'Sample Speaker', 'speaker'),
    });
    expect(await others('c-read')).toEqual(['c-spoken', 'c-moderated']);
  });

  it('are the nearest in time where nothing is shared, before or after', async () => {
    const own = await series();
    await publish('d-read', own, { publishedOn: '2026-06-01' });
    for (const [slug, publishedOn] of [
      ['d-year-before', '2025-06-01'],
      ['d-week-before', '2026-05-25'],
      ['d-month-after', '2026-07-01'],
      ['d-newest', '2026-10-30'],
    ] as const)
      await publish(slug, own, { publishedOn });
    expect(await others('d-read')).toEqual(['d-week-before', 'd-month-after', 'd-newest', 'd-year-before']);
  });

  it('of other series stand apart, and only where something is shared', async () => {
    const [own, other, hidden] = [
      await series(),
      await series(),
      await app.aSeries('hidden', { state: 'draft' }),
    ];
    const shade = await aCategory(app.database.dataSource, 'shade');
    const speaker = { sessionIds: await sessionWith(own, 'Shade Speaker', 'speaker') };
    await publish('e-read', own, { categoryIds: [shade], ...speaker });
    await publish('e-own', own, { publishedOn: '2020-01-01' });
    await publish('e-same-subject', other, { publishedOn: '2021-01-01', categoryIds: [shade] });
    await publish('e-subject-among-others', other, { categoryIds: [shade, terms.pipes, terms.trees] });
    await publish('e-same-speaker', other, {
      publishedOn: '2021-01-01',
      sessionIds: await sessionWith(other, 'Shade Speaker', 'speaker'),
    });
    await publish('e-same-day', other);
    await publish('e-hidden', hidden, { categoryIds: [shade] });
    await app.archive(await publish('e-archived', other, { categoryIds: [shade] }));
    expect(await others('e-read')).toEqual(['e-own']);
    expect(await related('e-read')).toEqual(['e-same-subject', 'e-subject-among-others', 'e-same-speaker']);
    expect(await related('e-own')).toEqual([]);
  });

  it('are few of a long series, and all but the one that is read', async () => {
    const own = await series();
    for (let number = 1; number <= 9; number += 1) await publish(`f-${number}`, own);
    const found = await others('f-5');
    expect(found).toHaveLength(6);
    expect(found).not.toContain('f-5');
  });

  it('are found for an archived recap as well', async () => {
    const own = await series();
    await app.archive(await publish('g-archived', own, { categoryIds: [terms.pipes] }));
    await publish('g-other', own);
    expect(await others('g-archived')).toEqual(['g-other']);
    expect(await others('g-other')).toEqual([]);
  });
});
