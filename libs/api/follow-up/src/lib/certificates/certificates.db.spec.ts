import { AfterSession } from '@reihe/api-platform';
import {
  followUpApiPaths,
  followUpPaths,
  type AttendanceList,
  type CertificateCheck,
} from '@reihe/shared-registration';
import { FollowUpWorld, type Somebody } from '../testing/follow-up-world';

describe('certificates of attendance', () => {
  let world: FollowUpWorld;
  let sessionId: string;
  let ada: Somebody;

  const mark = (isPresent: boolean) =>
    world.answer('post', followUpApiPaths.attendance(sessionId), {
      registrationIds: [ada.registrationId],
      isPresent,
    });
  /** By the page's plain form. */
  const issue = (lang: 'en' | 'de' = 'en') =>
    world.http('post', followUpPaths.issueCertificate(lang, ada.token, ada.registrationId), {});
  const issued = async () => (await issue().expect(303)).headers['location'] ?? '';
  const code = async () => (await world.page(ada)).certificate.code ?? '';
  const check = (typed: string) => world.call('get', followUpApiPaths.certificateCheck(typed));
  const staffSees = async () =>
    (await world.answer<AttendanceList>('get', followUpApiPaths.attendance(sessionId))).people[0]
      ?.certificate;

  beforeAll(async () => {
    world = await FollowUpWorld.begin();
  });
  beforeEach(async () => {
    world.user = world.staff;
    sessionId = await world.aSession();
    ada = await world.somebody(sessionId, { name: 'Ada Sample', language: 'de' });
  });
  afterAll(() => world.close());

  it('are for those who are marked as having been there, and not before', async () => {
    await issue().expect(409);
    expect(world.pages.rendered.at(-1)?.form?.problem.code).toBe('certificate.not-ready');
    await mark(true);
    expect((await world.page(ada)).certificate).toEqual({ state: 'ready', code: null });
    const file = await world.http('get', await issued()).expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="bescheinigung-[\w-]+\.pdf"/,
      ) as string,
    });
    expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are not where none are offered, nor while the session goes on', async () => {
    await mark(true);
    await world.query(`UPDATE registration_rules SET offers_certificates = false WHERE session_id = $1`, [
      sessionId,
    ]);
    await issue().expect(409);
    await world.query(`UPDATE registration_rules SET offers_certificates = true WHERE session_id = $1`, [
      sessionId,
    ]);
    world.clock.set('2026-10-06T13:29:59Z');
    await issue().expect(409);
    world.clock.set('2026-10-07T12:00:00Z');
  });

  it('are issued once, in the words of the person, and stay as they were issued', async () => {
    await mark(true);
    await Promise.all([issued(), issued(), issued()]);
    await world.query(`UPDATE session_translations SET title = 'Another title' WHERE session_id = $1`, [
      sessionId,
    ]);
    await world.query(`UPDATE participants SET name = 'Another Name' WHERE id = $1`, [ada.participantId]);
    await issued();
    const rows = await world.query(
      `SELECT name, title, host, language FROM certificates WHERE registration_id = $1`,
      [ada.registrationId],
    );
    expect(rows).toEqual([
      { name: 'Ada Sample', title: 'Wasser für alle', host: 'Beispielhaus', language: 'de' },
    ]);
  });

  it('can be checked by anybody who has the code, and tell nothing else', async () => {
    await mark(true);
    await issued();
    world.user = undefined;
    const answer = (await check((await code()).toLowerCase()).expect(200)).body as CertificateCheck;
    expect(answer).toEqual({
      code: await code(),
      state: 'valid',
      name: 'Ada Sample',
      title: 'Wasser für alle',
      host: 'Beispielhaus',
      startsAt: '2026-10-06T12:00:00.000Z',
      endsAt: '2026-10-06T13:30:00.000Z',
      timeZone: 'Europe/Berlin',
      issuedAt: '2026-10-07T12:00:00.000Z',
    });
    await check('AAAA-BBBB-CCCC').expect(404);
    await check('%00').expect(404);
  });

  it('are withdrawn with a reason, which the public does not read', async () => {
    await mark(true);
    const address = await issued();
    const known = await code();
    const { id = '' } = (await staffSees()) ?? {};
    await world.call('post', followUpApiPaths.withdrawCertificate(id), { reason: '' }).expect(400);
    await world
      .call('post', followUpApiPaths.withdrawCertificate(id), { reason: 'Somebody else sat there' })
      .expect(204);
    await world.call('post', followUpApiPaths.withdrawCertificate(id), { reason: 'Twice' }).expect(404);
    const checked = await check(known).expect(200);
    expect(checked.body).toMatchObject({ state: 'withdrawn' });
    expect(checked.text).not.toContain('Somebody else');
    await world.http('get', address).expect(404);
    expect(await staffSees()).toMatchObject({ withdrawalReason: 'Somebody else sat there' });
  });

  it('that were withdrawn are had again only once an organiser issues them, also by whoever asked just before', async () => {
    await mark(true);
    await issued();
    const known = await code();
    const { id = '' } = (await staffSees()) ?? {};
    const withdraw = () =>
      world.call('post', followUpApiPaths.withdrawCertificate(id), { reason: 'Somebody else sat there' });
    const answers = await Promise.all([withdraw(), issue(), issue()]);
    expect(answers[0].status).toBe(204);
    await issue().expect(409);
    expect((await world.page(ada)).certificate).toEqual({ state: 'none', code: null });
    expect((await world.get(AfterSession).of([ada.registrationId])).get(ada.registrationId)).toMatchObject({
      hasCertificate: false,
    });
    // The mark itself gives none back.
    await mark(false);
    await mark(true);
    await issue().expect(409);

    const again = () => world.call('post', followUpApiPaths.reissueCertificate(id));
    world.user = await world.as('editor');
    await again().expect(403);
    world.user = world.staff;
    await again().expect(204);
    await again().expect(204);
    expect((await world.page(ada)).certificate).toEqual({
      state: 'ready',
      code: expect.any(String) as string,
    });
    expect(await code()).not.toBe(known);
    await world.http('get', await issued()).expect(200);
    expect((await check(known)).body).toMatchObject({ state: 'withdrawn' });
    expect(
      await world.query(
        `SELECT actor_kind AS by FROM audit_entries
         WHERE subject_id = $1 AND action = 'registration.issue-certificate' ORDER BY at`,
        [ada.registrationId],
      ),
    ).toEqual([{ by: 'participant' }, { by: 'staff' }]);
  });

  it('are issued again only where they were withdrawn, and for who was there', async () => {
    await mark(true);
    await issued();
    const { id = '' } = (await staffSees()) ?? {};
    await world.call('post', followUpApiPaths.reissueCertificate(id)).expect(404);
    await world.call('post', followUpApiPaths.withdrawCertificate(id), { reason: 'Left early' }).expect(204);
    await mark(false);
    await world.call('post', followUpApiPaths.reissueCertificate(id)).expect(409);
  });

  it('are asked about again when their address is used: it is no way around what changed since', async () => {
    await mark(true);
    for (const change of [
      `UPDATE registrations SET state = 'cancelled' WHERE id = $1`,
      `UPDATE participants SET email = NULL, email_key = NULL, name = '', erased_at = now() WHERE id = (SELECT participant_id FROM registrations WHERE id = $1)`,
    ]) {
      ada = await world.somebody(sessionId);
      await mark(true);
      const address = await issued();
      await world.http('get', address).expect(200);
      await world.query(change, [ada.registrationId]);
      await world.http('get', address).expect(404);
    }
  });

  it('go with the mark, and come anew with it', async () => {
    await mark(true);
    await issued();
    const first = await code();
    expect(await mark(false)).toMatchObject({ withdrawn: 1 });
    expect((await check(first)).body).toMatchObject({ state: 'withdrawn' });
    await issue().expect(409);
    await mark(true);
    await issued();
    expect(await code()).not.toBe(first);
    expect((await check(await code())).body).toMatchObject({ state: 'valid' });
  });

  it('are not for the holder of another link', async () => {
    await mark(true);
    const other = await world.somebody(await world.aSession());
    await world
      .http('post', followUpPaths.issueCertificate('en', other.token, ada.registrationId), {})
      .expect(404);
  });
});
