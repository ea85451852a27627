import { hashOf } from '@reihe/api-platform';
import { publicPaths } from '@reihe/shared-contracts';
import { mySessionsApi, mySessionsPaths, type ReleasePreview } from '@reihe/shared-registration';
import { OwnWorld, type OwnPerson } from '../testing/own-world';

describe('places that somebody gives up', () => {
  let world: OwnWorld;
  let person: OwnPerson;
  let registration: string;
  let release: string;
  let people = 0;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  beforeEach(async () => {
    people += 1;
    person = await world.aPerson(`leaving.${people}@city.example`);
    registration = await world.aRegistration(person.id, await world.aSession({ title: 'Pipes' }));
    release = `release-token-of-person-${people}`;
    await world.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash, registration_id) VALUES ($1, 'release', $2, $3)`,
      [person.id, hashOf(release), registration],
    );
    world.seats.asked.length = 0;
  });
  afterAll(() => world.close());

  const preview = () => world.answer<ReleasePreview>('get', `${mySessionsApi.release}?token=${release}`);

  it('are shown before, which gives up nothing: mail scanners open links', async () => {
    expect(await preview()).toMatchObject({
      state: 'confirmed',
      canCancel: true,
      session: { title: 'Pipes', joinToken: null },
    });
    expect(world.seats.asked).toEqual([]);
  });

  it('are the one of the link, once, however often it is pressed', async () => {
    const after = await world.answer<ReleasePreview>('post', mySessionsApi.release, { token: release });
    expect(after).toMatchObject({ state: 'cancelled', canCancel: false });
    const page = mySessionsPaths.release('de', release);
    await world.http('post', page).type('form').send({}).expect(303).expect('Location', page);
    expect(world.seats.asked).toEqual([`release ${registration}`]);
  });

  it('are all that there are, by the person’s own link', async () => {
    await world.call('post', mySessionsApi.cancelAll, { token: person.token }).expect(204);
    await world
      .http('post', `${publicPaths.manage('de', person.token)}/all`)
      .expect(303)
      .expect('Location', `${publicPaths.manage('de', person.token)}?done=all`);
    expect(world.seats.asked).toEqual([`all ${person.id}`, `all ${person.id}`]);
  });

  it('go with the person who wants to be forgotten', async () => {
    await world.call('post', mySessionsApi.erase, { token: person.token }).expect(204);
    await world
      .http('post', mySessionsPaths.leave('de', person.token))
      .expect(303)
      .expect('Location', mySessionsPaths.gone('de'));
    expect(world.seats.asked).toEqual([`leave ${person.id}`, `leave ${person.id}`]);
  });

  it('are nobody’s by a link that opens something else, or nothing', async () => {
    for (const path of [mySessionsApi.cancelAll, mySessionsApi.erase]) {
      expect(await world.problem('post', path, { token: release })).toMatchObject({
        code: 'registration.link-unknown',
      });
    }
    for (const token of [person.token, 'made-up-token-of-some-length']) {
      expect(await world.problem('post', mySessionsApi.release, { token })).toMatchObject({
        code: 'registration.link-unknown',
      });
    }
    expect(world.seats.asked).toEqual([]);
  });

  it('come back as the same page where a form without scripts is refused', async () => {
    world.pages.length = 0;
    await world.http('post', mySessionsPaths.leave('de', release)).expect(404);
    expect(world.pages).toEqual([
      { path: mySessionsPaths.leave('de', release), code: 'registration.link-unknown' },
    ]);
  });
});
