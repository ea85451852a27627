import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { TransactionHost } from '@nestjs-cls/transactional';
import { Database, openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { JobsModule, PlatformModule, readConfig } from '@reihe/api-platform';
import ICAL from 'ical.js';
import { calendarFile, calendarUid } from '../calendar/calendar-file';
import { MailWorker } from '../delivery/mail-worker';
import { MailModule } from '../mail.module';
import { MailCatcher } from '../testing/mail-catcher';
import { Outbox, type Mail } from './outbox';
import { OutboxRepository } from './outbox.repository';
import { OutboxService } from './outbox.service';
import { SessionNewsMessages } from './session-news.repository';

const CLAIM_SECONDS = 300;
const MAX_ATTEMPTS = 8;

/** Something to wait for. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

describe('mails about a change that can still be undone', () => {
  let database: TestDatabase;
  let catcher: MailCatcher;
  const running: TestingModule[] = [];
  const sessionId = randomUUID();
  let changeId: string;

  async function aProcess(roles: ('web' | 'worker')[] = ['web']): Promise<TestingModule> {
    const config = readConfig({
      DATABASE_URL: database.url,
      REIHE_BASE_URL: 'https://reihe.example',
      REIHE_MAIL_FROM: 'Reihe <reihe@reihe.example>',
    });
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...config, smtpUrl: catcher.url, roles }),
        JobsModule,
        MailModule,
      ],
    }).compile();
    running.push(await module.init());
    return module;
  }

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    database.dataSource.query<Row[]>(sql, parameters);
  const inTransaction = <T>(process: TestingModule, work: () => Promise<T>): Promise<T> =>
    process.get(TransactionHost).withTransaction<T>(work);
  const due = () =>
    query(
      `UPDATE outbox_messages SET send_after = now() - interval '1 second', not_before = now() - interval '1 second'`,
    );

  function theNews(secondsHeld: number, to = 'mara@city.example'): Mail<'session-moved'> {
    const session = {
      title: 'Water',
      url: 'https://reihe.example/en/sessions/water',
      startsAt: new Date('2026-10-07T12:00:00Z'),
      endsAt: new Date('2026-10-07T13:30:00Z'),
      timeZone: 'Europe/Berlin',
    };
    const known = { startsAt: new Date('2026-10-06T12:00:00Z'), endsAt: new Date('2026-10-06T13:30:00Z') };
    return {
      template: 'session-moved',
      language: 'en',
      to,
      toName: 'Mara',
      timeZone: 'Pacific/Kiritimati',
      participantId: null,
      data: {
        session,
        previousStartsAt: known.startsAt,
        previousEndsAt: known.endsAt,
        isMeetingNew: true,
        meeting: { url: 'https://reihe.example/join/1' },
        hasCalendar: true,
        manageLink: 'https://reihe.example/en/register/manage/token',
        roles: [],
        added: { text: 'Sorry for the trouble.', language: 'en' },
      },
      calendar: {
        method: 'REQUEST',
        file: calendarFile({
          method: 'REQUEST',
          organiser: { name: 'Reihe', email: 'reihe@reihe.example' },
          attendee: { name: 'Mara', email: to },
          writtenAt: new Date('2026-09-01T08:00:00Z'),
          events: [
            { ...session, uid: calendarUid(sessionId), sequence: 3, description: '', status: 'confirmed' },
          ],
        }),
      },
      news: {
        sessionId,
        change: { id: changeId, sendAfter: new Date(Date.now() + secondsHeld * 1000) },
        tells: {
          audience: 'seat',
          knownStartsAt: known.startsAt.toISOString(),
          knownEndsAt: known.endsAt.toISOString(),
          tellsMeeting: true,
          owesMeeting: false,
        },
      },
    };
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    const seriesId = randomUUID();
    await query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [seriesId],
    );
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, 'water', 'published', 'exchange', '2026-10-07T12:00Z', '2026-10-07T13:30Z', '2026-10-07T14:00',
               '2026-10-07T15:30', 'Europe/Berlin', '{en}')`,
      [sessionId, seriesId],
    );
  });
  beforeEach(async () => {
    catcher = await MailCatcher.listening();
    const [change] = await query<{ id: string }>(
      `INSERT INTO session_changes (session_id, session_version, kinds, before, after, undo_until)
       VALUES ($1, 2, '{moved}', '{}', '{}', now() + interval '30 seconds') RETURNING id`,
      [sessionId],
    );
    changeId = change?.id ?? '';
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((module) => module.close()));
    await catcher.close();
    await query(`DELETE FROM outbox_messages`);
  });
  afterAll(() => database.close());

  it('go by themselves when their time comes, in another process than the one that wrote them', async () => {
    // First of all: a job that waits for a later moment would be one with this one.
    const writer = await aProcess();
    await inTransaction(writer, async () => {
      await writer.get(Outbox).enqueue(theNews(1, 'a@city.example'));
    });
    await inTransaction(writer, () => writer.get(Outbox).enqueue(theNews(3, 'b@city.example')));
    await aProcess(['worker']);
    const deadline = Date.now() + 20_000;
    while (catcher.mails.length < 2 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(catcher.mails).toHaveLength(2);
  }, 30_000);

  it('do not go before their time, not even when staff ask for it; then whole, part by part', async () => {
    const process = await aProcess();
    await inTransaction(process, () => process.get(Outbox).enqueue(theNews(30)));
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    const { items } = await process.get(OutboxService).list({ page: 1, pageSize: 25 });
    expect(items[0]).toMatchObject({ state: 'queued', sendAfter: expect.any(String) as string });
    await process.get(OutboxService).retry(items[0]?.id ?? '');
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    expect(catcher.mails).toEqual([]);

    await due();
    expect(await process.get(MailWorker).deliverDue()).toBe(1);
    const [mail] = catcher.mails;
    expect(mail?.subject).toBe('New time: Water');
    expect(mail?.raw).toMatch(/Content-Type: multipart\/mixed[\s\S]*Content-Type: multipart\/alternative/);
    // Where the day is another one already.
    expect(mail?.text).toContain('Your time: Thursday, 8 October 2026, 02:00–03:30');
    expect(mail?.text).toContain('It was to be: Wednesday, 7 October 2026, 02:00–03:30');
    expect(mail?.text).toContain('Host’s time: Wednesday, 7 October 2026, 14:00–15:30');
    expect(mail?.text).toContain('> Sorry for the trouble.');
    expect(mail?.html).toContain('https://reihe.example/join/1');
    expect(mail?.html).toContain('Sorry for the trouble.');
    expect(mail?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
    const attached = mail?.attachments.find(({ filename }) => filename === 'session.ics');
    const calendar = new ICAL.Component(
      ICAL.parse(attached?.content.toString() ?? '') as [string, never, never],
    );
    const event = calendar.getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('uid')).toBe(calendarUid(sessionId));
    expect(event?.getFirstPropertyValue('sequence')).toBe(3);
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Berlin');
  });

  it('cannot be due earlier, whoever writes it: the database refuses', async () => {
    const process = await aProcess();
    await inTransaction(process, () => process.get(Outbox).enqueue(theNews(30)));
    await expect(query(`UPDATE outbox_messages SET not_before = now()`)).rejects.toThrow(
      'ck_outbox_messages_held',
    );
  });

  it('are all taken back, or none: a message that a worker has is counted, and the rest stays', async () => {
    const process = await aProcess();
    await inTransaction(process, async () => {
      for (const to of ['a@city.example', 'b@city.example'])
        await process.get(Outbox).enqueue(theNews(30, to));
    });
    await query(`UPDATE outbox_messages SET state = 'sending', attempts = 1 WHERE to_address LIKE 'a@%'`);
    await expect(
      inTransaction(process, async () => {
        const { gone, unsent } = await process.get(SessionNewsMessages).takeBack(changeId);
        expect([gone, unsent.map(({ reader }) => reader)]).toEqual([1, ['b@city.example']]);
        throw new Error('too late');
      }),
    ).rejects.toThrow('too late');
    expect(await query(`SELECT FROM outbox_messages`)).toHaveLength(2);
  });

  it('are replaced by a newer one, and dropped for who gave their place back, also where they failed', async () => {
    const process = await aProcess();
    const participantId = randomUUID();
    await query(`INSERT INTO participants (id, language, time_zone) VALUES ($1, 'en', 'UTC')`, [
      participantId,
    ]);
    const write = () =>
      inTransaction(process, async () => {
        await process.get(Outbox).enqueueAll(
          ['waits', 'failed', 'sent'].map((state) => ({
            ...theNews(30, `${state}@city.example`),
            participantId,
          })),
        );
        for (const state of ['failed', 'sent'])
          await process
            .get(Database)
            .query(
              `WITH u AS (UPDATE outbox_messages SET state = $1 WHERE to_address LIKE $1 || '@%') SELECT`,
              [state],
            );
      });
    const left = () => query(`SELECT to_address AS to FROM outbox_messages`);
    await write();
    const replaced = await process.get(SessionNewsMessages).replaceWaiting(sessionId);
    expect(replaced.map(({ tells }) => tells.knownStartsAt)).toHaveLength(2);
    expect(await left()).toEqual([{ to: 'sent@city.example' }]);
    await query(`DELETE FROM outbox_messages`);
    await write();
    await process.get(SessionNewsMessages).dropWaiting([{ sessionId, participantId }]);
    expect(await left()).toEqual([{ to: 'sent@city.example' }]);
  });

  it('know who was told when the session is by any other mail since, and by none before', async () => {
    const process = await aProcess();
    const since = new Date(Date.now() - 60_000);
    const told = new Map<string, string>();
    for (const [template, about] of [
      ['promoted', sessionId],
      ['reminder', sessionId],
      ['organiser-message', sessionId],
      ['registration-confirmed', null],
      ['reminder', randomUUID()],
      ['cancelled-by-you', sessionId],
      ['thanks', sessionId],
    ] as const) {
      const id = randomUUID();
      told.set(id, `${template} ${about === sessionId ? 'here' : about === null ? 'several' : 'elsewhere'}`);
      await query(`INSERT INTO participants (id, language, time_zone) VALUES ($1, 'en', 'UTC')`, [id]);
      await query(
        `INSERT INTO outbox_messages (message_id, template, language, to_address, subject, text, html, participant_id, thread_id)
         VALUES ($1::uuid::text, $2, 'en', '', '', '', '', $1::uuid, $3)`,
        [id, template, about && `<session-${about}.${id}@reihe.example>`],
      );
    }
    const news = process.get(SessionNewsMessages);
    const informed = await news.informedSince(since, sessionId, [...told.keys()]);
    expect(informed.map((id) => told.get(id)).sort()).toEqual([
      'organiser-message here',
      'promoted here',
      'registration-confirmed several',
      'reminder here',
    ]);
    expect(await news.informedSince(new Date(Date.now() + 60_000), sessionId, [...told.keys()])).toEqual([]);
  });

  describe('when a worker claims one in the moment in which they are taken back', () => {
    /** A worker between claiming and committing, and somebody who takes the change back meanwhile. */
    async function race(takeBack: (process: TestingModule) => Promise<boolean>): Promise<{
      isTakenBack: boolean;
      claimed: number;
      left: number;
    }> {
      const [worker, desk] = await Promise.all([aProcess(), aProcess()]);
      await inTransaction(worker, () => worker.get(Outbox).enqueue(theNews(30)));
      await due();
      // Each in a context of its own: started inside the other's transaction it would be part of it.
      const hasClaimed = gate();
      const mayCommit = gate();
      const claiming = inTransaction(worker, async () => {
        const message = await worker.get(OutboxRepository).claimNext(CLAIM_SECONDS, MAX_ATTEMPTS);
        hasClaimed.resolve();
        await mayCommit.promise;
        return message;
      });
      await hasClaimed.promise;
      const takingBack = inTransaction(desk, () => takeBack(desk)).catch(() => false);
      await new Promise((resolve) => setTimeout(resolve, 300));
      mayCommit.resolve();
      const [claimed, isTakenBack] = await Promise.all([claiming, takingBack]);
      const left = await query(`SELECT FROM outbox_messages`);
      return { isTakenBack, claimed: claimed ? 1 : 0, left: left.length };
    }

    it('says that it is too late, and the mail goes', async () => {
      const outcome = await race(async (process) => {
        const { gone } = await process.get(SessionNewsMessages).takeBack(changeId);
        if (gone > 0) throw new Error('too late');
        return true;
      });
      expect(outcome).toEqual({ isTakenBack: false, claimed: 1, left: 1 });
    });

    it('would say that nobody was told, while the mail goes, were it looked first and deleted after (negative control)', async () => {
      const outcome = await race(async (process) => {
        const database = process.get(Database);
        const [seen] = await database.query<{ gone: number }>(
          `SELECT count(*)::int AS gone FROM outbox_messages WHERE change_id = $1 AND state <> 'queued'`,
          [changeId],
        );
        if (seen?.gone !== 0) throw new Error('too late');
        await database.query(`WITH d AS (DELETE FROM outbox_messages WHERE change_id = $1) SELECT`, [
          changeId,
        ]);
        return true;
      });
      expect(outcome).toEqual({ isTakenBack: true, claimed: 1, left: 0 });
    });

    it('leaves the worker nothing where it comes second', async () => {
      const [worker, desk] = await Promise.all([aProcess(), aProcess()]);
      await inTransaction(worker, () => worker.get(Outbox).enqueue(theNews(30)));
      await due();
      const hasTaken = gate();
      const mayCommit = gate();
      const taking = inTransaction(desk, async () => {
        const { gone } = await desk.get(SessionNewsMessages).takeBack(changeId);
        hasTaken.resolve();
        await mayCommit.promise;
        return gone;
      });
      await hasTaken.promise;
      const claimed = await worker.get(OutboxRepository).claimNext(CLAIM_SECONDS, MAX_ATTEMPTS);
      mayCommit.resolve();
      expect(await taking).toBe(0);
      expect(claimed).toBeNull();
      expect(await worker.get(MailWorker).deliverDue()).toBe(0);
      expect(catcher.mails).toEqual([]);
    });
  });
});
