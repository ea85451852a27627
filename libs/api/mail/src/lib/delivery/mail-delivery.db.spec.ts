import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Transactional } from '@nestjs-cls/transactional';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { JobsModule, PlatformModule, readConfig } from '@reihe/api-platform';
import ICAL from 'ical.js';
import { calendarFile } from '../calendar/calendar-file';
import { MailModule } from '../mail.module';
import { Outbox, type Mail } from '../outbox/outbox';
import { OutboxService } from '../outbox/outbox.service';
import { MailCatcher } from '../testing/mail-catcher';
import { MAX_ATTEMPTS, MailWorker } from './mail-worker';

const participantId = '00000000-0000-4000-8000-000000000001';
const session = {
  title: 'Water',
  url: 'https://reihe.example/en/sessions/water',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T13:30:00Z'),
  timeZone: 'Europe/Berlin',
};

function aMail(changes: Partial<Mail<'promoted'>> = {}): Mail<'promoted'> {
  return {
    template: 'promoted',
    language: 'de',
    to: 'mara@city.example',
    toName: 'Mära Ñandú',
    timeZone: 'Europe/Berlin',
    participantId,
    data: {
      session,
      meeting: { url: 'https://reihe.example/join/1' },
      manageLink: 'https://reihe.example/de/register/manage/token',
      release: 'https://reihe.example/de/register/release/token',
    },
    ...changes,
  };
}

@Injectable()
class Cause {
  constructor(private readonly outbox: Outbox) {}

  @Transactional()
  async happen(mails: Mail<'promoted' | 'organiser-message'>[], fails = false): Promise<void> {
    for (const mail of mails) await this.outbox.enqueue(mail);
    if (fails) throw new Error('the cause was taken back');
  }
}

interface Message {
  id: string;
  message_id: string;
  state: string;
  attempts: number;
  last_error: string | null;
  seconds: number;
}

describe('mail', () => {
  let database: TestDatabase;
  let catcher: MailCatcher;
  const running: TestingModule[] = [];

  async function aProcess(smtpUrl: string | null, roles: ('web' | 'worker')[] = ['web']) {
    const config = readConfig({
      DATABASE_URL: database.url,
      REIHE_BASE_URL: 'https://reihe.example',
      REIHE_MAIL_FROM: 'Reihe <reihe@reihe.example>',
    });
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...config, smtpUrl, roles }),
        JobsModule,
        MailModule,
      ],
      providers: [Cause],
    }).compile();
    running.push(await module.init());
    return module;
  }

  const messages = () =>
    database.dataSource.query<Message[]>(
      `SELECT id, message_id, state, attempts, last_error, round(extract(epoch FROM not_before - now()))::int AS seconds
       FROM outbox_messages ORDER BY to_address`,
    );
  const dueNow = () =>
    database.dataSource.query(`UPDATE outbox_messages SET not_before = now() WHERE state <> 'sent'`);

  beforeAll(async () => {
    database = await openTestDatabase();
    await database.dataSource.query(
      `INSERT INTO participants (id, language, time_zone) VALUES ($1, 'de', 'Europe/Berlin')`,
      [participantId],
    );
  });
  beforeEach(async () => {
    catcher = await MailCatcher.listening();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((module) => module.close()));
    await catcher.close();
    await database.dataSource.query(`DELETE FROM outbox_messages`);
  });
  afterAll(() => database.close());

  it('arrives with text, HTML and a calendar entry that other programs understand', async () => {
    const process = await aProcess(catcher.url);
    const file = calendarFile({
      method: 'REQUEST',
      organiser: { name: 'Reihe', email: 'reihe@reihe.example' },
      attendee: { name: 'Mära', email: 'mara@city.example' },
      writtenAt: new Date('2026-09-01T08:00:00Z'),
      events: [
        { ...session, uid: 'session-1@reihe.example', sequence: 2, description: '', status: 'confirmed' },
      ],
    });
    await process.get(Cause).happen([aMail({ calendar: { method: 'REQUEST', file } })]);
    expect(await process.get(MailWorker).deliverDue()).toBe(1);

    const [mail] = catcher.mails;
    const [row] = await messages();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
    expect(mail?.messageId).toBe(row?.message_id);
    expect(mail?.from?.text).toBe('"Reihe" <reihe@reihe.example>');
    expect(mail?.to).toMatchObject({ value: [{ name: 'Mära Ñandú', address: 'mara@city.example' }] });
    expect(mail?.subject).toBe('Sie haben einen Platz: Water');
    expect(mail?.text).toContain('Guten Tag, Mära Ñandú,');
    expect(mail?.text).toContain('https://reihe.example/join/1');
    expect(mail?.html).toContain('lang="de"');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.raw).toMatch(/multipart\/alternative/);
    expect(mail?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
    const attached = mail?.attachments.find(({ filename }) => filename === 'session.ics');
    const calendar = new ICAL.Component(
      ICAL.parse(attached?.content.toString() ?? '') as [string, never, never],
    );
    const event = calendar.getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('sequence')).toBe(2);
    expect(event?.getFirstProperty('attendee')?.getParameter('partstat')).toBe('ACCEPTED');
  });

  it('hangs together for one reader and session, and stands alone where it is about several', async () => {
    const process = await aProcess(catcher.url);
    const about = (id: string) => ({ ...aMail().data, session: { ...session, id } });
    await process
      .get(Cause)
      .happen([
        aMail({ data: about('s1') }),
        aMail({ data: about('s1') }),
        aMail({ data: about('s2') }),
        aMail({ data: about('s1'), participantId: null, to: 'speaker@city.example' }),
        aMail(),
      ]);
    await process.get(MailWorker).deliverDue();
    const roots = catcher.mails.map(({ inReplyTo }) => inReplyTo ?? null);
    const own = (session: string) => `<session-${session}.${participantId}@reihe.example>`;
    expect(roots).toHaveLength(5);
    expect(roots.filter((root) => root === own('s1'))).toHaveLength(2);
    expect(roots).toEqual(
      expect.arrayContaining([
        own('s2'),
        expect.stringMatching(/^<session-s1\.[0-9a-f]{32}@reihe\.example>$/),
        null,
      ]),
    );
    for (const { inReplyTo, references } of catcher.mails) expect(references).toBe(inReplyTo);
    expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(5);
  });

  it('says how news are ended by one click, and nothing of it where a place is held', async () => {
    const process = await aProcess(catcher.url);
    const unsubscribeUrl = 'https://reihe.example/de/unsubscribe/token';
    await process.get(Cause).happen([aMail({ unsubscribeUrl }), aMail({ to: 'place@city.example' })]);
    await process.get(MailWorker).deliverDue();
    const header = (to: string, name: string) =>
      new RegExp(`^${name}: (.*)\\r?$`, 'm').exec(
        catcher.mails.find(({ raw }) => raw.includes(to))?.raw ?? '',
      )?.[1];
    expect(header('mara@city.example', 'List-Unsubscribe')).toBe(`<${unsubscribeUrl}>`);
    expect(header('mara@city.example', 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header('place@city.example', 'List-Unsubscribe')).toBeUndefined();
    expect(header('place@city.example', 'List-Unsubscribe-Post')).toBeUndefined();
  });

  it('is not sent when it is too late to be of use', async () => {
    const process = await aProcess(catcher.url);
    const usefulUntil = new Date(Date.now() - 1_000);
    await process.get(Cause).happen([aMail({ usefulUntil })]);
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    expect(await messages()).toMatchObject([{ state: 'failed', last_error: 'too late to be of use' }]);
  });

  it('adds no header, recipient or second mail for a hostile name', async () => {
    const process = await aProcess(catcher.url);
    const toName = 'Eve\r\nBcc: all@city.example\r\n\r\n<b>hello</b>';
    const title = 'Water\r\nX-Injected: yes';
    const data = { ...aMail().data, session: { ...session, title } };
    await process.get(Cause).happen([aMail({ toName, data })]);
    await process.get(MailWorker).deliverDue();
    expect(catcher.mails).toHaveLength(1);
    expect(catcher.mails[0]?.bcc).toBeUndefined();
    expect(catcher.mails[0]?.headers.has('x-injected')).toBe(false);
    expect(catcher.mails[0]?.subject).toBe('Sie haben einen Platz: Water X-Injected: yes');
  });

  it('leaves nothing behind when its cause is taken back', async () => {
    const process = await aProcess(catcher.url);
    await expect(process.get(Cause).happen([aMail()], true)).rejects.toThrow('taken back');
    expect(await messages()).toEqual([]);
  });

  it('waits, unclaimed, where there is no mail server', async () => {
    const process = await aProcess(null);
    await process.get(Cause).happen([aMail()]);
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    expect(await messages()).toMatchObject([{ state: 'queued', attempts: 0 }]);
    expect(await process.get(OutboxService).status()).toEqual({
      isMailServerConfigured: false,
      queued: 1,
      failed: 0,
    });
  });

  it('is sent once, however many workers look for it', async () => {
    const workers = await Promise.all([aProcess(catcher.url), aProcess(catcher.url), aProcess(catcher.url)]);
    const mails = Array.from({ length: 30 }, (_, index) => aMail({ to: `reader-${index}@city.example` }));
    await workers[0]?.get(Cause).happen(mails);
    const sent = await Promise.all(workers.map((worker) => worker.get(MailWorker).deliverDue()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(new Set(catcher.mails.map((mail) => mail.messageId)).size).toBe(30);
    expect(catcher.mails).toHaveLength(30);
  });

  it('goes before letters to many, which nobody is waiting for', async () => {
    const process = await aProcess(catcher.url);
    const letters = Array.from({ length: 3 }, (_, index) => ({
      ...aMail({ to: `reader-${index}@city.example` }),
      template: 'organiser-message' as const,
      data: { subject: 'Maps', body: 'Bring maps.', language: 'en' as const, sessionId: null, isTest: false },
    }));
    await process.get(Cause).happen([...letters, aMail()]);
    await process.get(MailWorker).deliverDue();
    expect(catcher.mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([
      expect.stringContaining('mara@'),
      expect.stringContaining('reader-0@'),
      expect.stringContaining('reader-1@'),
      expect.stringContaining('reader-2@'),
    ]);
  });

  it('is taken again with the same Message-ID when its worker was killed', async () => {
    const process = await aProcess(catcher.url);
    await process.get(Cause).happen([aMail()]);
    // What a killed worker leaves: claimed, its time not over.
    await database.dataSource.query(
      `UPDATE outbox_messages SET state = 'sending', attempts = 1, claimed_at = now(), not_before = now() + interval '5 minutes'`,
    );
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    await database.dataSource.query(`UPDATE outbox_messages SET not_before = now() - interval '1 second'`);
    expect(await process.get(MailWorker).deliverDue()).toBe(1);
    const [row] = await messages();
    expect(row).toMatchObject({ state: 'sent', attempts: 2 });
    expect(catcher.mails[0]?.messageId).toBe(row?.message_id);
  });

  it('is given up where it kills its worker every time', async () => {
    const process = await aProcess(catcher.url);
    await process.get(Cause).happen([aMail()]);
    await database.dataSource.query(
      `UPDATE outbox_messages SET state = 'sending', attempts = $1, not_before = now() - interval '1 second'`,
      [MAX_ATTEMPTS],
    );
    expect(await process.get(MailWorker).deliverDue()).toBe(0);
    expect(await messages()).toMatchObject([{ state: 'failed' }]);
  });

  it('is tried again after growing pauses, given up after eight tries, and sent when asked again', async () => {
    const process = await aProcess(catcher.url);
    await process.get(Cause).happen([aMail()]);
    catcher.refusal = { code: 451, words: 'mailbox of mara@city.example busy' };
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await dueNow();
      expect(await process.get(MailWorker).deliverDue()).toBe(0);
      const [row] = await messages();
      expect(row).toMatchObject({ attempts: attempt, state: attempt < 8 ? 'queued' : 'failed' });
      pauses.push(row?.seconds ?? 0);
    }
    expect(pauses.slice(0, 7)).toEqual([60, 300, 900, 3_600, 10_800, 21_600, 43_200]);
    const [failed] = await messages();
    expect(failed?.last_error).toContain('busy');
    expect(failed?.last_error).not.toContain('mara@');
    await dueNow();
    expect(await process.get(MailWorker).deliverDue()).toBe(0);

    catcher.refusal = null;
    await process.get(OutboxService).retry(failed?.id ?? '');
    expect(await process.get(MailWorker).deliverDue()).toBe(1);
    await expect(process.get(OutboxService).retry(failed?.id ?? '')).rejects.toMatchObject({
      code: 'outbox.wrong-state',
    });
  });

  it('does not use up the tries of all messages while the server is away', async () => {
    const away = 'smtp://127.0.0.1:1';
    const process = await aProcess(away);
    await process.get(Cause).happen([aMail({ to: 'a@city.example' }), aMail({ to: 'b@city.example' })]);
    await process.get(MailWorker).deliverDue();
    const tries = (await messages()).map(({ attempts }) => attempts).sort();
    expect(tries).toEqual([0, 1]);
  });

  it('is on its way right after the commit, without anybody calling the worker', async () => {
    const process = await aProcess(catcher.url, ['web', 'worker']);
    await process.get(Cause).happen([aMail()]);
    const deadline = Date.now() + 20_000;
    while (catcher.mails.length === 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(catcher.mails).toHaveLength(1);
  });

  it('can be searched by staff, by address, name, subject and state', async () => {
    const process = await aProcess(null);
    await process
      .get(Cause)
      .happen([aMail({ to: 'a_b@city.example' }), aMail({ to: 'axb@city.example', toName: 'Otto' })]);
    const outbox = process.get(OutboxService);
    const found = async (q: string) =>
      (await outbox.list({ page: 1, pageSize: 25, q })).items.map(({ to }) => to);
    expect(await found('A_B')).toEqual(['a_b@city.example']);
    expect(await found('otto')).toEqual(['axb@city.example']);
    expect(await found('einen Platz')).toHaveLength(2);
    expect((await outbox.list({ page: 1, pageSize: 25, state: 'sent' })).total).toBe(0);
    const { items } = await outbox.list({ page: 2, pageSize: 1 });
    const message = await outbox.read(items[0]?.id ?? '');
    expect(message.html).toContain('Water');
    await expect(outbox.read(participantId)).rejects.toMatchObject({ code: 'outbox.not-found' });
  });
});
