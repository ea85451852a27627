import { hashOf, newToken } from '@reihe/api-platform';
import { mySessionsPaths } from '@reihe/shared-registration';
import { OwnWorld } from '../testing/own-world';

describe('the link in a reminder that gives up a place', () => {
  let world: OwnWorld;
  let registration: string;
  let address: string;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  beforeEach(async () => {
    const person = await world.aPerson(`${newToken().slice(0, 8).toLowerCase()}@city.example`);
    registration = await world.aRegistration(person.id, await world.aSession());
    const token = newToken();
    await world.query(
      `INSERT INTO participant_links (participant_id, registration_id, purpose, token_hash, created_at)
       VALUES ($1, $2, 'release', $3, now())`,
      [person.id, registration, hashOf(token)],
    );
    address = mySessionsPaths.release('en', token);
  });
  afterAll(() => world.close());

  it.each(['as one line', 'with parts'])(
    'does it without JavaScript, by a form that is sent %s',
    async (how) => {
      const form = world.http('post', address);
      const answer = await (how === 'with parts'
        ? form.field('List-Unsubscribe', 'One-Click')
        : form.type('form').send({}));
      expect(answer.status).toBe(303);
      expect(await world.query(`SELECT state FROM registrations WHERE id = $1`, [registration])).toEqual([
        { state: 'cancelled' },
      ]);
    },
  );
});
