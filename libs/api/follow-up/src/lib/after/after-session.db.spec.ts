import { AfterSession, hashOf } from '@reihe/api-platform';
import { followUpApiPaths } from '@reihe/shared-registration';
import { FollowUpWorld, NOW, type Somebody } from '../testing/follow-up-world';

describe('what there is for people after a session', () => {
  let world: FollowUpWorld;
  let sessionId: string;
  let ada: Somebody;

  const linksOf = async ({ registrationId }: Somebody) =>
    (await world.get(AfterSession).linksOf([{ id: registrationId, language: 'de' }])).get(registrationId);
  const of = async ({ registrationId }: Somebody) =>
    (await world.get(AfterSession).of([registrationId])).get(registrationId);
  const addMaterial = () =>
    world.answer('post', followUpApiPaths.materials(sessionId), {
      kind: 'link',
      audience: 'registered',
      titles: { en: 'Notes' },
      url: 'https://notes.example',
    });

  beforeAll(async () => {
    world = await FollowUpWorld.begin();
  });
  beforeEach(async () => {
    world.clock.set(NOW);
    sessionId = await world.aSession();
    ada = await world.somebody(sessionId);
  });
  afterAll(() => world.close());

  it('is told to mails by addresses that open the page', async () => {
    expect(await linksOf(ada)).toMatchObject({
      materials: null,
      feedback: expect.stringMatching(/#feedback$/) as string,
      certificate: null,
    });
    await addMaterial();
    await world.answer('post', followUpApiPaths.attendance(sessionId), {
      registrationIds: [ada.registrationId],
      isPresent: true,
    });
    const links = await linksOf(ada);
    const pattern = new RegExp(`^https://reihe.example/de/after/([\\w-]{43})/${ada.registrationId}#(\\w+)$`);
    const [, token = '', anchor] = pattern.exec(links?.materials ?? '') ?? [];
    expect(anchor).toBe('materials');
    expect(links?.certificate).toBe(links?.materials?.replace('#materials', '#certificate'));
    expect((await world.page({ ...ada, token })).name).toBe('Ada Sample');
    const kept = await world.query(`SELECT purpose FROM participant_links WHERE token_hash = $1`, [
      hashOf(token),
    ]);
    expect(kept).toEqual([{ purpose: 'manage' }]);
  });

  it('is told for one’s own list', async () => {
    expect(await of(ada)).toMatchObject({ materials: 0, feedback: 'open', hasCertificate: false });
    await addMaterial();
    await world.give(ada, { rating: 4 }).expect(200);
    expect(await of(ada)).toMatchObject({ materials: 1, feedback: 'given', hasCertificate: false });
    expect((await linksOf(ada))?.feedback).toBeNull();
    world.clock.set('2026-12-05T13:30:00Z');
    expect(await of(ada)).toMatchObject({ feedback: 'closed' });
  });

  it('is nothing before the end, for those without a place, and where the session was called off', async () => {
    const waiting = await world.somebody(sessionId, { state: 'waitlisted' });
    const cancelled = await world.somebody(await world.aSession({ state: 'cancelled' }));
    for (const person of [waiting, cancelled]) {
      expect(await of(person)).toBeUndefined();
      expect(await linksOf(person)).toBeUndefined();
    }
    world.clock.set('2026-10-06T13:29:59Z');
    expect(await of(ada)).toBeUndefined();
  });

  it('is read by one statement for all', async () => {
    const people = await Promise.all([1, 2, 3].map(() => world.somebody(sessionId)));
    const registrations = people.map(({ registrationId }) => ({
      id: registrationId,
      language: 'en' as const,
    }));
    expect(await world.statementsOf(() => world.get(AfterSession).linksOf(registrations))).toHaveLength(2);
    expect(
      await world.statementsOf(() => world.get(AfterSession).of(registrations.map(({ id }) => id))),
    ).toHaveLength(1);
  });
});
