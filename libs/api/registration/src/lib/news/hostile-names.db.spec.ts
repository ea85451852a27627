import { MailWorker } from '@reihe/api-mail';
import { cleanEmail } from '@reihe/api-platform';
import { API_BASE, apiPaths } from '@reihe/shared-contracts';
import { aRegister } from '@reihe/shared-testing';
import ICAL from 'ical.js';
import { JSDOM } from 'jsdom';
import request from 'supertest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- part of specs: nothing that ships imports this folder
import { MailCatcher, type CaughtMail } from '../../../../mail/src/lib/testing/mail-catcher';
import { TakeSeat } from '../places/take-seat';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';

interface Hostile {
  typed: string;
  email?: string;
  /** As it stands in the header; what was typed where nothing is said. */
  read?: string;
  /** It is an advertisement: the mail does not greet by it. */
  isUnsaid?: boolean;
}

const INTERNATIONAL = 'jürgen.мара@bücher.example';

const NAMES: [string, Hostile][] = [
  ['markup', { typed: `"><script>alert('x')</script><img src=x onerror=alert(1)>` }],
  ['entities and a closing comment', { typed: '&lt;b&gt; &amp; --> </title></body>' }],
  ['controls of direction', { typed: 'Mara \u202Egnp-exe\u202C\u2066x\u2069', read: 'Mara gnp-exex' }],
  ['emoji that are joined', { typed: 'Ñandú 👩‍👩‍👧‍👦 🏳️‍🌈 🌍' }],
  ['as much as fits, four octets a sign', { typed: '🌍'.repeat(60) }],
  ['words without an end', { typed: 'W'.repeat(120) }],
  [
    'another header',
    {
      typed: 'Eve\r\nBcc: all@city.example\r\nX-Injected: yes\r\n\r\n<b>Hello</b>',
      read: 'Eve Bcc: all@city.example X-Injected: yes <b>Hello</b>',
      isUnsaid: true,
    },
  ],
  ['an encoded word', { typed: '=?utf-8?q?Eve=0D=0ABcc:_all=40city.example?=' }],
  ['another recipient', { typed: 'Eve" <all@city.example>, "Mara', isUnsaid: true }],
  [
    'parameters and lines of a calendar',
    {
      typed: 'Eve";ROLE=CHAIR:mailto:all\nEND:VEVENT\nBEGIN:VALARM',
      read: 'Eve";ROLE=CHAIR:mailto:all END:VEVENT BEGIN:VALARM',
    },
  ],
  [
    'the end of a mail',
    {
      typed: 'Eve\r\n.\r\nMAIL FROM:<eve@city.example>',
      read: 'Eve . MAIL FROM:<eve@city.example>',
      isUnsaid: true,
    },
  ],
  ['an address to follow', { typed: 'Win at https://prize.example/now', isUnsaid: true }],
  [
    'letters of many scripts, to an international address',
    { typed: 'Мара 王小明 مارا', email: INTERNATIONAL },
  ],
];

/** Each at most once. */
const PROPERTIES = [
  'attendee',
  'description',
  'dtend',
  'dtstamp',
  'dtstart',
  'last-modified',
  'location',
  'organizer',
  'sequence',
  'status',
  'summary',
  'uid',
  'url',
];

/** Stored domains are written as the network writes them. */
const STORED = INTERNATIONAL.replace('bücher', 'xn--bcher-kva');

/** The event in each form in which the mail brings it. */
function calendarsOf(mail: CaughtMail): ICAL.Component[] {
  return mail.attachments
    .filter(({ contentType }) => contentType.startsWith('text/calendar') || contentType === 'application/ics')
    .map(({ content }) => new ICAL.Component(ICAL.parse(content.toString()) as [string, never, never]));
}

describe('a name that somebody typed, in the mails that arrive', () => {
  let world: RegistrationWorld;
  let catcher: MailCatcher;
  let session: WorldSession;
  let people = 0;

  const register = (changes: object) =>
    request(world.server)
      .post(API_BASE + apiPaths.register)
      .send({ ...aRegister({ sessionSlugs: [session.slug] }), ...changes });
  /** The database's clock is another one than the world's. */
  const deliver = async () => {
    await world.query(`UPDATE outbox_messages SET not_before = now() WHERE state = 'queued'`);
    return world.app.get(MailWorker).deliverDue();
  };

  beforeAll(async () => {
    catcher = await MailCatcher.listening();
    world = await RegistrationWorld.open({ smtpUrl: catcher.url, isThrottlingForms: false });
    session = await world.aSession({ capacity: null });
  });
  beforeEach(() => {
    catcher.mails.length = 0;
    people += 1;
  });
  afterAll(async () => {
    await world.close();
    await catcher.close();
  });

  function checkHeaders(mail: CaughtMail, to: string, name: string): void {
    expect(mail.recipients.map(cleanEmail)).toEqual([to]);
    const [written, ...others] = [mail.to].flat().flatMap((list) => list?.value ?? []);
    expect(others).toEqual([]);
    expect([written?.name, cleanEmail(written?.address ?? '')]).toEqual([name.replaceAll('=?', '= ?'), to]);
    expect(mail.from?.text).toBe('"Reihe" <reihe@reihe.example>');
    expect([...mail.headers.keys()].filter((header) => /^(bcc|cc|x-|reply|sender)/.test(header))).toEqual([]);
    expect(mail.subject).toMatch(/^(Please confirm your registration|You are registered)$/);
    const lines = mail.raw.split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(mail.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
  }

  function checkBodies(mail: CaughtMail, name: string, isUnsaid: boolean): void {
    const html = typeof mail.html === 'string' ? mail.html : '';
    const { document } = new JSDOM(html).window;
    const elements = new Set([...document.querySelectorAll('*')].map(({ localName }) => localName));
    expect([...elements].filter((element) => /^(script|img|b|iframe|style|form|svg)$/.test(element))).toEqual(
      [],
    );
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((attribute) => attribute.startsWith('on') || attribute === 'src')).toEqual([]);
    for (const link of document.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^https:\/\/reihe\.example\//);
    const [greeting] = [...document.querySelectorAll('p')].slice(1);
    const text = mail.text ?? '';
    expect(greeting?.textContent).toBe(isUnsaid ? 'Hello,' : `Dear ${name},`);
    expect(text.startsWith(isUnsaid ? 'Hello,\n' : `Dear ${name},\n`)).toBe(true);
    if (isUnsaid) expect(html + text).not.toMatch(/all@city|eve@city|prize\.example/);
    expect(html + text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  }

  function checkCalendar(mail: CaughtMail, to: string, name: string): void {
    const calendars = calendarsOf(mail);
    // What mail programs act on, and the file beside it.
    expect(calendars).toHaveLength(2);
    for (const calendar of calendars) {
      const [event, ...others] = calendar.getAllSubcomponents('vevent');
      expect(others).toEqual([]);
      expect(event?.getAllSubcomponents()).toEqual([]);
      expect((event?.getAllProperties() ?? []).map((property) => property.name).sort()).toEqual(
        PROPERTIES.filter((property) => event?.hasProperty(property)),
      );
      expect(new Set(calendar.getAllSubcomponents().map((part) => part.name))).toEqual(
        new Set(['vtimezone', 'vevent']),
      );
      const attendees = event?.getAllProperties('attendee') ?? [];
      expect(attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
        `mailto:${to.toLowerCase()}`,
      ]);
      expect(attendees[0]?.getParameter('role')).toBe('REQ-PARTICIPANT');
      // Quotes cannot stand in a parameter (RFC 5545, 3.2).
      expect(String(attendees[0]?.getParameter('cn')).replaceAll("'", '"')).toBe(name.replaceAll("'", '"'));
    }
  }

  it.each(NAMES)('stays a name: %s', async (_what, { typed, email, read = typed, isUnsaid = false }) => {
    const address = email ?? `hostile-${people}@city.example`;
    const to = email === undefined ? address : STORED;
    await register({ name: typed, email: address }).expect(202);
    await world.app.get(TakeSeat).confirm(world.tokenIn(await world.lastMail(to), 'confirm'), 'en');
    expect(await deliver()).toBe(2);
    expect(catcher.mails).toHaveLength(2);
    for (const mail of catcher.mails) {
      checkHeaders(mail, to, read);
      checkBodies(mail, read, isUnsaid);
    }
    const seated = catcher.mails.find(({ subject }) => subject === 'You are registered');
    if (!seated) throw new Error('Nobody was told of the place.');
    checkCalendar(seated, to, read);
  });

  it('of ten kilobytes is refused, and nothing is sent', async () => {
    const { body } = await register({ name: 'Mara '.repeat(2_000), email: 'long@city.example' }).expect(400);
    expect(body).toMatchObject({ fields: [{ path: 'name', code: 'too-long' }] });
    expect(await deliver()).toBe(0);
  });

  it('that cannot be seen is none', async () => {
    const { body } = await register({
      name: '\u202e\u2066\u200b\u202c',
      email: 'unseen@city.example',
    }).expect(400);
    expect(body).toMatchObject({ fields: [{ path: 'name', code: 'required' }] });
    expect(await deliver()).toBe(0);
  });
});
