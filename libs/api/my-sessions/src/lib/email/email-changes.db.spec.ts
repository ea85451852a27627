import { hashOf } from '@reihe/api-platform';
import { publicPaths } from '@reihe/shared-contracts';
import {
  mySessionsApi,
  mySessionsPaths,
  type ChangedEmail,
  type MyProfile,
  type NewEmailPreview,
} from '@reihe/shared-registration';
import { strFromU8, unzipSync } from 'fflate';
import { OwnWorld, type OwnPerson } from '../testing/own-world';
import { CHANGES_PER_HOUR, SEND_LINKS_JOB } from './email-changes';

describe('another address of one’s own', () => {
  let world: OwnWorld;
  let person: OwnPerson;
  let before: string;
  let after: string;
  let people = 0;

  beforeAll(async () => {
    world = await OwnWorld.openWorld();
  });
  beforeEach(async () => {
    people += 1;
    before = `before.${people}@city.example`;
    after = `after.${people}@Water.example`;
    person = await world.aPerson(before);
    world.clock.set('2026-09-01T08:00:00Z');
  });
  afterAll(() => world.close());

  const ask = (newEmail: string, token = person.token) =>
    world.call('post', mySessionsApi.changeEmail, { token, newEmail });
  const run = () => world.work.get(SEND_LINKS_JOB)?.();
  const askedLink = async (newEmail = after) => {
    await ask(newEmail).expect(202);
    await run();
    return world.linkIn(newEmail, 'email');
  };
  const templates = async (email: string) => (await world.mails(email)).map(({ template }) => template);
  const addressOf = async ({ id }: OwnPerson) => {
    const [row] = await world.query<{ email: string | null; key: string | null }>(
      `SELECT email, email_key AS key FROM participants WHERE id = $1`,
      [id],
    );
    return row;
  };

  it('is the person’s once the link that was sent there is followed and its button pressed; the old one is told', async () => {
    const token = await askedLink();
    expect(await world.mails(after)).toMatchObject([
      { template: 'email-change', to: `after.${people}@water.example` },
    ]);
    // Opening it, as mail scanners do, changes nothing.
    expect(await world.answer<NewEmailPreview>('get', `${mySessionsApi.email}?token=${token}`)).toEqual({
      newEmail: `after.${people}@water.example`,
      expiresAt: '2026-09-03T08:00:00.000Z',
    });
    expect(await addressOf(person)).toMatchObject({ email: before });
    const { manageToken } = await world.answer<ChangedEmail>('post', mySessionsApi.email, { token });
    expect(await addressOf(person)).toEqual({
      email: `after.${people}@water.example`,
      key: `after.${people}@water.example`,
    });
    expect(await world.read<MyProfile>(mySessionsApi.profile, manageToken)).toMatchObject({
      email: `after.${people}@water.example`,
    });
    expect(await templates(before)).toEqual(['email-changed']);
    expect(await templates(after)).toEqual(['email-change', 'my-sessions-link']);
    const mailed = await world.linkIn(after, 'manage');
    await world.read(mySessionsApi.profile, mailed);
    const [entry] = await world.query(
      `SELECT after FROM audit_entries WHERE action = 'participant.change' AND subject_id = $1`,
      [person.id],
    );
    expect(entry).toEqual({ after: { changed: ['email'], registrations: [] } });
  });

  it('leaves nothing in the old mailbox that opens the person’s page; a calendar goes on', async () => {
    const feed = `calendar-token-of-person-${people}`;
    await world.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash, sealed_token) VALUES ($1, 'calendar', $2, 'sealed')`,
      [person.id, hashOf(feed)],
    );
    await world.answer('post', mySessionsApi.email, { token: await askedLink() });
    await expect(world.read(mySessionsApi.profile, person.token)).rejects.toThrow('404');
    await world.http('get', mySessionsPaths.calendar(feed)).expect(200);
  });

  it('is proven by a link that works once, and for two days', async () => {
    const token = await askedLink();
    await world.answer('post', mySessionsApi.email, { token });
    for (const again of [
      world.problem('post', mySessionsApi.email, { token }),
      world.problem('get', `${mySessionsApi.email}?token=${token}`),
    ])
      expect(await again).toMatchObject({ code: 'registration.link-used' });
    const other = await world.aPerson(`slow.${people}@city.example`);
    await ask(`slower.${people}@city.example`, other.token).expect(202);
    await run();
    const late = await world.linkIn(`slower.${people}@city.example`, 'email');
    world.clock.advance({ hours: 48 });
    expect(await world.problem('post', mySessionsApi.email, { token: late })).toMatchObject({
      code: 'registration.link-expired',
    });
    expect(await addressOf(other)).toMatchObject({ email: `slow.${people}@city.example` });
    expect(
      await world.problem('post', mySessionsApi.email, { token: 'made-up-token-of-some-length' }),
    ).toMatchObject({ code: 'registration.link-unknown' });
  });

  it('is answered with the same words whoever has it; if it is somebody’s already, they are told and nothing can happen', async () => {
    const owner = await world.aPerson(`owner.${people}@city.example`);
    const answers = [await ask(`OWNER.${people}@city.example`), await ask(after)];
    const [taken, free] = answers.map(({ status, body, headers }) => ({
      status,
      body: body as object,
      headers: Object.keys(headers),
      length: headers['content-length'],
    }));
    expect(taken).toEqual(free);
    expect(taken).toMatchObject({ status: 202, body: { outcome: 'check-your-mail' } });
    // Nobody has looked yet.
    expect(await templates(after)).toEqual([]);
    await run();
    const [mail] = await world.mails(`owner.${people}@city.example`);
    expect(mail).toMatchObject({ template: 'email-taken' });
    expect(mail?.text).not.toMatch(/https?:|Sample Person|before\./);
    expect(await addressOf(owner)).toMatchObject({ email: `owner.${people}@city.example` });
    expect(
      await world.query(
        `SELECT new_email FROM participant_links WHERE purpose = 'email' AND participant_id = $1`,
        [person.id],
      ),
    ).toEqual([{ new_email: `after.${people}@water.example` }]);
    expect(await world.query(`SELECT FROM link_requests`)).toEqual([]);
  });

  it('is told by no file either: what was asked for and not proven stands in none', async () => {
    await world.aPerson(`owner.${people}@city.example`);
    const file = async () => {
      const { body } = await world
        .http('post', mySessionsPaths.download('en', person.token))
        .responseType('blob')
        .expect(200);
      const json = strFromU8(unzipSync(new Uint8Array(body as Buffer))['my-data.json'] ?? new Uint8Array());
      return JSON.parse(json) as Record<string, unknown>;
    };
    const untouched = await file();
    for (const email of [`owner.${people}@city.example`, after]) {
      await ask(email).expect(202);
      await run();
      expect(await file()).toEqual(untouched);
    }
  });

  it('went to somebody else meanwhile: then the link is over and nobody changed', async () => {
    const token = await askedLink();
    const other = await world.aPerson(after.toLowerCase());
    expect(await world.problem('post', mySessionsApi.email, { token })).toMatchObject({
      code: 'registration.link-expired',
    });
    expect(await addressOf(person)).toMatchObject({ email: before });
    expect(await addressOf(other)).toMatchObject({ email: after.toLowerCase() });
    await world.read(mySessionsApi.profile, person.token);
  });

  it('may be one that led to the person already', async () => {
    const merged = await world.aPerson(after.toLowerCase());
    await world.query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2`, [person.id, merged.id]);
    await world.answer('post', mySessionsApi.email, { token: await askedLink() });
    expect(await addressOf(person)).toMatchObject({ key: after.toLowerCase() });
    expect(await addressOf(merged)).toEqual({ email: null, key: null });
  });

  it('fills nobody’s mailbox, be it one person who asks or many', async () => {
    for (let times = 0; times < CHANGES_PER_HOUR + 2; times += 1)
      await ask(`many.${times}.${people}@city.example`);
    await run();
    const sent = await world.query(
      `SELECT FROM outbox_messages WHERE template = 'email-change' AND participant_id = $1`,
      [person.id],
    );
    expect(sent).toHaveLength(CHANGES_PER_HOUR);
    for (let others = 0; others < CHANGES_PER_HOUR + 2; others += 1) {
      const { token } = await world.aPerson(`other.${others}.${people}@city.example`);
      await ask(`victim.${people}@city.example`, token);
    }
    await run();
    expect(await templates(`victim.${people}@city.example`)).toHaveLength(CHANGES_PER_HOUR);
  });

  it('is asked for and proven without scripts too', async () => {
    const asking = mySessionsPaths.changeEmail('de', person.token);
    await world.http('post', asking).type('form').send({ newEmail: 'nobody' }).expect(400);
    expect(world.pages.at(-1)).toEqual({ path: asking, code: 'request.invalid' });
    await world
      .http('post', asking)
      .type('form')
      .send({ newEmail: after })
      .expect(303)
      .expect('Location', `${asking}?done=sent`);
    await run();
    expect(await world.mails(after)).toMatchObject([{ language: 'de' }]);
    const proving = mySessionsPaths.email('de', await world.linkIn(after, 'email'));
    const { headers } = await world.http('post', proving).type('form').send({}).expect(303);
    const [, manageToken = ''] = /\/manage\/([^?]+)\?done=email$/.exec(headers['location'] ?? '') ?? [];
    expect(headers['location']).toBe(`${publicPaths.manage('de', manageToken)}?done=email`);
    await world.read(mySessionsApi.profile, manageToken);
  });

  it('is for nobody without a link of their own', async () => {
    await ask(after, 'made-up-token-of-some-length').expect(404);
    expect(await world.query(`SELECT FROM link_requests`)).toEqual([]);
  });
});
