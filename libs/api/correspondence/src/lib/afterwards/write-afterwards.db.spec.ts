import { randomUUID } from 'node:crypto';
import type { AfterSessionLinks } from '@reihe/api-platform';
import { CorrespondenceWorld, type WorldPerson } from '../testing/correspondence-world';
import { CLAIM_THANKS } from './afterwards.sql';
import { WriteAfterwards } from './write-afterwards';

describe('after a session', () => {
  let world: CorrespondenceWorld;
  let mara: WorldPerson;
  let session: string;
  let more = new Map<string, AfterSessionLinks>();
  const write = () => world.get(WriteAfterwards).writeDue();

  async function aRecap(of: string[], at: string): Promise<string> {
    const [id, revision] = [randomUUID(), randomUUID()];
    const slug = `recap-${id.slice(0, 8)}`;
    await world.query(
      `INSERT INTO recaps (id, series_id, state, approved_at) VALUES ($1, $2, 'approved', now())`,
      [id, world.seriesId],
    );
    await world.query(
      `INSERT INTO recap_revisions (id, recap_id, number, byline, gallery, session_ids, category_ids, region_ids, created_at)
       VALUES ($1, $2, 1, '', '{}', $3, '{}', '{}', $4)`,
      [revision, id, of, at],
    );
    await world.query(
      `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
       VALUES ($1, 'en', 'What we learnt', 'Of pipes', '{}', '', '')`,
      [revision],
    );
    await world.query(
      `INSERT INTO recap_addresses (recap_id, language, slug, published_at) VALUES ($1, 'en', $2, $3)`,
      [id, slug, at],
    );
    await world.query(
      `UPDATE recaps SET state = 'published', published_on = $2::timestamptz::date, current_revision = 1 WHERE id = $1`,
      [id, at],
    );
    return slug;
  }

  beforeAll(async () => {
    world = await CorrespondenceWorld.make({ after: { linksOf: () => Promise.resolve(more) } });
  });
  beforeEach(async () => {
    more = new Map();
    // It ends at 13:30; thanks are due an hour later.
    session = await world.aSession('2026-10-05T12:00:00Z');
    mara = await world.aPerson('mara@city.example');
    world.clock.set('2026-10-05T14:30:00Z');
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('everybody confirmed is thanked once, as news that can be ended', async () => {
    const registration = await world.aRegistration(session, mara);
    await world.aRegistration(session, await world.aPerson('waiting@city.example'), { state: 'waitlisted' });
    more.set(registration, {
      materials: null,
      feedback: 'https://reihe.example/en/after/token',
      certificate: 'https://reihe.example/en/after/token#certificate',
    });
    world.clock.set('2026-10-05T14:29:00Z');
    expect(await write()).toBe(0);
    world.clock.set('2026-10-05T14:30:00Z');
    expect(await write()).toBe(1);
    expect(await write()).toBe(0);
    const [mail] = await world.mails();
    expect(mail).toMatchObject({ template: 'thanks', to_address: mara.email, subject: 'Thank you: Pipes' });
    expect(mail?.unsubscribe_url).toMatch(/^https:\/\/reihe\.example\/en\/unsubscribe\/[\w-]{43}$/);
    expect(mail?.text).toContain('Tell us how it was:\nhttps://reihe.example/en/after/token\n');
    expect(mail?.text).toContain('https://reihe.example/en/after/token#certificate');
    expect(mail?.text).not.toContain('Materials and recording');
    expect(mail?.text).toContain('As soon as there is a recap');
  });

  it('nobody is thanked for what was called off, where the organisers want none, or long after', async () => {
    const calledOff = await world.aSession('2026-10-05T12:00:00Z', { state: 'cancelled' });
    const quiet = await world.aSession('2026-10-05T12:00:00Z');
    await world.rules(quiet, { sends_thanks: false });
    const long = await world.aSession('2026-10-01T12:00:00Z', { state: 'held' });
    for (const one of [calledOff, quiet, long]) await world.aRegistration(one, mara);
    expect(await write()).toBe(0);
  });

  it('a recap that is there already is named by the thanks, and is no news any more', async () => {
    await world.aRegistration(session, mara);
    const slug = await aRecap([session], '2026-10-05T14:00:00Z');
    expect(await write()).toBe(1);
    expect((await world.mails())[0]?.text).toContain(
      `Read the recap:\nhttps://reihe.example/en/recaps/${slug}\n`,
    );
    world.clock.advance({ days: 1 });
    expect(await write()).toBe(0);
  });

  it('a recap that comes later is news to everybody who had a place, once per recap and person', async () => {
    const other = await world.aSession('2026-10-05T12:00:00Z', { title: 'Wells' });
    for (const one of [session, other]) await world.aRegistration(one, mara);
    await world.aRegistration(session, await world.aPerson('gone@city.example'), { state: 'cancelled' });
    expect(await write()).toBe(2);
    world.clock.set('2026-10-07T09:00:00Z');
    const slug = await aRecap([session, other], '2026-10-07T08:59:00Z');
    expect(await write()).toBe(1);
    expect(await write()).toBe(0);
    const news = (await world.mails()).at(-1);
    expect(news).toMatchObject({
      template: 'recap-published',
      subject: 'The recap is there: What we learnt',
    });
    expect(news?.text).toContain(`https://reihe.example/en/recaps/${slug}`);
    expect(news?.text).toMatch(/\* Pipes[\s\S]*\* Wells|\* Wells[\s\S]*\* Pipes/);
    expect(news?.unsubscribe_url).not.toBeNull();
  });

  it('who ended the news of this series, or of all, gets none; who ended those of another does', async () => {
    const elsewhere = await world.aSeries('Elsewhere');
    for (const [name, series] of [
      ['this', world.seriesId],
      ['all', null],
      ['other', elsewhere],
    ] as const) {
      const person = await world.aPerson(`${name}@city.example`);
      await world.aRegistration(session, person);
      await world.query(`INSERT INTO news_opt_outs (participant_id, series_id) VALUES ($1, $2)`, [
        person.id,
        series,
      ]);
    }
    expect(await write()).toBe(1);
    world.clock.set('2026-10-06T09:00:00Z');
    await aRecap([session], '2026-10-06T08:59:00Z');
    expect(await write()).toBe(1);
    expect(new Set((await world.mails()).map(({ to_address }) => to_address))).toEqual(
      new Set(['other@city.example']),
    );
  });

  it('is written once by several workers at once', async () => {
    for (let index = 0; index < 150; index += 1)
      await world.aRegistration(session, await world.aPerson(`reader-${index}@city.example`));
    const written = await Promise.all([write(), write(), write()]);
    expect(written.reduce((sum, mails) => sum + mails, 0) + (await write())).toBe(150);
    expect(new Set((await world.mails()).map(({ to_address }) => to_address)).size).toBe(150);
    expect(await world.mails()).toHaveLength(150);
  });

  it('is thanked for as late as the rules may say, and found by the end among thousands of sessions', async () => {
    const late = await world.aSession('2026-09-21T12:00:00Z', { state: 'held' });
    await world.rules(late, { thanks_after_minutes: 20_160 });
    await world.aRegistration(late, mara);
    await world.query(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       SELECT $1, 'old-' || n, 'held', 'exchange', at - interval '1 hour', at, '', '', 'UTC', '{en}'
       FROM (SELECT n, '2026-09-01T12:00:00Z'::timestamptz - make_interval(hours => n) AS at FROM generate_series(1, 3000) n) x`,
      [world.seriesId],
    );
    await world.query(`ANALYZE sessions`);
    const statement = CLAIM_THANKS.replaceAll('$1', `'2026-10-05T14:30:00Z'::timestamptz`).replaceAll(
      '$2',
      '100',
    );
    const plan = await world.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index.* ix_sessions_ends_at/);
    expect(await write()).toBe(1);
    expect((await world.mails())[0]?.subject).toBe('Thank you: Pipes');
  });
});
