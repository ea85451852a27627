import { TellChangedFigures } from '@reihe/api-recap-desk';
import {
  apiPaths,
  figureKey,
  LANGUAGES,
  publicPaths,
  recapFeedPath,
  roundedCount,
  type Count,
  type CountsOverview,
  type FigureRequest,
  type FigureRounding,
  type Language,
  type Page,
  type RichDocument,
  type RichNode,
  type StateCount,
  type StatedCount,
} from '@reihe/shared-contracts';
import {
  boardPaths,
  recapFiguresPaths,
  type BoardCard,
  type Recap,
  type RecapFigures,
} from '@reihe/shared-editorial';
import { documentText, figuresOf } from '@reihe/shared-recap-policies';
import { FixedClock } from '@reihe/shared-testing';
import { ReferenceApp } from './testing/reference-app';

const SERIES = 'municipal-responses-to-covid-19';
const CLOSING = 'lessons-learned-2020-12-09';
const EXTRA = 'monitoring-chains-of-infection-2020-12-10';
const SLUGS = { de: 'was-bleibt-von-zwei-tagen', en: 'what-remains-of-two-days' };

const from = (city: string, country: string, email = city) => ({
  email: `${email.toLowerCase().replaceAll(' ', '-')}@example.org`,
  city,
  country,
});
const STUTTGART = from('Stuttgart', 'DE');
const LVIV = from('Lviv', 'UA');

describe('one recap of two sessions of the series of 2020, from its sessions to its readers', () => {
  const clock = new FixedClock('2026-11-29T08:00:00Z');
  let app: ReferenceApp;
  let seriesId: string;
  let closing: string;
  let extra: string;
  let begun: Recap;
  let published: Recap;
  let stated: StatedCount;

  const overBoth = (measure: FigureRequest['measure']): FigureRequest => ({
    ...{ measure, sessionId: null, sessionIds: [closing, extra] },
  });
  const ofSeries = (measure: FigureRequest['measure']): FigureRequest => ({ measure, sessionId: null });
  const placed = (label: string, request: FigureRequest, rounding?: FigureRounding): RichNode => {
    const { measure, sessionId, sessionIds } = request;
    const of = sessionIds ? { sessionIds: [...sessionIds] } : { sessionId };
    return {
      type: 'paragraph',
      content: [
        { type: 'text', text: label },
        { type: 'figureValue', attrs: { measure, ...of, ...(rounding && { rounding }) } },
      ],
    };
  };
  /** What the draft said of the first session stays, and the numbers over both follow. */
  const written = (draft: Recap, language: Language): RichDocument => ({
    type: 'doc',
    content: [
      ...(draft.translations[language]?.body.content ?? []),
      placed('People: ', overBoth('participants')),
      placed('Came: ', overBoth('attended'), 'tens'),
      placed('Countries: ', overBoth('countries')),
      placed('Cities: ', overBoth('cities')),
      placed('Speakers: ', overBoth('speakers')),
      placed('Dates of the series: ', ofSeries('sessions')),
    ],
  });
  const shown = async (language: Language = 'en', slug = SLUGS.en) => {
    const { figureValues } = await app.readers(language, slug);
    const value = (request: FigureRequest): [number, string] | null => {
      const count = figureValues[figureKey(request)];
      return count ? [count.value, count.origin] : null;
    };
    return {
      participants: value(overBoth('participants')),
      attended: value(overBoth('attended')),
      countries: value(overBoth('countries')),
      cities: value(overBoth('cities')),
      speakers: value(overBoth('speakers')),
      ofClosing: value({ measure: 'attended', sessionId: closing }),
      sessions: value(ofSeries('sessions')),
    };
  };
  const state = (sessionId: string, value: number) =>
    app.by(app.organiser, () =>
      app.answer<StatedCount>('post', apiPaths.sessionCounts(sessionId), {
        ...{ measure: 'attended', value, isAtLeast: false, source: 'Connective Cities' },
      } satisfies StateCount),
    );
  const putRight = (count: StatedCount, value: number) =>
    app.by(app.organiser, () =>
      app.answer<StatedCount>('put', apiPaths.statedCount(count.id), {
        ...{ measure: count.measure, value, isAtLeast: false, source: 'Connective Cities' },
      } satisfies StateCount),
    );
  const told = () => app.answer<RecapFigures>('get', recapFiguresPaths.figures(published.id));
  const lacks = async () => {
    const { items } = await app.answer<Page<BoardCard>>('get', `${boardPaths.cards}?series=${seriesId}`);
    return items.find(({ id }) => id === published.id)?.lacks ?? [];
  };
  const brief = (counts: readonly Count[]) =>
    counts.map(({ measure, value, origin, isAtLeast }) => [measure, value, origin, isAtLeast]);

  beforeAll(async () => {
    app = await ReferenceApp.openAt(clock);
    seriesId = await app.idOf('series', SERIES);
    closing = await app.idOf('sessions', CLOSING);
    extra = await app.idOf('sessions', EXTRA);
    await app.attend(closing, [
      STUTTGART,
      LVIV,
      from('Stuttgart', 'DE', 'second of Stuttgart'),
      from('Belo Horizonte', 'BR'),
      from('Amman', 'JO'),
      from('Tshwane', 'ZA'),
    ]);
    await app.attend(extra, [STUTTGART, LVIV, from('Tbilisi', 'GE'), from('Belgrade', 'RS')]);
    stated = await state(closing, 97);
    await state(extra, 41);
    begun = await app.answer<Recap>('post', apiPaths.recapFromSession(closing));
  }, 120_000);
  afterAll(() => app.close());

  it('begins with what is on record of the one it is begun from', () => {
    expect(begun).toMatchObject({ state: 'draft', seriesId, sessionIds: [closing] });
    expect(Object.keys(begun.translations).sort()).toEqual(['de', 'en']);
    const { de, en } = begun.translations;
    expect(de?.title).toBe('Rückblick: Internationaler Fachaustausch zu Lernerfahrungen in der Corona-Krise');
    const text = documentText(en?.body ?? { type: 'doc', content: [] });
    for (const words of ['9 December 2020', 'Peter Tinnemann', 'Belo Horizonte, Brazil', 'Tshwane'])
      expect(text).toContain(words);
    expect(figuresOf(en?.body ?? { type: 'doc', content: [] })).toContainEqual({
      ...{ measure: 'attended', sessionId: closing },
    });
  });

  it('is written over both, and goes through review to the readers with its numbers frozen', async () => {
    const [image] = await app.query<{ id: string }>(
      `SELECT lead_media_id AS id FROM recaps WHERE state = 'published' ORDER BY published_on LIMIT 1`,
    );
    const { de, en } = begun.translations;
    if (!de || !en) throw new Error('A language is missing.');
    const saved = await app.answer<Recap>('put', apiPaths.recap(begun.id), {
      ...{ version: begun.version, seriesId, sessionIds: [closing, extra], byline: 'Sample team' },
      ...{ categoryIds: begun.categoryIds, regionIds: begun.regionIds, gallery: [], publishedOn: null },
      leadMediaId: image?.id ?? null,
      translations: {
        de: { ...de, slug: SLUGS.de, lead: 'Der Abschluss und der Tag danach.', body: written(begun, 'de') },
        en: { ...en, slug: SLUGS.en, lead: 'The closing and the day after.', body: written(begun, 'en') },
      },
    });
    expect(saved.gaps).toEqual([]);
    published = await app.publish(saved, 'frozen');
    expect(published).toMatchObject({ state: 'published', figures: 'frozen', sessionIds: [closing, extra] });
  });

  it('says numbers over both sessions, counting nobody, no city and no country twice', async () => {
    const numbers = {
      participants: [8, 'counted'],
      attended: [138, 'reported'],
      countries: [7, 'counted'],
      cities: [7, 'counted'],
      speakers: [1, 'counted'],
      ofClosing: [97, 'reported'],
      sessions: [10, 'counted'],
    };
    expect(await shown('en', SLUGS.en)).toEqual(numbers);
    expect(await shown('de', SLUGS.de)).toEqual(numbers);
    const { figureValues } = await app.readers('en', SLUGS.en);
    const came = figureValues[figureKey(overBoth('attended'))];
    expect(came && roundedCount(came, 'tens')).toMatchObject({ value: 130, isAtLeast: true });
    expect(came).toMatchObject({ isAtLeast: false, source: 'Connective Cities' });
  });

  it('shows what was stated beside what is counted, each as what it is', async () => {
    const { sessions, series } = await app.readers('en', SLUGS.en);
    expect(series.slug).toBe(SERIES);
    expect(sessions.map(({ slug, figures }) => [slug, brief(figures)])).toEqual([
      [
        CLOSING,
        [
          ['confirmed', 6, 'counted', false],
          ['registered', 6, 'counted', false],
          ['waitlisted', 0, 'counted', false],
          ['attended', 97, 'reported', false],
        ],
      ],
      [
        EXTRA,
        [
          ['confirmed', 4, 'counted', false],
          ['registered', 4, 'counted', false],
          ['waitlisted', 0, 'counted', false],
          ['attended', 41, 'reported', false],
        ],
      ],
    ]);
    const overview = await app.by(app.organiser, () =>
      app.answer<CountsOverview>('get', apiPaths.seriesCounts(seriesId)),
    );
    expect(brief(overview.counts)).toEqual(
      expect.arrayContaining([
        ['participants', 8, 'counted', false],
        ['participations', 10, 'counted', false],
        ['sessions', 10, 'counted', false],
      ]),
    );
    expect(brief(overview.stated)).toEqual([
      ['participants', 800, 'reported', true],
      ['sessions', 35, 'reported', true],
    ]);
  });

  it('is read in German and English, and by who reads neither in the language of its series', async () => {
    expect(await app.readers('en', SLUGS.en)).toMatchObject({
      ...{ language: 'en', lead: 'The closing and the day after.', addresses: SLUGS },
    });
    for (const language of ['de', 'es', 'fr'] as const) {
      const page = await app.readers(language, SLUGS.de);
      expect(page).toMatchObject({
        ...{ language: 'de', lead: 'Der Abschluss und der Tag danach.', addresses: SLUGS },
      });
      expect(page.sessions.map((session) => session.language)).toEqual(['de', 'de']);
    }
    // Whoever follows the English address on pages of theirs is led to the one text they are shown.
    await expect(app.readers('es', SLUGS.en)).rejects.toThrow(`has moved to ${SLUGS.de}`);
  });

  it('is in list, search, feeds and map, in each language under the address it has there', async () => {
    for (const language of LANGUAGES) {
      const written = language === 'en' ? 'en' : 'de';
      const { recaps } = await app.list(language, `series=${SERIES}`);
      const item = recaps.items.find(({ slug }) => slug === SLUGS[written]);
      expect(item?.language).toBe(written);
      expect(item?.heldOn.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual(['2020-12-09', '2020-12-10']);
    }
    const found = await app.list('de', 'q=Abschluss');
    expect(found.recaps.items.map(({ slug }) => slug)).toContain(SLUGS.de);
    for (const language of ['de', 'en'] as const) {
      const address = publicPaths.recap(language, SLUGS[language]);
      for (const format of ['xml', 'rss', 'json'] as const) {
        expect(await app.text(recapFeedPath(language, format))).toContain(address);
        const ofTheSeries = recapFeedPath(language, format, { kind: 'series', slug: SERIES });
        expect(await app.text(ofTheSeries)).toContain(address);
      }
      expect(await app.text('/sitemap.xml')).toContain(address);
    }
  });

  it('keeps its frozen number when the organiser puts the stated one right; editor and owner are told', async () => {
    expect(await told()).toMatchObject({ mode: 'frozen', changes: [] });
    const feed = await app.text(recapFeedPath('en', 'xml'));
    const { address } = (await app.readers('en', SLUGS.en)).socialImage;
    stated = await putRight(stated, 120);
    // Neither holds a number that could be another one than the page's.
    expect(await app.text(recapFeedPath('en', 'xml'))).toBe(feed);
    expect((await app.readers('en', SLUGS.en)).socialImage.address).toBe(address);
    expect(await shown()).toMatchObject({ attended: [138, 'reported'], ofClosing: [97, 'reported'] });
    const { sessions } = await app.readers('en', SLUGS.en);
    expect(brief(sessions[0]?.figures ?? [])).toContainEqual(['attended', 97, 'reported', false]);
    const { changes } = await told();
    const numbers = changes.map(({ measure, before, now }) => [measure, before?.value, now?.value]);
    expect(numbers.sort()).toEqual([
      ['attended', 138, 161],
      ['attended', 97, 120],
    ]);
    expect(await lacks()).toContainEqual({ what: 'figures', languages: [], count: 2 });
    expect(await app.get(TellChangedFigures).tell()).toBe(1);
    const mails = await app.query<{ to_address: string; text: string }>(
      `SELECT to_address, text FROM outbox_messages WHERE template = 'recap-figures-changed'`,
    );
    expect(mails).toMatchObject([{ to_address: app.staff.email }]);
    expect(mails[0]?.text).toContain(published.id);
  });

  it('follows the records at once from when its numbers are shown live', async () => {
    published = await app.answer<Recap>('post', recapFiguresPaths.show(published.id), {
      ...{ version: published.version, mode: 'live', ofRevision: null, note: {} },
    });
    expect(await shown()).toMatchObject({ attended: [161, 'reported'], ofClosing: [120, 'reported'] });
    await putRight(stated, 103);
    expect(await shown()).toMatchObject({ attended: [144, 'reported'], ofClosing: [103, 'reported'] });
    await app.attend(extra, [from('Yerevan', 'AM')]);
    expect(await shown()).toMatchObject({
      participants: [9, 'counted'],
      countries: [8, 'counted'],
      attended: [144, 'reported'],
    });
    expect((await app.readers('en', SLUGS.en)).figuresFrozenAt).toBeNull();
  });
});
