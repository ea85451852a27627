import { apiPaths, publicPaths, type Series, type Session } from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import ICAL from 'ical.js';
import { PublicProgrammeApp } from './testing/public-programme-app';

const MEETING = { url: 'https://meet.example/very-secret', passcode: 'open-sesame' };

describe('calendars to subscribe to', () => {
  const clock = new FixedClock('2026-10-01T08:00:00Z');
  let programme: PublicProgrammeApp;
  let series: Series;
  let moved: Session;

  const ask = (query = '') => programme.http('get', `${publicPaths.seriesCalendar('cities')}?${query}`);
  const calendarOf = async (query = '') => {
    const { text } = await ask(query).expect(200);
    const calendar = new ICAL.Component(ICAL.parse(text) as [string, [], []]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    return {
      text,
      name: String(calendar.getFirstPropertyValue('x-wr-calname')),
      zones: calendar
        .getAllSubcomponents('vtimezone')
        .map((zone) => String(zone.getFirstPropertyValue('tzid'))),
      titles: events.map(({ summary }) => summary),
      uids: events.map(({ uid }) => uid),
      statuses: events.map(({ component }) => String(component.getFirstPropertyValue('status'))),
      starts: events.map(({ startDate }) => startDate.toJSDate().toISOString()),
    };
  };

  beforeAll(async () => {
    programme = await PublicProgrammeApp.openAt(clock);
    const asia = await programme.aTerm('region', 'asia', { en: 'Asia', de: 'Asien' });
    await programme.aTerm('region', 'oceania', { en: 'Oceania', de: 'Ozeanien' });
    const water = await programme.aTerm('category', 'water', { en: 'Water', de: 'Wasser' });
    series = await programme.aSeries(
      aSaveSeries({
        slug: 'cities',
        translations: {
          en: { title: 'Cities', summary: '', host: '', commissioner: '' },
          de: { title: 'Städte', summary: '', host: '', commissioner: '' },
        },
      }),
    );
    const add = (slug: string, day: string, more: Partial<Parameters<typeof aSaveSession>[0]> = {}) =>
      programme.aSession(
        aSaveSession({
          seriesId: series.id,
          slug,
          meeting: MEETING,
          startsLocal: `${day}T14:00`,
          endsLocal: `${day}T15:00`,
          translations: { en: { title: slug, abstract: '' } },
          ...more,
        }),
      );
    await add('past', '2026-09-01');
    moved = await add('wet', '2026-10-30', { regionIds: [asia], categoryIds: [water] });
    const off = await add('off', '2026-11-03', { regionIds: [asia] });
    await programme.answer('post', apiPaths.cancelSession(off.id), {
      version: off.version,
      reason: 'Storm.',
    });
  });
  afterAll(() => programme.close());

  it('hold exactly the sessions of the filter, with the UIDs of the whole calendar, the cancelled one marked', async () => {
    const whole = await calendarOf('lang=en');
    expect(whole.titles).toEqual(['past', 'wet', 'off']);
    const asia = await calendarOf('lang=en&region=asia');
    expect(asia.titles).toEqual(['wet', 'off']);
    expect(asia.uids).toEqual(whole.uids.slice(1));
    expect(asia.uids[0]).toBe(`session-${moved.id}@reihe`);
    expect(asia.statuses).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(asia.zones).toContain('Europe/Berlin');
    // After the clocks went back.
    expect(asia.starts[0]).toBe('2026-10-30T13:00:00.000Z');
    expect((await calendarOf('when=past')).titles).toEqual(['past']);
    expect((await calendarOf('region=asia&category=water')).titles).toEqual(['wet']);
  });

  it('say in the reader’s language what they hold', async () => {
    expect((await calendarOf('lang=en')).name).toBe('Cities');
    expect((await calendarOf('lang=de')).name).toBe('Städte');
    expect((await calendarOf('lang=de&region=asia&region=oceania&category=water&kind=exchange')).name).toBe(
      'Städte: Asien oder Ozeanien, Wasser, Fachaustausch',
    );
    expect(
      (await calendarOf('lang=en&when=upcoming&time=morning&zone=Asia/Tokyo&from=2026-11-01')).name,
    ).toBe('Cities: coming, from 1 Nov 2026, morning (Tokyo time)');
  });

  it('hold no meeting link and no passcode', async () => {
    for (const query of ['', 'region=asia', 'lang=de&when=upcoming']) {
      const { text, titles } = await calendarOf(query);
      expect(titles.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/meet\.example|open-sesame/);
    }
  });

  it('are empty, and still whole, where a filter finds nothing yet', async () => {
    const empty = await calendarOf('region=oceania&lang=en');
    expect(empty).toMatchObject({ titles: [], zones: ['Europe/Berlin'], name: 'Cities: Oceania' });
  });

  it.each([
    ['region=nowhere', 404],
    ['category=water&category=fire', 404],
    ['regon=asia', 400],
    ['kind=party', 400],
  ])('refuse %s: nobody waits for a calendar that never fills', async (query, status) => {
    await ask(query).expect(status);
  });

  it('are read with one statement', async () => {
    expect(await programme.statementsOf(() => calendarOf('region=asia&time=afternoon'))).toHaveLength(1);
  });

  it('tell who has the same already, and change for those who ask again after a session moved', async () => {
    const first = await ask('region=asia&lang=en').expect(200);
    const { etag = '', 'last-modified': changed = '' } = first.headers;
    expect(etag).not.toBe('');
    await ask('region=asia&lang=en').set('If-None-Match', etag).expect(304);
    await ask('region=asia&lang=en').set('If-Modified-Since', changed).expect(304);
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    await programme.answer('put', apiPaths.session(moved.id), {
      ...saveSessionOf(moved),
      regionIds: [],
    });
    const next = await ask('region=asia&lang=en').set('If-None-Match', etag).expect(200);
    expect(new Date(next.headers['last-modified'] ?? '').getTime()).toBeGreaterThanOrEqual(
      new Date(changed).getTime(),
    );
    expect((await calendarOf('region=asia')).titles).toEqual(['off']);
  });

  it('change with the time where what is coming was asked for', async () => {
    const session = {
      seriesId: series.id,
      slug: 'far',
      startsLocal: '2030-01-10T14:00',
      endsLocal: '2030-01-10T15:00',
    };
    await programme.aSession(aSaveSession(session));
    clock.advance({ days: 4 * 365 });
    const changed = async (query: string) => (await ask(query)).headers['last-modified'];
    expect(await changed('when=upcoming')).toBe('Thu, 10 Jan 2030 14:00:00 GMT');
    expect(await changed('')).not.toBe('Thu, 10 Jan 2030 14:00:00 GMT');
  });
});
