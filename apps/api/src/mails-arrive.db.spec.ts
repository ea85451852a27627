import { MailModule, MailWorker } from '@reihe/api-mail';
import { FeatureApp, JobsModule, PortalRenderer } from '@reihe/api-platform';
import { ProgrammeModule } from '@reihe/api-programme';
import { PublicProgrammeModule } from '@reihe/api-public-programme';
import { RegistrationModule } from '@reihe/api-registration';
import { apiPaths, type MyRegistrations, type Series, type Session } from '@reihe/shared-contracts';
import { aRegister, aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { ThrottlerModule } from '@nestjs/throttler';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
// eslint-disable-next-line @nx/enforce-module-boundaries -- part of specs: nothing that ships imports this folder
import { MailCatcher, type CaughtMail } from '../../../libs/api/mail/src/lib/testing/mail-catcher';

const FIRST = 'first@city.example';
const SECOND = 'second@city.example';
/** Markup, quotes, an umlaut and an emoji: what must reach a header and a page as nothing but a name. */
const NAME = 'Ana "<b>Ñandú</b>" 🌍';

/** What the parts of a mail say, read by other libraries than those that wrote it. */
class Letter {
  private constructor(
    readonly mail: CaughtMail,
    /** Of the alternative that mail programs act on. */
    readonly calendar: ICAL.Component | null,
    private readonly inline: string | undefined,
    private readonly attached: string | undefined,
  ) {}

  static async of(mail: CaughtMail): Promise<Letter> {
    const part = alternativesOf(mail).find(({ type }) => type.startsWith('text/calendar'));
    const attached = mail.attachments.find(({ filename }) => filename === 'session.ics');
    const text = part ? (await simpleParser(part.raw)).attachments[0]?.content.toString() : undefined;
    const calendar = text ? new ICAL.Component(ICAL.parse(text) as [string, never, never]) : null;
    // The method is told twice, and programs believe either.
    if (part && calendar)
      expect(part.type).toContain(`method=${String(calendar.getFirstPropertyValue('method'))}`);
    return new Letter(mail, calendar, text, attached?.content.toString());
  }

  get text(): string {
    return this.mail.text ?? '';
  }

  get html(): string {
    return typeof this.mail.html === 'string' ? this.mail.html : '';
  }

  /** In the text the address stands by itself. */
  link(path: string): string {
    const [found = ''] = new RegExp(`https://reihe\\.example/\\S*${path}/[\\w-]+`).exec(this.text) ?? [];
    return found;
  }

  token(path: string): string {
    return this.link(path).split('/').at(-1) ?? '';
  }

  entry() {
    const event = this.calendar?.getFirstSubcomponent('vevent');
    const value = (name: string) => event?.getFirstPropertyValue(name);
    return {
      method: this.calendar?.getFirstPropertyValue('method'),
      uid: value('uid'),
      sequence: Number(value('sequence')),
      status: value('status'),
      start: String(value('dtstart')),
      zone: event?.getFirstProperty('dtstart')?.getParameter('tzid'),
      summary: value('summary'),
      organizer: value('organizer'),
      // A scheme has no letter case.
      attendee: String(value('attendee')).toLowerCase(),
      location: value('location'),
    };
  }

  /** What holds for every mail to people who registered. */
  isWhole(to: { email: string; language: string; subject: string; hasCalendar: boolean }): void {
    const { mail } = this;
    expect(mail.subject).toBe(to.subject);
    expect(mail.from?.text).toBe('"Reihe" <reihe@reihe.example>');
    expect(mail.to).toMatchObject({ value: [{ name: NAME, address: to.email }] });
    expect(mail.messageId).toMatch(/^<[\w-]+@reihe\.example>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('bcc') || mail.headers.has('cc')).toBe(false);
    expect(alternativesOf(mail).map(({ type }) => type.split(';')[0])).toEqual([
      'text/plain',
      'text/html',
      ...(to.hasCalendar ? ['text/calendar'] : []),
    ]);
    expect(this.text).toContain(NAME);
    expect(this.html).toContain(`<html lang="${to.language}">`);
    expect(this.html).toContain('Ana &quot;&lt;b&gt;Ñandú&lt;/b&gt;&quot; 🌍');
    expect(this.html).not.toMatch(/<script|<b>|<img|javascript:/i);
    // Whoever reads the text can do all that the page offers, and the other way round.
    const inText = [...new Set(this.text.match(/https:\/\/[^\s>]+/g))].sort();
    const inHtml = [...new Set([...this.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href))].sort();
    expect(inHtml).toEqual(inText);
    expect(mail.raw).not.toMatch(/secret-room|tide-42/);
    expect(this.calendar !== null).toBe(to.hasCalendar);
    expect(this.attached?.trim()).toBe(this.inline?.trim());
  }
}

/** The parts that say the same in other forms, as they came, the plainest first. */
function alternativesOf(mail: ParsedMail & { raw: string }): { type: string; raw: string }[] {
  const start = mail.raw.search(/content-type: multipart\/alternative/i);
  const boundary = /boundary="([^"]+)"/.exec(mail.raw.slice(start))?.[1] ?? '';
  return mail.raw
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, ''))
    .map((raw) => ({ raw, type: /content-type: ([^\r]+(?:\r\n[ \t][^\r]+)*)/i.exec(raw)?.[1] ?? '' }));
}

describe('mails of a registration, as they arrive', () => {
  let app: FeatureApp;
  let catcher: MailCatcher;
  let session: Session;

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  /** Sends everything that waits, through the outbox, the worker and a real exchange with a mail server; the newest to an address. */
  async function letterTo(email: string): Promise<Letter> {
    // News wait a while, so that a change can be undone; here the while is over.
    await query(
      `UPDATE outbox_messages SET not_before = now(), send_after = NULL, change_id = NULL WHERE state <> 'sent'`,
    );
    await app.get(MailWorker).deliverDue();
    const mail = catcher.mails.findLast(
      ({ to }) => !Array.isArray(to) && to?.value.some(({ address }) => address === email),
    );
    if (!mail) throw new Error(`Nothing came for ${email}.`);
    return Letter.of(mail);
  }

  const register = (email: string, language: 'en' | 'de', timeZone: string) =>
    app
      .call(
        'post',
        apiPaths.register,
        aRegister({ email, name: NAME, language, timeZone, sessionSlugs: [session.slug] }),
      )
      .expect(202);

  beforeAll(async () => {
    catcher = await MailCatcher.listening();
    const portal = { render: () => Promise.resolve({ status: 200, html: '' }) };
    app = await FeatureApp.open({
      clock: new FixedClock('2026-09-01T08:00:00Z'),
      config: {
        smtpUrl: catcher.url,
        mailFrom: 'Reihe <reihe@reihe.example>',
        roles: ['web'],
        isThrottlingForms: false,
      },
      modules: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10_000 }]),
        {
          module: class Surroundings {},
          global: true,
          providers: [{ provide: PortalRenderer, useValue: portal }],
          exports: [PortalRenderer],
        },
        JobsModule,
        MailModule,
        ProgrammeModule,
        PublicProgrammeModule,
        RegistrationModule,
      ],
    });
    const series = await app.answer<Series>('post', apiPaths.series, aSaveSeries());
    await app.answer('post', apiPaths.publishSeries(series.id), { version: series.version });
    const created = await app.answer<Session>(
      'post',
      apiPaths.sessions,
      aSaveSession({
        seriesId: series.id,
        slug: 'pipes',
        capacity: 1,
        meeting: { url: 'https://meet.example/secret-room', passcode: 'tide-42' },
        translations: { en: { title: 'Pipes', abstract: '' }, de: { title: 'Rohre', abstract: '' } },
      }),
    );
    session = await app.answer('post', apiPaths.publishSession(created.id), { version: created.version });
  });
  afterAll(async () => {
    await app.close();
    await catcher.close();
  });

  it('lead from the form to the place, over the waiting list, a new time and the end', async () => {
    await register(FIRST, 'en', 'Asia/Kolkata');
    const asked = await letterTo(FIRST);
    asked.isWhole({
      email: FIRST,
      language: 'en',
      subject: 'Please confirm your registration',
      hasCalendar: false,
    });
    expect(asked.text).toMatch(/A place is held for you until Tuesday/);

    await register(SECOND, 'de', 'America/Sao_Paulo');
    const askedToWait = await letterTo(SECOND);
    askedToWait.isWhole({
      email: SECOND,
      language: 'de',
      subject: 'Bitte bestätigen Sie Ihre Anmeldung',
      hasCalendar: false,
    });
    expect(askedToWait.mail.messageId).not.toBe(asked.mail.messageId);

    await app.answer('post', apiPaths.confirm, { token: asked.token('confirm') });
    const seated = await letterTo(FIRST);
    seated.isWhole({ email: FIRST, language: 'en', subject: 'You are registered', hasCalendar: true });
    const entered = seated.entry();
    expect(entered).toMatchObject({
      method: 'REQUEST',
      uid: `session-${session.id}@reihe`,
      sequence: 0,
      status: 'CONFIRMED',
      start: '2026-10-06T14:00:00',
      zone: 'Europe/Berlin',
      summary: 'Pipes',
      organizer: 'mailto:reihe@reihe.example',
      attendee: `mailto:${FIRST}`,
    });
    expect(entered.location).toBe(seated.link('join'));
    expect(seated.text).toContain('Your time: Tuesday, 6 October 2026, 17:30–19:30 (India Standard Time)');

    await app.answer('post', apiPaths.confirm, { token: askedToWait.token('confirm') });
    const waiting = await letterTo(SECOND);
    waiting.isWhole({
      email: SECOND,
      language: 'de',
      subject: 'Sie stehen auf der Warteliste',
      hasCalendar: false,
    });
    expect(waiting.text).toMatch(/Platz 1|Nummer 1|1\./);
    expect(waiting.link('join')).toBe('');

    const token = seated.token('manage');
    const [mine] = (
      await app
        .call('get', apiPaths.myRegistrations)
        .set('Authorization', `Bearer ${token}`)
        .expect(200)
        .then(({ body }) => body as MyRegistrations)
    ).registrations;
    await app.answer('post', apiPaths.cancelMine, { token, registrationId: mine?.id });
    const gone = await letterTo(FIRST);
    gone.isWhole({ email: FIRST, language: 'en', subject: 'Cancelled: Pipes', hasCalendar: true });
    expect(gone.entry()).toMatchObject({ method: 'CANCEL', uid: entered.uid, status: 'CANCELLED' });

    const promoted = await letterTo(SECOND);
    promoted.isWhole({
      email: SECOND,
      language: 'de',
      subject: 'Sie haben einen Platz: Rohre',
      hasCalendar: true,
    });
    expect(promoted.entry()).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      summary: 'Rohre',
      attendee: `mailto:${SECOND}`,
      location: promoted.link('join'),
    });
    expect(promoted.link('join')).not.toBe(seated.link('join'));

    session = await app.answer<Session>('get', apiPaths.session(session.id));
    session = await app.answer<Session>('put', apiPaths.session(session.id), {
      ...saveSessionOf(session),
      startsLocal: '2026-10-07T14:00',
      endsLocal: '2026-10-07T16:00',
    });
    const moved = await letterTo(SECOND);
    moved.isWhole({ email: SECOND, language: 'de', subject: 'Neuer Termin: Rohre', hasCalendar: true });
    expect(moved.entry()).toMatchObject({
      method: 'REQUEST',
      uid: entered.uid,
      sequence: 1,
      start: '2026-10-07T14:00:00',
      location: promoted.link('join'),
    });
    expect(moved.mail.inReplyTo).toBe(promoted.mail.inReplyTo);

    session = await app.answer<Session>('post', apiPaths.cancelSession(session.id), {
      version: session.version,
      reason: 'The river rose.',
    });
    const over = await letterTo(SECOND);
    over.isWhole({
      email: SECOND,
      language: 'de',
      subject: 'Die Veranstaltung fällt aus: Rohre',
      hasCalendar: true,
    });
    expect(over.text).toContain('> The river rose.');
    expect(over.entry()).toMatchObject({ method: 'CANCEL', uid: entered.uid, status: 'CANCELLED' });
    expect(over.entry().sequence).toBeGreaterThan(1);

    const first = catcher.mails.filter(({ to }) => !Array.isArray(to) && to?.text.includes(FIRST));
    expect(first.map(({ subject }) => subject)).toEqual([
      'Please confirm your registration',
      'You are registered',
      'Cancelled: Pipes',
    ]);
    expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(catcher.mails.length);
  });
});
