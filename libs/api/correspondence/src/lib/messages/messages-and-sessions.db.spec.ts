import { apiPaths, type Page } from '@reihe/shared-contracts';
import type { Message, MessageRecipient, MessageSelection } from '@reihe/shared-registration';
import { CorrespondenceWorld, type WorldPerson } from '../testing/correspondence-world';
import { SendMessages } from './send-messages';

interface Owner {
  sessionId: string | null;
  seriesId: string | null;
}

const EVERYBODY: MessageSelection = { registrationIds: [], states: [], countries: [], languages: [] };

describe('a message about sessions that change', () => {
  let world: CorrespondenceWorld;
  let session: string;
  let mara: WorldPerson;

  const ofSeries = (): Owner => ({ sessionId: null, seriesId: world.seriesId });
  const ofSession = (sessionId = session): Owner => ({ sessionId, seriesId: null });
  async function draft(owner: Owner): Promise<Message> {
    const message = await world.answer<Message>('post', apiPaths.messages, {
      ...owner,
      selection: EVERYBODY,
    });
    return world.answer<Message>('put', apiPaths.message(message.id), {
      version: message.version,
      kind: 'place',
      selection: EVERYBODY,
      texts: { en: { subject: 'Maps for {{session}}', body: 'Be there at {{time}}.' } },
    });
  }
  const send = async (owner: Owner) => {
    const { id, version } = await draft(owner);
    return world.answer<Message>('post', apiPaths.sendMessage(id), { version });
  };
  const sendAll = () => world.get(SendMessages).sendAll();
  const subjects = async (email: string) => (await world.mails(email)).map(({ subject }) => subject);
  const cancel = (id: string) => world.query(`UPDATE sessions SET state = 'cancelled' WHERE id = $1`, [id]);
  const recipients = async (id: string) =>
    (await world.answer<Page<MessageRecipient>>('get', apiPaths.messageRecipients(id))).items;

  beforeAll(async () => {
    world = await CorrespondenceWorld.make();
  });
  beforeEach(async () => {
    session = await world.aSession('2026-10-06T12:00:00Z');
    mara = await world.aPerson('mara@city.example');
    await world.aRegistration(session, mara);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('of a series counts and reaches nobody for a session that was called off, and names none of those', async () => {
    const off = await world.aSession('2026-10-07T12:00:00Z', { title: 'Off' });
    await world.aRegistration(off, mara);
    await world.aRegistration(off, await world.aPerson('off@city.example'));
    await cancel(off);
    const { audience } = await draft(ofSeries());
    expect(audience).toMatchObject({ people: 1, states: [{ state: 'confirmed', registrations: 1 }] });
    await send(ofSeries());
    await sendAll();
    expect((await world.mails()).map(({ to_address, subject }) => [to_address, subject])).toEqual([
      [mara.email, 'Maps for Pipes'],
    ]);
  });

  it('of a series leaves out whose session is called off before their turn', async () => {
    const off = await world.aSession('2026-10-07T12:00:00Z', { title: 'Off' });
    await world.aRegistration(off, mara);
    await world.aRegistration(off, await world.aPerson('off@city.example'));
    const { id } = await send(ofSeries());
    await cancel(off);
    await sendAll();
    expect(await subjects(mara.email)).toEqual(['Maps for Pipes']);
    expect(await subjects('off@city.example')).toEqual([]);
    expect((await recipients(id)).map(({ leftOutReason }) => leftOutReason)).toEqual([
      null,
      'no-longer-registered',
    ]);
  });

  it('of a session that was called off still reaches its people: that is what it is about', async () => {
    await cancel(session);
    await send(ofSession());
    await sendAll();
    expect(await subjects(mara.email)).toEqual(['Maps for Pipes']);
  });

  it('waits while a change of its session can be undone, and holds up no other', async () => {
    const other = await world.aSession('2026-10-07T12:00:00Z', {
      title: 'Wells',
      seriesId: await world.aSeries('Elsewhere'),
    });
    await world.aRegistration(other, mara);
    const change = await world.aChange(session);
    await send(ofSession());
    await send(ofSeries());
    await send(ofSession(other));
    await sendAll();
    expect(await subjects(mara.email)).toEqual(['Maps for Wells']);
    await world.query(`UPDATE session_changes SET undo_until = now() WHERE id = $1`, [change]);
    await sendAll();
    expect(await subjects(mara.email)).toEqual(['Maps for Wells', 'Maps for Pipes', 'Maps for Pipes']);
  });

  it('waits for a change that is being made just now, and then says what is so', async () => {
    await send(ofSession());
    const runner = world.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `UPDATE sessions SET starts_at = '2026-10-08T12:00:00Z', ends_at = '2026-10-08T13:00:00Z' WHERE id = $1`,
      [session],
    );
    await runner.query(
      `INSERT INTO session_changes (session_id, session_version, kinds, before, after, undo_until)
       VALUES ($1, 2, '{moved}', '{}', '{}', now() + interval '30 seconds')`,
      [session],
    );
    const sending = sendAll();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await runner.commitTransaction();
    await runner.release();
    await sending;
    expect(await world.mails()).toEqual([]);
    await world.query(`UPDATE session_changes SET undo_until = now()`);
    await sendAll();
    expect((await world.mails())[0]?.text).toContain('8 October');
  });

  it('that has not gone is taken back where its session moved since, and written anew, once', async () => {
    const { id } = await send(ofSession());
    await sendAll();
    expect((await world.mails())[0]?.text).toContain('6 October');
    await world.query(
      `UPDATE sessions SET starts_at = '2026-10-08T12:00:00Z', ends_at = '2026-10-08T13:00:00Z' WHERE id = $1`,
      [session],
    );
    await world.aChange(session, { secondsLeft: 0 });
    await sendAll();
    const mails = await world.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('8 October');
    expect(await world.answer<Message>('get', apiPaths.message(id))).toMatchObject({
      state: 'sent',
      progress: { total: 1, waiting: 0, queued: 1 },
    });
  });

  it('that is paused stays so where its mails are taken back, and what went is never written again', async () => {
    const { id } = await send(ofSession());
    await sendAll();
    await world.query(`UPDATE outbox_messages SET attempts = 1`);
    await world.query(`UPDATE messages SET state = 'paused'`);
    await world.aChange(session, { secondsLeft: 0 });
    await sendAll();
    expect(await world.mails()).toEqual([]);
    expect(await world.answer<Message>('get', apiPaths.message(id))).toMatchObject({
      state: 'paused',
      progress: { waiting: 1 },
    });
    await world.answer('post', apiPaths.resumeMessage(id));
    await sendAll();
    await world.query(`UPDATE outbox_messages SET state = 'sent'`);
    await world.aChange(session, { secondsLeft: 0 });
    await sendAll();
    expect((await world.mails()).map(({ state }) => state)).toEqual(['sent']);
  });
});
