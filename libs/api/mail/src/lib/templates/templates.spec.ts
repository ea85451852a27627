import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import { MAIL_WORDS } from '@reihe/api-mail-words';
import { renderMail, type MailTemplate, type MailTemplates } from './index';
import type { MailSession } from './mail-content';

const session: MailSession = {
  title: 'Water & <Wind>',
  url: 'https://reihe.example/en/sessions/water',
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T13:30:00Z'),
  timeZone: 'Europe/Berlin',
};
const meeting = { url: 'https://reihe.example/join/a?b=c&d=e' };
const manageLink = 'https://reihe.example/en/register/manage/token';
const recapLink = 'https://reihe.example/admin/en/recaps/a7f0';
const release = 'https://reihe.example/en/register/release/token';

const data: MailTemplates = {
  'registration-confirm': {
    link: 'https://reihe.example/en/register/confirm/token',
    expiresAt: new Date('2026-10-01T12:00:00Z'),
    sessions: [
      { session, heldUntil: new Date('2026-09-30T10:00:00Z'), isFull: false, isDecided: false },
      { session: { ...session, title: 'Full' }, heldUntil: null, isFull: true, isDecided: false },
      { session: { ...session, title: 'Chosen' }, heldUntil: null, isFull: false, isDecided: true },
    ],
    already: [{ ...session, title: 'Heat' }],
    uninvited: [{ ...session, title: 'Closed circle' }],
  },
  'registration-confirmed': {
    manageLink,
    seats: [{ session, meeting, release }],
    waiting: [{ session: { ...session, title: 'Heat' }, place: 3, release }],
    deciding: [{ ...session, title: 'Chosen' }],
    ended: [{ ...session, title: 'Gone' }],
  },
  'already-registered': { manageLink, sessions: [{ session, place: 2, isDecided: false }] },
  'my-sessions-link': { manageLink },
  'email-change': {
    link: 'https://reihe.example/en/register/email/token',
    expiresAt: new Date('2026-10-01T12:00:00Z'),
  },
  'email-taken': {},
  'email-changed': {},
  promoted: { manageLink, session, meeting, release },
  'cancelled-by-you': { session, reason: '' },
  'cancelled-by-organiser': { session, reason: 'Too <many>' },
  declined: { session, reason: 'Only for\ncities' },
  'not-invited': { sessions: [session] },
  'session-moved': {
    session,
    previousStartsAt: new Date('2026-10-05T12:00:00Z'),
    previousEndsAt: new Date('2026-10-05T13:30:00Z'),
    meeting: null,
    isMeetingNew: false,
    hasCalendar: true,
    manageLink,
    roles: [],
    added: { text: 'Sorry & <see> you', language: 'en' },
  },
  'meeting-changed': { session, meeting: null, hasCalendar: false, manageLink, roles: [], added: null },
  'session-cancelled': { session, reason: 'The speakers\nare <ill>.', roles: [], added: null },
  'speaker-invited': {
    session,
    parts: [{ role: 'moderator', topic: 'Who pays <for> it', part: 'Talks' }],
    link: 'https://reihe.example/en/speakers/token',
    expiresAt: new Date('2027-01-04T12:00:00Z'),
    isAgain: false,
  },
  'speaker-confirmed': {
    session,
    parts: [{ role: 'speaker', topic: '', part: '' }],
    link: 'https://reihe.example/en/speakers/token',
  },
  reminder: { sessions: [{ session, meeting, release }], manageLink },
  thanks: {
    session,
    recap: null,
    materials: 'https://reihe.example/en/sessions/water#materials',
    feedback: 'https://reihe.example/en/feedback/token',
    certificate: null,
    hasRecapToCome: true,
  },
  'recap-published': {
    title: 'What <we> learnt',
    lead: 'Of pipes & people',
    link: 'https://reihe.example/en/recaps/pipes',
    sessions: [session],
  },
  'organiser-message': {
    subject: 'Bring <your> maps',
    body: 'Dear Mara,\n\nbring <b>maps</b>: https://reihe.example/maps?a=b&c=d\nAnd pens.',
    language: 'en',
    sessionId: null,
    isTest: false,
  },
  'recap-review-asked': { title: 'Water & <Wind>', link: recapLink, by: 'Noor <Desk>' },
  'recap-sent-back': { title: 'Water & <Wind>', link: recapLink, by: 'Noor', comment: 'Who <said>\nthat?' },
  'recap-approved': { title: 'Water & <Wind>', link: recapLink, by: 'Noor' },
  'recap-not-published': {
    title: 'Water & <Wind>',
    link: recapLink,
    at: new Date('2026-10-10T07:00:00Z'),
    missing: 2,
  },
  'recap-figures-changed': {
    recaps: [{ title: 'Water & <Wind>', href: 'https://reihe.example/admin/en/recaps/w1', changes: 2 }],
    link: 'https://reihe.example/admin/en/recaps?lack=figures',
  },
  'recap-is-public': { title: 'Water & <Wind>', link: 'https://reihe.example/en/recaps/water', by: null },
};
const templates = Object.keys(data) as MailTemplate[];
const frame = { host: 'reihe.example' };
const reader = { name: 'Mara', timeZone: 'Asia/Kolkata' };

function render(template: MailTemplate, changes: Partial<typeof reader> = {}, language: Language = 'en') {
  // One call for all templates: each is typed by its own data where it is really used.
  return renderMail(template, data[template] as never, { ...reader, ...changes, language }, frame);
}

describe('mail templates', () => {
  it.each(templates)('%s says the same in text and HTML, in every language', (template) => {
    for (const language of LANGUAGES) {
      const { subject, text, html } = render(template, {}, language);
      expect(subject).not.toBe('');
      expect(html).toContain(`<html lang="${language}">`);
      const links = [...text.matchAll(/https:\/\/\S+/g)].map(([link]) => link);
      for (const link of links) expect(html).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
      expect(text).toContain('Mara');
      expect(html).toContain('Mara');
      expect(text + html).not.toMatch(/undefined|null|\[object/);
    }
  });

  // What organisers write names the reader only where they want it.
  const greeting = templates.filter((template) => template !== 'organiser-message');

  it.each(greeting)('%s shows a hostile name and title as they are typed, never as markup', (template) => {
    const { html } = render(template, { name: '<img src=x onerror=alert(1)>"\'' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<Wind>');
  });

  it.each(['email-taken', 'email-changed'] as const)(
    '%s opens nothing: whoever reads it may be somebody else',
    (template) => {
      for (const language of LANGUAGES) {
        const { text, html } = render(template, {}, language);
        expect(text + html).not.toMatch(/https?:/);
      }
    },
  );

  it.each([
    'You won at https://win.example',
    'www.win.example wants you',
    'win.example/now',
    'call me@win.example',
    '',
  ])('does not pass on an advertisement in the place of a name: “%s”', (name) => {
    const { text, html } = render('registration-confirm', { name });
    expect(text.split('\n')[0]).toBe('Hello,');
    expect(text + html).not.toContain('win.example');
  });

  it.each(['Dr. J.R. Müller', 'Mara B.', 'St. John-Smith, M.A.'])('greets %s by name', (name) => {
    expect(render('registration-confirm', { name }).text).toContain(`Dear ${name},`);
  });

  it.each(['registration-confirmed', 'promoted'] as const)(
    '%s gives the place up with one click',
    (template) => {
      const { text, html } = render(template);
      expect(text).toContain(`I can’t come any more: give up this place:\n  ${release}`);
      expect(html).toContain(`href="${release}"`);
    },
  );

  it('names the reader’s own time first, then the host’s', () => {
    const { text } = render('cancelled-by-you');
    expect(text).toContain('Your time: Tuesday, 6 October 2026, 17:30\u201319:00 (India Standard Time)');
    expect(text).toContain(
      'Host’s time: Tuesday, 6 October 2026, 14:00\u201315:30 (Central European Summer Time)',
    );
    expect(text.indexOf('Your time')).toBeLessThan(text.indexOf('Host’s time'));
  });

  it('names one time only where both clocks show the same', () => {
    const { text } = render('cancelled-by-you', { timeZone: 'Europe/Paris' });
    expect(text).not.toContain('Host’s time');
    expect(text).toContain('14:00');
  });

  it('gives a moved session’s new time and the time it was to be', () => {
    const { text } = render('session-moved', {}, 'de');
    expect(text).toContain('Ihre Zeit: Dienstag, 6. Oktober 2026');
    expect(text).toContain('Geplant war: Montag, 5. Oktober 2026');
  });

  it('says where to join to people with a seat and to nobody else', () => {
    const withSeat: MailTemplate[] = ['registration-confirmed', 'promoted', 'reminder'];
    for (const template of withSeat) {
      expect(render(template).text).toContain(meeting.url);
      expect(render(template).text).toContain('Your own way in');
    }
    const others = templates.filter((template) => !withSeat.includes(template));
    for (const template of others) {
      const { text, html } = render(template);
      expect(text + html).not.toMatch(/\/join\/|Your own way in/);
    }
  });

  const renderNews = (change: object, language: Language = 'en') =>
    renderMail('session-moved', { ...data['session-moved'], ...change }, { ...reader, language }, frame);

  it('names both times in both zones, each by its name on that day', () => {
    const { text } = renderNews({
      previousStartsAt: new Date('2026-11-03T13:00:00Z'),
      previousEndsAt: new Date('2026-11-03T14:30:00Z'),
    });
    expect(text).toContain(
      'Host’s time: Tuesday, 6 October 2026, 14:00\u201315:30 (Central European Summer Time)',
    );
    expect(text).toContain('It was to be: Tuesday, 3 November 2026, 18:30\u201320:00 (India Standard Time)');
    expect(text).toContain(
      'In the host’s time it was to be: Tuesday, 3 November 2026, 14:00\u201315:30 (Central European Standard Time)',
    );
  });

  it('names both zones where they show the same clock under another name', () => {
    const { text } = renderMail(
      'session-moved',
      data['session-moved'],
      { ...reader, timeZone: 'Africa/Johannesburg', language: 'en' },
      frame,
    );
    expect(text).toContain('14:00\u201315:30 (South Africa Standard Time)');
    expect(text).toContain('14:00\u201315:30 (Central European Summer Time)');
  });

  it('shows what the organisers added as theirs, as typed, in its language', () => {
    const { text, html } = renderNews({ added: { text: 'Sorry & <b>see</b>\nyou', language: 'en' } }, 'de');
    expect(text).toContain('Die Veranstalter schreiben:\n\n> Sorry & <b>see</b>\n> you');
    expect(html).toMatch(/<blockquote lang="en"[^>]*>Sorry &amp; &lt;b&gt;see&lt;\/b&gt;<br>you/);
  });

  it('speaks to speakers of their part, and not of a registration', () => {
    const { text } = renderNews({ roles: ['moderator', 'speaker'], manageLink: null, meeting });
    expect(text).toContain('in which you take part has changed');
    expect(text).toContain('Your part: moderator, speaker');
    expect(text).toContain('because you take part in a session on reihe.example');
    expect(text).not.toMatch(/regist/);
  });

  it('says of another link that the reader’s own address stays, and nothing of it to who has none', () => {
    const say = (change: object) =>
      renderMail(
        'meeting-changed',
        { ...data['meeting-changed'], ...change },
        { ...reader, language: 'en' },
        frame,
      ).text;
    expect(say({ meeting, hasCalendar: true })).toContain('Your own address above stays the same');
    expect(say({})).not.toContain('address above');
  });

  it('tells a speaker role, topic and part, and why the mail came', () => {
    const { text } = render('speaker-invited', { timeZone: 'Europe/Kyiv' }, 'de');
    expect(text).toContain('Ihre Rolle: Moderation\n  Ihr Thema: Who pays <for> it\n  Programmpunkt: Talks');
    expect(text).toContain('Ihre Zeit: Dienstag, 6. Oktober 2026, 15:00');
    expect(text).toContain('Zeit beim Gastgeber: Dienstag, 6. Oktober 2026, 14:00');
    expect(text).not.toContain('angemeldet wurde');
    expect(render('speaker-confirmed').text).not.toMatch(/topic|agenda/);
  });

  it('keeps a reason of several lines apart as a quotation', () => {
    const { text, html } = render('session-cancelled');
    expect(text).toContain('> The speakers\n> are <ill>.');
    expect(html).toContain('The speakers<br>are &lt;ill&gt;.');
  });

  it('keeps prose below 78 columns, and every address on a line of its own', () => {
    for (const template of templates) {
      const lines = render(template).text.split('\n');
      for (const line of lines) {
        // Both zones of a session stand beside their times.
        if (!/\d:\d\d/.test(line)) expect(line.length).toBeLessThan(78);
        if (line.includes('https://') && template !== 'organiser-message')
          expect(line).toMatch(/^ *https:\S+$/);
      }
    }
  });

  it('follows addresses that organisers typed, and shows everything else as typed', () => {
    const body = 'See https://a.example/b?c=d&e. <b>Bold</b>\n\nand (https://f.example/g).';
    const { html } = renderMail(
      'organiser-message',
      { ...data['organiser-message'], body, isTest: true },
      { ...reader, language: 'de' },
      frame,
    );
    expect(html).toContain('<a href="https://a.example/b?c=d&amp;e" style=');
    expect(html).toContain('<a href="https://f.example/g" style=');
    expect(html).toContain('&lt;b&gt;Bold&lt;/b&gt;');
    expect(html).toContain('<div lang="en">');
    expect(html).toContain('<title>[Test] Bring &lt;your&gt; maps</title>');
  });

  it('tells at the end of news, and of nothing else, how to end them', () => {
    const unsubscribeUrl = 'https://reihe.example/en/unsubscribe/token';
    const news = renderMail(
      'thanks',
      data.thanks,
      { ...reader, language: 'en' },
      { ...frame, unsubscribeUrl },
    );
    expect(news.text).toMatch(
      /\nNo more news of this kind:\nhttps:\/\/reihe.example\/en\/unsubscribe\/token\n$/,
    );
    expect(news.html).toContain(`<a href="${unsubscribeUrl}"`);
    expect(render('thanks').text).not.toContain('No more news');
  });

  it('reminds of several sessions of a day in one mail, each with its own way in', () => {
    const other = {
      session: { ...session, title: 'Heat' },
      meeting: { url: 'https://reihe.example/join/2' },
      release,
    };
    const mail = renderMail(
      'reminder',
      { sessions: [{ session, meeting, release }, other], manageLink },
      { ...reader, language: 'de' },
      frame,
    );
    expect(mail.subject).toBe('Zur Erinnerung: 2 Veranstaltungen am Dienstag, 6. Oktober');
    expect(mail.text).toContain('https://reihe.example/join/a?b=c&d=e');
    expect(mail.text).toContain('https://reihe.example/join/2');
  });

  it('has every word in every language, in words of its own', () => {
    const { en, de } = MAIL_WORDS;
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
    for (const template of greeting) {
      expect(render(template, {}, 'de').text).not.toBe(render(template, {}, 'en').text);
    }
  });
});
