import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { hashOf, JobsModule, PlatformModule, readConfig } from '@reihe/api-platform';
import { MailWorker } from '../delivery/mail-worker';
import { MailModule } from '../mail.module';
import { MailCatcher } from '../testing/mail-catcher';

describe('a mail that waited', () => {
  let database: TestDatabase;
  let catcher: MailCatcher;
  let process: TestingModule;
  let session: string;
  let registration: string;
  const seriesId = randomUUID();
  const participantId = randomUUID();

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    database.dataSource.query<Row[]>(sql, parameters);
  const deliver = () => process.get(MailWorker).deliverDue();
  const rows = () =>
    query<{ state: string; last_error: string | null; attempts: number }>(
      `SELECT state, last_error, attempts FROM outbox_messages`,
    );
  const aMinuteLater = () =>
    query(`UPDATE outbox_messages SET not_before = now() WHERE not_before <= now() + interval '61 seconds'`);

  async function aMail(template: string, unsubscribeUrl: string | null = null): Promise<string> {
    const id = randomUUID();
    await query(
      `INSERT INTO outbox_messages (id, message_id, template, language, to_address, subject, text, html, participant_id, unsubscribe_url)
       VALUES ($1, '<' || $2::text || '@reihe.example>', $3, 'en', 'mara@city.example', 'Water', 'text', '<p>text</p>', $4, $5)`,
      [id, id, template, participantId, unsubscribeUrl],
    );
    return id;
  }

  async function aReminder(): Promise<string> {
    const id = await aMail('reminder');
    await query(
      `INSERT INTO sent_reminders (registration_id, lead_minutes, starts_at, message_id)
       SELECT $1, 60, starts_at, $2 FROM sessions WHERE id = $3`,
      [registration, id, session],
    );
    return id;
  }

  async function aLetter(): Promise<string> {
    const [id, message] = [await aMail('organiser-message'), randomUUID()];
    await query(`INSERT INTO messages (id, session_id, selection, state) VALUES ($1, $2, '{}', 'sent')`, [
      message,
      session,
    ]);
    await query(
      `INSERT INTO message_recipients (message_id, participant_id, position, registration_ids, outcome, outbox_id)
       VALUES ($1, $2, 1, ARRAY[$3::uuid], 'written', $4)`,
      [message, participantId, registration, id],
    );
    return id;
  }

  async function aChange(kind: string): Promise<string> {
    const [change] = await query<{ id: string }>(
      `INSERT INTO session_changes (session_id, session_version, kinds, before, after, undo_until)
       VALUES ($1, 2, ARRAY[$2], '{}', '{}', now() + interval '30 seconds') RETURNING id`,
      [session, kind],
    );
    return change?.id ?? '';
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    catcher = await MailCatcher.listening();
    await query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [seriesId],
    );
    const config = readConfig({ DATABASE_URL: database.url, REIHE_MAIL_FROM: 'Reihe <reihe@reihe.example>' });
    process = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...config, smtpUrl: catcher.url, roles: ['web'] }),
        JobsModule,
        MailModule,
      ],
    }).compile();
    await process.init();
  });
  beforeEach(async () => {
    [session, registration] = [randomUUID(), randomUUID()];
    await query(`INSERT INTO participants (id, language, time_zone) VALUES ($1, 'en', 'UTC')`, [
      participantId,
    ]);
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
       VALUES ($1, $2, 'water', 'published', 'exchange', now() + interval '1 hour', now() + interval '2 hours', '', '', 'UTC', '{en}', 'Ill')`,
      [session, seriesId],
    );
    await query(
      `INSERT INTO registrations (id, session_id, participant_id, state, language, time_zone, privacy_notice)
       VALUES ($1, $2, $3, 'confirmed', 'en', 'UTC', '1')`,
      [registration, session, participantId],
    );
  });
  afterEach(async () => {
    catcher.mails.length = 0;
    await query(`TRUNCATE messages, outbox_messages, sessions, participants CASCADE`);
  });
  afterAll(async () => {
    await process.close();
    await catcher.close();
    await database.close();
  });

  it('goes where everything still is as it says', async () => {
    await aReminder();
    await aLetter();
    await aChange('meeting');
    await aMail('thanks', 'https://reihe.example/en/unsubscribe/token');
    expect(await deliver()).toBe(3);
  });

  it.each([
    [
      'the place was given up',
      `UPDATE registrations SET state = 'cancelled' WHERE id = $1`,
      () => registration,
    ],
    ['the session was called off', `UPDATE sessions SET state = 'cancelled' WHERE id = $1`, () => session],
    [
      'the session begins at another time',
      `UPDATE sessions SET starts_at = starts_at + interval '5 minutes' WHERE id = $1`,
      () => session,
    ],
    [
      'the session has begun',
      `UPDATE sessions SET starts_at = now() - interval '1 second' WHERE id = $1`,
      () => session,
    ],
  ])('does not remind where meanwhile %s: it is left to who wrote it', async (_what, change, id) => {
    await aReminder();
    await query(change, [id()]);
    expect(await deliver()).toBe(0);
    expect(await rows()).toEqual([{ state: 'queued', last_error: 'outdated', attempts: 0 }]);
    expect(catcher.mails).toEqual([]);
  });

  it('does not remind either where its first worker was killed in between', async () => {
    await aReminder();
    await query(`UPDATE outbox_messages SET state = 'sending', attempts = 1, not_before = now()`);
    await query(`UPDATE registrations SET state = 'cancelled'`);
    expect(await deliver()).toBe(0);
    expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1 }]);
  });

  it('does not hold up the others, and is looked at again a minute later', async () => {
    const id = await aReminder();
    await query(`UPDATE outbox_messages SET not_before = now() - interval '1 hour'`);
    await query(`UPDATE registrations SET state = 'cancelled'`);
    const other = await aMail('promoted');
    expect(await deliver()).toBe(1);
    expect(catcher.mails.map(({ messageId }) => messageId)).toEqual([`<${other}@reihe.example>`]);
    await query(`UPDATE registrations SET state = 'confirmed'`);
    expect(await deliver()).toBe(0);
    await aMinuteLater();
    expect(await deliver()).toBe(1);
    expect(catcher.mails.at(-1)?.messageId).toBe(`<${id}@reihe.example>`);
  });

  it('is not sent as a letter about a session that moved since, but is where that was undone', async () => {
    await aLetter();
    const change = await aChange('moved');
    expect(await deliver()).toBe(0);
    await query(`UPDATE session_changes SET undone_at = now() WHERE id = $1`, [change]);
    expect(await deliver()).toBe(0);
    await aMinuteLater();
    expect(await deliver()).toBe(1);
  });

  it('is not sent as news to somebody who ended them since, of this series or of all, nor when asked for again', async () => {
    for (const series of [seriesId, null]) {
      await query(
        `INSERT INTO unsubscribe_links (token_hash, participant_id, series_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [hashOf('the-token'), participantId, seriesId],
      );
      await aMail('thanks', 'https://reihe.example/en/unsubscribe/the-token');
      await query(`INSERT INTO news_opt_outs (participant_id, series_id) VALUES ($1, $2)`, [
        participantId,
        series,
      ]);
      expect(await deliver()).toBe(0);
      expect(await rows()).toEqual([{ state: 'failed', last_error: 'unsubscribed since', attempts: 0 }]);
      await query(`UPDATE outbox_messages SET state = 'queued', not_before = now()`);
      expect(await deliver()).toBe(0);
      await query(`DELETE FROM outbox_messages`);
      await query(`DELETE FROM news_opt_outs`);
    }
    await query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES (gen_random_uuid(), 'heat', 'published', '2026-01-01', '2026-12-31', 'en', 'UTC')`,
    );
    await query(
      `INSERT INTO news_opt_outs (participant_id, series_id) SELECT $1, id FROM series WHERE slug = 'heat'`,
      [participantId],
    );
    await aMail('thanks', 'https://reihe.example/en/unsubscribe/the-token');
    expect(await deliver()).toBe(1);
  });
});
