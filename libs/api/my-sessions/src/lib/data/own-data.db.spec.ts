import { hashOf } from '@reihe/api-platform';
import {
  mySessionsApi,
  mySessionsPaths,
  ownDataRules,
  type MyProfile,
  type OwnData,
} from '@reihe/shared-registration';
import { OwnWorld, type OwnPerson } from '../testing/own-world';

describe('own data', () => {
  let world: OwnWorld;
  let person: OwnPerson;
  let email: string;
  let people = 0;

  const profile = () => world.read<MyProfile>(mySessionsApi.profile, person.token);
  /** What of a profile is sent back. */
  const sent = (read: MyProfile) => ({
    version: read.version,
    ...Object.fromEntries(Object.keys(ownDataRules).map((field) => [field, read[field as keyof OwnData]])),
  });
  const save = (read: MyProfile, changes: object = {}) =>
    world.answer<MyProfile>('post', mySessionsApi.profile, {
      ...sent(read),
      token: person.token,
      needs: read.needs.map(({ registrationId, accessibilityNeeds }) => ({
        registrationId,
        accessibilityNeeds,
      })),
      ...changes,
    });
  const needs = async () => {
    const rows = await world.query<{ title: string; needs: string }>(
      `SELECT t.title, r.accessibility_needs AS needs FROM registrations r
       JOIN session_translations t ON t.session_id = r.session_id WHERE r.participant_id = $1 ORDER BY t.title`,
      [person.id],
    );
    return Object.fromEntries(rows.map((row) => [row.title, row.needs]));
  };

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  beforeEach(async () => {
    people += 1;
    email = `person.${people}@city.example`;
    person = await world.aPerson(email);
  });
  afterAll(() => world.close());

  describe('what somebody needs', () => {
    let first: string;
    let second: string;

    beforeEach(async () => {
      first = await world.aRegistration(person.id, await world.aSession({ title: 'First' }), {
        needs: 'Captions',
      });
      second = await world.aRegistration(
        person.id,
        await world.aSession({ title: 'Second', startsAt: '2026-10-08T12:00:00Z' }),
        { state: 'waitlisted' },
      );
    });

    it('stays with each session where something else is changed', async () => {
      await save(await profile(), { city: 'Quito' });
      expect(await needs()).toEqual({ First: 'Captions', Second: '' });
    });

    it('is changed for the session it is said of, and for no other', async () => {
      const before = await profile();
      expect(before.needs).toEqual([
        {
          registrationId: first,
          title: 'First',
          startsAt: '2026-10-06T12:00:00Z',
          accessibilityNeeds: 'Captions',
        },
        { registrationId: second, title: 'Second', startsAt: '2026-10-08T12:00:00Z', accessibilityNeeds: '' },
      ]);
      const saved = await save(before, {
        needs: [
          { registrationId: first, accessibilityNeeds: '' },
          { registrationId: second, accessibilityNeeds: 'A ramp' },
        ],
      });
      expect(saved.needs.map(({ accessibilityNeeds }) => accessibilityNeeds)).toEqual(['', 'A ramp']);
      expect(await needs()).toEqual({ First: '', Second: 'A ramp' });
      const [entry] = await world.query<{ after: { changed: string[] } }>(
        `SELECT after FROM audit_entries WHERE action = 'participant.change' AND subject_id = $1`,
        [person.id],
      );
      expect(entry?.after.changed).toEqual(['accessibilityNeeds']);
    });

    it('is asked for where the session asks, of what is to come', async () => {
      await world.aRegistration(person.id, await world.aSession({ title: 'Unasked', asksNeeds: false }));
      await world.aRegistration(
        person.id,
        await world.aSession({ title: 'Over', startsAt: '2026-08-01T12:00:00Z' }),
      );
      expect((await profile()).needs.map(({ title }) => title)).toEqual(['First', 'Second']);
    });

    it('is nobody else’s to change, and not that of a session that is over', async () => {
      const over = await world.aRegistration(
        person.id,
        await world.aSession({ title: 'Over', startsAt: '2026-08-01T12:00:00Z' }),
        { needs: 'A lift' },
      );
      const other = await world.aPerson(`other.${people}@city.example`);
      const theirs = await world.aRegistration(other.id, await world.aSession(), { needs: 'Theirs' });
      await save(await profile(), {
        needs: [over, theirs].map((registrationId) => ({ registrationId, accessibilityNeeds: 'Mine' })),
      });
      expect(
        await world.query(
          `SELECT accessibility_needs AS needs FROM registrations WHERE id = ANY ($1) ORDER BY 1`,
          [[over, theirs]],
        ),
      ).toEqual([{ needs: 'A lift' }, { needs: 'Theirs' }]);
    });

    it('comes from a form without scripts too', async () => {
      await world
        .http('post', mySessionsPaths.data('de', person.token))
        .type('form')
        .send({ ...sent(await profile()), [`needs.${first}`]: 'Captions', [`needs.${second}`]: 'A ramp' })
        .expect(303)
        .expect('Location', `${mySessionsPaths.data('de', person.token)}?done=saved`);
      expect(await needs()).toEqual({ First: 'Captions', Second: 'A ramp' });
    });
  });

  it('is not written over by an older page', async () => {
    const before = await profile();
    await save(before, { city: 'Quito' });
    expect(
      await world.problem('post', mySessionsApi.profile, { ...sent(before), token: person.token, needs: [] }),
    ).toMatchObject({ code: 'version.outdated' });
  });

  it('waits for whoever takes a seat before it touches the person: sessions first, as everywhere', async () => {
    const session = await world.aSession();
    await world.aRegistration(person.id, session);
    const before = await profile();
    const taking = world.database.dataSource.createQueryRunner();
    await taking.startTransaction();
    await taking.query(`SELECT FROM sessions WHERE id = $1 FOR NO KEY UPDATE`, [session]);
    const saving = save(before, { name: 'After' });
    for (let waiting = 0; waiting === 0;)
      [{ waiting }] = (await world.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )) as [{ waiting: number }];
    await taking.query(`SELECT FROM participants WHERE id = $1 FOR UPDATE NOWAIT`, [person.id]);
    await taking.commitTransaction();
    await taking.release();
    expect((await saving).name).toBe('After');
  });

  it('is behind a link of the person’s and no other', async () => {
    const feed = 'calendar-token-of-some-length';
    await world.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash, sealed_token) VALUES ($1, 'calendar', $2, 'sealed')`,
      [person.id, hashOf(feed)],
    );
    await expect(world.read(mySessionsApi.profile, feed)).rejects.toThrow('404');
    await expect(world.read(mySessionsApi.profile, 'made-up-token-of-some-length')).rejects.toThrow('404');
  });
});
