import { mySessionsApi, mySessionsPaths } from '@reihe/shared-registration';
import { OwnWorld } from '../testing/own-world';
import { SEND_LINKS_JOB } from '../email/email-changes';
import { LINKS_PER_HOUR } from './link-requests';

describe('a link that is asked for', () => {
  let world: OwnWorld;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  afterAll(() => world.close());

  const ask = (email: string, more: object = {}) =>
    world.call('post', mySessionsApi.link, { email, language: 'de', ...more });
  const run = () => world.work.get(SEND_LINKS_JOB)?.();
  const sent = async (email: string) => (await world.mails(email)).map(({ template }) => template);

  it('is answered with the same words and headers to everybody, before anybody looks who it is', async () => {
    await world.aPerson('Known@city.example');
    const answers = [await ask('KNOWN@city.example'), await ask('stranger@city.example')];
    const [known, unknown] = answers.map(({ status, body, headers }) => ({
      status,
      body: body as object,
      headers: Object.keys(headers),
      length: headers['content-length'],
    }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 202, body: { outcome: 'check-your-mail' } });
    expect(await sent('known@city.example')).toEqual([]);
    expect(world.jobsSent).toContain(SEND_LINKS_JOB);
    await run();
    expect(await world.mails('known@city.example')).toMatchObject([
      { template: 'my-sessions-link', to: 'Known@city.example', language: 'de' },
    ]);
    expect(await sent('stranger@city.example')).toEqual([]);
    // Whose address was asked for is kept by nobody.
    expect(await world.query(`SELECT FROM link_requests`)).toEqual([]);
    const token = await world.linkIn('known@city.example', 'manage');
    await world.read(mySessionsApi.profile, token);
  });

  it('is the same from a form without scripts, and to machines that fill in what nobody sees', async () => {
    const form = (body: object) => world.http('post', mySessionsPaths.link('en')).type('form').send(body);
    const next = `${mySessionsPaths.link('en')}?done=sent`;
    await form({ email: 'stranger@city.example' }).expect(303).expect('Location', next);
    await run();
    await form({ email: 'known@city.example', website: 'https://spam.example' })
      .expect(303)
      .expect('Location', next);
    await ask('known@city.example', { website: 'https://spam.example' }).expect(202);
    expect(await world.query(`SELECT FROM link_requests`)).toEqual([]);
  });

  it('is not sent to an address that nobody proved, but where organisers vouch for it', async () => {
    const session = await world.aSession();
    const typed = await world.aPerson('typed@city.example', { isVerified: false });
    await world.aRegistration(typed.id, session, { state: 'unverified' });
    const vouched = await world.aPerson('vouched@city.example', { isVerified: false });
    const registration = await world.aRegistration(vouched.id, session);
    await world.query(`UPDATE registrations SET origin = 'import' WHERE id = $1`, [registration]);
    for (const email of ['typed@city.example', 'vouched@city.example']) await ask(email).expect(202);
    await run();
    expect(await sent('typed@city.example')).toEqual([]);
    expect(await sent('vouched@city.example')).toEqual(['my-sessions-link']);
  });

  it('leads on from an address that was merged, where it was proven', async () => {
    const kept = await world.aPerson('kept@city.example');
    const registration = await world.aRegistration(kept.id, await world.aSession());
    await world.query(`UPDATE registrations SET origin = 'staff' WHERE id = $1`, [registration]);
    const proven = await world.aPerson('proven@city.example');
    const unproven = await world.aPerson('unproven@city.example', { isVerified: false });
    await world.query(`UPDATE participants SET merged_into_id = $1 WHERE id = ANY ($2::uuid[])`, [
      kept.id,
      [proven.id, unproven.id],
    ]);
    for (const email of ['proven@city.example', 'unproven@city.example']) await ask(email).expect(202);
    await run();
    expect(await sent('unproven@city.example')).toEqual([]);
    const token = await world.linkIn('proven@city.example', 'manage');
    expect(await world.read(mySessionsApi.profile, token)).toMatchObject({ email: 'kept@city.example' });
  });

  it('fills nobody’s mailbox', async () => {
    await world.aPerson('often@city.example');
    for (let times = 0; times < LINKS_PER_HOUR + 3; times += 1) await ask('often@city.example').expect(202);
    await run();
    expect(await sent('often@city.example')).toHaveLength(LINKS_PER_HOUR);
    for (const [minutes, links] of [
      [59, LINKS_PER_HOUR],
      [61, LINKS_PER_HOUR + 1],
    ] as const) {
      await world.query(
        `UPDATE outbox_messages SET created_at = $1::timestamptz - make_interval(mins => $2) WHERE to_address = 'often@city.example'`,
        [world.clock.now(), minutes],
      );
      await ask('often@city.example');
      await run();
      expect(await sent('often@city.example')).toHaveLength(links);
    }
  });

  it('is counted once a form, however many guards stand before it', async () => {
    const busy = await OwnWorld.openWorld({ isThrottlingForms: true, proofOfWorkTries: 0 });
    const statuses: number[] = [];
    for (let times = 0; times < 31; times += 1) {
      const { status } = await busy.call('post', mySessionsApi.link, {
        email: 'somebody@city.example',
        language: 'en',
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 202), 429]);
    await busy.close();
  });
});
