import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '@reihe/api-persistence';
import { SeatDesk, SessionObserver } from '@reihe/api-platform';
import ICAL from 'ical.js';
import { RegistrationWorld, type MailRow, type WorldSession } from '../testing/registration-world';

describe('what a change of the programme means for those registered', () => {
  let world: RegistrationWorld;
  let session: WorldSession;
  const [seated, waiting, unverified] = [
    'seated@city.example',
    'waiting@city.example',
    'unverified@city.example',
  ];
  const isPromoted = ({ template }: MailRow) => template === 'promoted';
  const newest = async (email: string) => world.lastMail(email);

  /** As the programme does it: the row first, then the observer, in one transaction. */
  function change(sql: string, tell: (observer: SessionObserver) => Promise<unknown>): Promise<void> {
    return world.app.get(TransactionHost).withTransaction(async () => {
      await world.app.get(Database).query(`UPDATE sessions SET ${sql} WHERE id = $1`, [session.id]);
      await tell(world.app.get(SessionObserver));
    });
  }

  const move = () =>
    change(
      `starts_at = '2026-10-07T12:00:00Z', ends_at = '2026-10-07T13:30:00Z', sequence = sequence + 1`,
      (observer) =>
        observer.sessionMoved({
          sessionId: session.id,
          previousStartsAt: new Date('2026-10-06T12:00:00Z'),
          previousEndsAt: new Date('2026-10-06T13:30:00Z'),
        }),
    );

  function eventOf(mail: MailRow | undefined) {
    const calendar = new ICAL.Component(ICAL.parse(mail?.calendar ?? '') as [string, never, never]);
    const event = calendar.getFirstSubcomponent('vevent');
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event?.getFirstPropertyValue('uid'),
      sequence: Number(event?.getFirstPropertyValue('sequence')),
      start: String(event?.getFirstPropertyValue('dtstart')),
    };
  }

  beforeEach(async () => {
    world = await RegistrationWorld.open();
    session = await world.aSession({ capacity: 1 });
    await world.register(seated ?? '', [session]);
    await world.register(waiting ?? '', [session], { language: 'de' });
    await world.wish(unverified ?? '', [session]);
  });
  afterEach(() => world.close());

  it('tells everyone of a new time: the same calendar entry under a higher number, seats stay', async () => {
    const confirmed = await newest(seated ?? '');
    const before = eventOf(confirmed);
    await move();
    const mail = await newest(seated ?? '');
    expect(mail?.template).toBe('session-moved');
    expect(mail?.text).toContain('7 October 2026');
    expect(mail?.text).toContain('It was to be: Tuesday, 6 October 2026');
    // The address of before: what was kept from the first mail leads to the new time.
    expect(world.tokenIn(mail, 'join')).toBe(world.tokenIn(confirmed, 'join'));
    const after = eventOf(mail);
    expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid, start: '2026-10-07T14:00:00' });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    const wait = await newest(waiting ?? '');
    expect(wait).toMatchObject({ template: 'session-moved', language: 'de', calendar: null });
    expect(wait?.text).not.toContain('/join/');
    expect((await newest(unverified ?? ''))?.template).toBe('registration-confirm');
    expect(await world.people(session, 'confirmed')).toEqual([seated]);
  });

  it('tells everyone why a session is cancelled, and takes it out of calendars', async () => {
    await move();
    const moved = eventOf(await newest(seated ?? ''));
    await change(
      `state = 'cancelled', cancel_reason = 'The river rose.', sequence = sequence + 1`,
      (observer) => observer.sessionCancelled(session.id),
    );
    const mail = await newest(seated ?? '');
    expect(mail?.template).toBe('session-cancelled');
    expect(mail?.text).toContain('> The river rose.');
    expect(mail?.text).not.toContain('/join/');
    expect(mail?.calendar).not.toContain('/join/');
    const cancelled = eventOf(mail);
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: moved.uid });
    expect(cancelled.sequence).toBeGreaterThan(moved.sequence);
    expect(await newest(waiting ?? '')).toMatchObject({ template: 'session-cancelled', calendar: null });
  });

  it('leaves what leads into the meeting nowhere but with the session and its versions: in no mail, calendar or other table', async () => {
    await move();
    // As the worker leaves them: what waits for somebody who cancels would be dropped.
    await world.query(`UPDATE outbox_messages SET state = 'sent'`);
    await change(`meeting_passcode = 'tide-43'`, (observer) => observer.capacityChanged(session.id));
    const { id } = await world.registrationOf(seated ?? '', session);
    await world.app.get(SeatDesk).decide([id], { kind: 'cancel', reason: '' }, world.signIn('organiser'));
    await change(`state = 'cancelled', cancel_reason = 'The river rose.'`, (observer) =>
      observer.sessionCancelled(session.id),
    );
    const secrets = ['%secret-room%', '%tide-%', '%555 0143%'];
    const tables = await world.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await world.query(`SELECT FROM ${name} AS t WHERE t::text LIKE ANY ($1::text[])`, [
        secrets,
      ]);
      if (rows.length > 0) holding.push(name);
    }
    // Versions are read with the session's permission and go with it (ADR 15).
    expect(holding.sort()).toEqual(['public.session_versions', 'public.sessions']);
    expect(world.tokenIn((await world.mails(waiting ?? '')).find(isPromoted), 'join')).toMatch(/^[\w-]{43}$/);
  });

  it('sends nothing where the change is taken back', async () => {
    const before = await world.query(`SELECT FROM outbox_messages`);
    await expect(
      change(`sequence = sequence + 1`, async (observer) => {
        await observer.sessionCancelled(session.id);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await world.query(`SELECT FROM outbox_messages`)).toHaveLength(before.length);
  });
});
