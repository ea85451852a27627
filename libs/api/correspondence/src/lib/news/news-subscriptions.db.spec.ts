import { hashOf, newToken } from '@reihe/api-platform';
import { readerPaths } from '@reihe/shared-contracts';
import type { NewsSubscription } from '@reihe/shared-registration';
import { CorrespondenceWorld, type WorldPerson } from '../testing/correspondence-world';

describe('unsubscribing from news', () => {
  let world: CorrespondenceWorld;
  let mara: WorldPerson;
  let token: string;
  const address = () => `/de/unsubscribe/${token}`;
  const read = async () =>
    (await world.call('get', readerPaths.newsSubscription).set('Authorization', `Bearer ${token}`))
      .body as NewsSubscription;
  const optOuts = () =>
    world.query<{ series: string | null }>(
      `SELECT series_id AS series FROM news_opt_outs ORDER BY series_id`,
    );
  const post = (fields: Record<string, string>) => world.http('post', address()).type('form').send(fields);

  beforeAll(async () => {
    world = await CorrespondenceWorld.make();
  });
  beforeEach(async () => {
    mara = await world.aPerson('mara@city.example');
    token = newToken();
    await world.query(
      `INSERT INTO unsubscribe_links (token_hash, participant_id, series_id) VALUES ($1, $2, $3)`,
      [hashOf(token), mara.id, world.seriesId],
    );
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('happens by the one click of a mail program, which is answered and sent nowhere else', async () => {
    const response = await post({ 'List-Unsubscribe': 'One-Click' });
    expect(response.status).toBe(200);
    expect(response.headers['location']).toBeUndefined();
    expect(await optOuts()).toEqual([{ series: world.seriesId }]);
    expect((await post({ 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await optOuts()).toHaveLength(1);
    expect(await read()).toEqual({ seriesTitle: 'Water cities', isSubscribed: false, isOutOfAll: false });
  });

  it('happens by one click also of mail programs that send it as a form with parts (RFC 8058, 3.1)', async () => {
    const response = await world.http('post', address()).field('List-Unsubscribe', 'One-Click');
    expect([response.status, response.headers['location']]).toEqual([200, undefined]);
    expect(await optOuts()).toEqual([{ series: world.seriesId }]);
  });

  it('takes no file along with it, and nothing endless', async () => {
    const withFile = await world
      .http('post', address())
      .field('List-Unsubscribe', 'One-Click')
      .attach('file', Buffer.from('x'), 'x.txt');
    expect(withFile.status).toBe(400);
    const endless = await world.http('post', address()).field('choice', 'stop'.repeat(10_000));
    expect(endless.status).toBeGreaterThanOrEqual(400);
    expect(endless.status).toBeLessThan(500);
    expect(await optOuts()).toEqual([]);
  });

  it('happens by a button without JavaScript, of one series or of all, and can be taken back there', async () => {
    const stopped = await post({ choice: 'stop' });
    expect([stopped.status, stopped.headers['location']]).toEqual([303, address()]);
    await post({ choice: 'stop-all' });
    expect(await read()).toEqual({ seriesTitle: 'Water cities', isSubscribed: false, isOutOfAll: true });
    await post({ choice: 'again' });
    expect(await read()).toEqual({ seriesTitle: 'Water cities', isSubscribed: true, isOutOfAll: false });
    expect(await optOuts()).toEqual([]);
  });

  it('is recorded by reference, once per change', async () => {
    await post({ choice: 'stop' });
    await post({ choice: 'stop' });
    await post({ choice: 'again' });
    expect(
      await world.query(
        `SELECT action, actor_kind, after FROM audit_entries WHERE subject_id = $1 ORDER BY at`,
        [mara.id],
      ),
    ).toEqual([
      { action: 'participant.news-stopped', actor_kind: 'participant', after: { seriesId: world.seriesId } },
      { action: 'participant.news-again', actor_kind: 'participant', after: { seriesId: world.seriesId } },
    ]);
  });

  it('changes nothing by opening the page: scanners open every address', async () => {
    await read();
    expect(await optOuts()).toEqual([]);
  });

  const refusal = async () => {
    const answer = await world
      .call('get', readerPaths.newsSubscription)
      .set('Authorization', `Bearer ${token}`);
    return [answer.status, (answer.body as { code: string }).code];
  };

  it('by a link of nobody is refused, and so is a choice that there is not', async () => {
    expect((await post({ choice: 'everything' })).status).toBe(400);
    token = newToken();
    expect((await post({ choice: 'stop' })).status).toBe(404);
    expect(await refusal()).toEqual([404, 'registration.link-unknown']);
    expect((await post({ choice: 'everything' })).status).toBe(400);
    expect(await optOuts()).toEqual([]);
  });

  it('by a link of somebody erased is refused, by page and by one click, and leaves nothing of them', async () => {
    expect((await read()).isSubscribed).toBe(true);
    // As erasing leaves the row: for the counts, without the person.
    await world.query(
      `UPDATE participants SET email = NULL, email_key = NULL, name = '', erased_at = now() WHERE id = $1`,
      [mara.id],
    );
    expect(await refusal()).toEqual([404, 'registration.link-unknown']);
    expect((await post({ choice: 'stop' })).status).toBe(404);
    expect((await post({ 'List-Unsubscribe': 'One-Click' })).status).toBe(404);
    expect(await optOuts()).toEqual([]);
    expect(await world.query(`SELECT FROM audit_entries WHERE subject_id = $1`, [mara.id])).toEqual([]);
  });

  it('takes waiting news back, and nothing else', async () => {
    const mail = (to: string, unsubscribe: string | null) =>
      world.query(
        `INSERT INTO outbox_messages (message_id, template, language, to_address, subject, text, html, participant_id, unsubscribe_url)
         VALUES (gen_random_uuid(), 'thanks', 'en', $1, '', '', '', $2, $3)`,
        [to, mara.id, unsubscribe],
      );
    await mail('place', null);
    await mail('news', `https://reihe.example/en/unsubscribe/${token}`);
    await mail('other series', 'https://reihe.example/en/unsubscribe/another-token');
    await post({ choice: 'stop' });
    expect((await world.mails()).map(({ to_address }) => to_address)).toEqual(['place', 'other series']);
  });

  it('takes news back that failed and could be sent again; what went or is going stays', async () => {
    for (const state of ['failed', 'sent', 'sending'])
      await world.query(
        `INSERT INTO outbox_messages (message_id, template, language, to_address, subject, text, html, participant_id, unsubscribe_url, state)
         VALUES (gen_random_uuid(), 'thanks', 'en', $1, '', '', '', $2, $3, $1)`,
        [state, mara.id, `https://reihe.example/en/unsubscribe/${token}`],
      );
    await post({ choice: 'stop' });
    expect((await world.mails()).map(({ to_address }) => to_address)).toEqual(['sent', 'sending']);
  });
});
