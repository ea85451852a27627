import { DomainError, hashOf } from '@reihe/api-platform';
import { publicPaths } from '@reihe/shared-contracts';
import { mySessionsApi, mySessionsPaths } from '@reihe/shared-registration';
import { OwnWorld } from '../testing/own-world';

describe('a link to confirm with that is over', () => {
  let world: OwnWorld;
  let token: string;
  let email: string;
  let people = 0;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  beforeEach(() => {
    people += 1;
    token = `confirm-token-of-person-${people}`;
    email = `late.${people}@city.example`;
    world.seats.forms.length = 0;
    world.seats.refusal = null;
  });
  afterAll(() => world.close());

  const again = (of = token) => world.call('post', `${mySessionsApi.again}?lang=de`, { token: of });
  /** Somebody with a wish from three days ago. */
  async function aWish({
    isVerified = false,
    state = 'unverified',
  }: { isVerified?: boolean; state?: 'unverified' | 'expired' } = {}) {
    const { id } = await world.aPerson(email, { isVerified });
    const slug = await world.aSession();
    const registration = await world.aRegistration(id, slug, { state: 'unverified', needs: 'A ramp' });
    await world.query(
      `UPDATE registrations SET created_at = '2026-08-29T07:00:00Z', name = 'Typed' WHERE id = $1`,
      [registration],
    );
    if (state === 'expired')
      await world.query(
        `UPDATE registrations SET state = 'expired', ended_at = '2026-08-31T07:15:00Z', name = '', organisation = '', city = '',
           country = NULL, accessibility_needs = '' WHERE id = $1`,
        [registration],
      );
    await world.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash, created_at, expires_at)
       VALUES ($1, 'confirm', $2, '2026-08-29T07:00:00Z', '2026-08-31T07:00:00Z')`,
      [id, hashOf(token)],
    );
    return { id, slug, registration };
  }

  it('asks again for what it stood for, with what was typed, as long as that is there', async () => {
    const { slug } = await aWish();
    expect((await again()).body).toEqual({ outcome: 'check-your-mail' });
    expect(world.seats.forms).toEqual([
      {
        email,
        name: 'Typed',
        organisation: 'City administration',
        position: '',
        city: 'Lviv',
        country: 'UA',
        language: 'de',
        timeZone: 'Europe/Kyiv',
        accessibilityNeeds: 'A ramp',
        allowsRecording: null,
        answers: [],
        invitationCode: '',
        hasAcceptedPrivacyNotice: true,
        sessionSlugs: [slug],
      },
    ]);
  });

  it('asks again with what is known of somebody who proved their address, once what was typed is forgotten', async () => {
    const { slug } = await aWish({ isVerified: true, state: 'expired' });
    await again().expect(202);
    expect(world.seats.forms).toMatchObject([
      { email, name: 'Sample Person', city: 'Lviv', accessibilityNeeds: '', sessionSlugs: [slug] },
    ]);
  });

  it('is answered the same where there is nothing to send: forgotten, used, still good, or none of ours', async () => {
    const { id } = await aWish({ state: 'expired' });
    const answers = [await again(), await again('made-up-token-of-some-length')];
    await world.query(`UPDATE participants SET verified_at = now() WHERE id = $1`, [id]);
    await world.query(`UPDATE participant_links SET used_at = now() WHERE token_hash = $1`, [hashOf(token)]);
    answers.push(await again());
    await world.query(
      `UPDATE participant_links SET used_at = NULL, expires_at = '2026-09-02T07:00:00Z' WHERE token_hash = $1`,
      [hashOf(token)],
    );
    answers.push(await again());
    for (const { status, body } of answers)
      expect([status, body]).toEqual([202, { outcome: 'check-your-mail' }]);
    expect(world.seats.forms).toEqual([]);
  });

  it('does not ask for what has begun, is over, is closed, or was asked for since', async () => {
    const begun = await world.aSession({ startsAt: '2026-09-01T07:00:00Z' });
    const closed = await world.aSession();
    await world.query(`UPDATE sessions SET registration_closes_at = '2026-08-31T12:00:00Z' WHERE id = $1`, [
      closed,
    ]);
    const { id, slug } = await aWish({ isVerified: true, state: 'expired' });
    for (const session of [begun, closed]) {
      const registration = await world.aRegistration(id, session, { state: 'unverified' });
      await world.query(`UPDATE registrations SET created_at = '2026-08-29T07:00:00Z' WHERE id = $1`, [
        registration,
      ]);
    }
    await again();
    expect(world.seats.forms.map(({ sessionSlugs }) => sessionSlugs)).toEqual([[slug]]);
    await world.aRegistration(id, slug, { state: 'confirmed' });
    await again();
    expect(world.seats.forms).toHaveLength(1);
  });

  it('tells nothing of why a form is refused, but that everything is busy', async () => {
    await aWish();
    world.seats.refusal = new DomainError('request.invalid', 400);
    await again().expect(202);
    world.seats.refusal = new DomainError('server.busy', 503);
    await again().expect(503);
  });

  it('leads back to its page from a form without scripts', async () => {
    await aWish();
    await world
      .http('post', mySessionsPaths.again('de', token))
      .type('form')
      .send({})
      .expect(303)
      .expect('Location', `${publicPaths.confirm('de', token)}?done=sent`);
    expect(world.seats.forms).toHaveLength(1);
  });
});
