import { apiPaths, type Page } from '@reihe/shared-contracts';
import type {
  Message,
  MessageListItem,
  MessagePreview,
  MessageRecipient,
  MessageSelection,
  SaveMessage,
} from '@reihe/shared-registration';
import { CorrespondenceWorld, type WorldPerson } from '../testing/correspondence-world';
import { READERS_PER_STEP, SendMessages } from './send-messages';

const EVERYBODY: MessageSelection = { registrationIds: [], states: [], countries: [], languages: [] };
const TEXTS: SaveMessage['texts'] = {
  en: {
    subject: 'Bring maps to {{session}}',
    body: 'Dear {{name}},\n\nat {{time}}.\n\n{{join}}\n\n{{my-sessions}}',
  },
  de: { subject: 'Karten für {{session}}', body: 'Guten Tag, {{name}}' },
};

describe('a message of an organiser', () => {
  let world: CorrespondenceWorld;
  let session: string;
  let mara: WorldPerson;
  let noor: WorldPerson;

  const start = (
    selection: Partial<MessageSelection> = {},
    owner: object = { sessionId: session, seriesId: null },
  ) =>
    world.answer<Message>('post', apiPaths.messages, { ...owner, selection: { ...EVERYBODY, ...selection } });
  const save = (message: Message, changes: Partial<SaveMessage> = {}) =>
    world.answer<Message>('put', apiPaths.message(message.id), {
      version: message.version,
      kind: 'place',
      selection: message.selection,
      texts: TEXTS,
      ...changes,
    });
  const send = ({ id, version }: Message) =>
    world.answer<Message>('post', apiPaths.sendMessage(id), { version });
  const step = () => world.get(SendMessages).sendSome();
  const sendAll = () => world.get(SendMessages).sendAll();
  const read = (id: string) => world.answer<Message>('get', apiPaths.message(id));
  const recipients = async (id: string) =>
    (await world.answer<Page<MessageRecipient>>('get', `${apiPaths.messageRecipients(id)}?pageSize=100`))
      .items;

  /** So many more with a place. */
  async function aCrowd(people: number): Promise<void> {
    for (let index = 0; index < people; index += 1)
      await world.aRegistration(session, await world.aPerson(`crowd-${index}@city.example`));
  }

  beforeAll(async () => {
    world = await CorrespondenceWorld.make();
  });
  beforeEach(async () => {
    session = await world.aSession('2026-10-06T12:00:00Z');
    mara = await world.aPerson('mara@city.example', { timeZone: 'Asia/Kolkata' });
    noor = await world.aPerson('noor@city.example', { language: 'de' });
    await world.aRegistration(session, mara);
    await world.aRegistration(session, noor, { state: 'waitlisted' });
    await world.aRegistration(session, await world.aPerson('unproven@city.example'), { state: 'unverified' });
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('says while it is written whom it would reach', async () => {
    const message = await start();
    expect(message).toMatchObject({ state: 'draft', title: 'Pipes', defaultLanguage: 'en', version: 1 });
    expect(message.audience).toEqual({
      people: 2,
      languages: [
        { language: 'de', people: 1 },
        { language: 'en', people: 1 },
      ],
      states: [
        { state: 'confirmed', registrations: 1 },
        { state: 'waitlisted', registrations: 1 },
      ],
      withoutJoinAddress: 1,
      unsubscribed: 0,
    });
    const waiting = await save(message, { selection: { ...EVERYBODY, states: ['waitlisted'] } });
    expect(waiting.audience?.people).toBe(1);
    expect((await save(waiting, { selection: { ...EVERYBODY, countries: ['BR'] } })).audience?.people).toBe(
      0,
    );
  });

  it('is read by each in their language and by their clock, with what is theirs alone', async () => {
    await send(await save(await start()));
    await sendAll();
    const [english] = await world.mails(mara.email);
    expect(english).toMatchObject({
      template: 'organiser-message',
      subject: 'Bring maps to Pipes',
      unsubscribe_url: null,
      thread_id: `<session-${session}.${mara.id}@reihe.example>`,
    });
    expect(english?.text).toContain('Dear Reader mara,');
    expect(english?.text).toContain('17:30');
    expect(english?.text).toMatch(/https:\/\/reihe\.example\/join\/[\w-]{43}/);
    expect(english?.text).toMatch(/\/en\/register\/manage\/[\w-]{43}/);
    expect((await world.mails(noor.email))[0]).toMatchObject({
      language: 'de',
      subject: 'Karten für Pipes (de)',
    });
    expect(await world.mails('unproven@city.example')).toEqual([]);
  });

  it('tells nobody without a place where to join', async () => {
    await send(
      await save(await start({ states: ['waitlisted'] }), {
        texts: { en: { subject: 'x', body: '{{join}}' } },
      }),
    );
    await sendAll();
    const [mail] = await world.mails(noor.email);
    expect(mail?.text).not.toContain('/join/');
    expect(mail?.text).toContain('your address to join comes with your place');
  });

  it('of a series reaches everybody once, whatever they registered for', async () => {
    const other = await world.aSession('2026-10-07T12:00:00Z', { title: 'Wells' });
    await world.aRegistration(other, mara);
    const message = await save(await start({}, { sessionId: null, seriesId: world.seriesId }));
    expect(message.title).toBe('Water cities');
    await send(message);
    await sendAll();
    const mails = await world.mails(mara.email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Bring maps to Pipes and Wells']);
    expect(mails[0]?.text).toMatch(/Pipes: .*\n.*Wells: /);
  });

  it('of chosen registrations reaches those alone, and none of another session', async () => {
    const other = await world.aSession('2026-10-07T12:00:00Z');
    const elsewhere = await world.aRegistration(other, await world.aPerson('else@city.example'));
    const [own] = await world.query<{ id: string }>(
      `SELECT id FROM registrations WHERE participant_id = $1`,
      [mara.id],
    );
    await send(await save(await start({ registrationIds: [elsewhere, own?.id ?? ''] })));
    await sendAll();
    expect((await world.mails()).map(({ to_address }) => to_address)).toEqual([mara.email]);
  });

  it('is refused while somebody could not read it, a placeholder is unknown, or nobody is there', async () => {
    const message = await start();
    const sending = async (draft: Message) =>
      world.problem('post', apiPaths.sendMessage(draft.id), { version: draft.version });
    expect((await sending(message)).details).toEqual({
      gaps: [
        { language: 'en', kind: 'unread', typed: [] },
        { language: 'de', kind: 'unread', typed: [] },
      ],
    });
    const wrong = await save(message, { texts: { en: { subject: 'a', body: '{{wen}}' } } });
    expect((await sending(wrong)).details).toEqual({
      gaps: [{ language: 'en', kind: 'placeholder', typed: ['{{wen}}'] }],
    });
    const nobody = await save(wrong, { texts: TEXTS, selection: { ...EVERYBODY, countries: ['BR'] } });
    expect(await sending(nobody)).toMatchObject({ code: 'message.incomplete', details: { gaps: [] } });
    expect(await world.mails()).toEqual([]);
  });

  it('is saved by version, and changed no more once it goes', async () => {
    const message = await save(await start());
    const save2 = { version: 1, kind: 'news', selection: EVERYBODY, texts: {} };
    expect((await world.problem('put', apiPaths.message(message.id), save2)).code).toBe('version.outdated');
    expect((await world.problem('post', apiPaths.sendMessage(message.id), { version: 1 })).code).toBe(
      'version.outdated',
    );
    await send(message);
    expect((await world.problem('put', apiPaths.message(message.id), { ...save2, version: 2 })).code).toBe(
      'message.wrong-state',
    );
    expect((await world.problem('post', apiPaths.sendMessage(message.id), { version: 2 })).code).toBe(
      'message.wrong-state',
    );
    expect((await world.problem('delete', apiPaths.message(message.id))).code).toBe('message.wrong-state');
  });

  it('leaves out who cancelled, unsubscribed or was erased before their turn, and says so', async () => {
    const erased = await world.aPerson('erased@city.example');
    const out = await world.aPerson('out@city.example');
    for (const person of [erased, out]) await world.aRegistration(session, person);
    const message = await send(await save(await start(), { kind: 'news' }));
    await world.query(
      `UPDATE registrations SET state = 'cancelled', queue_number = NULL WHERE participant_id = $1`,
      [noor.id],
    );
    await world.query(
      `UPDATE participants SET email = NULL, email_key = NULL, name = '', erased_at = now() WHERE id = $1`,
      [erased.id],
    );
    await world.query(`INSERT INTO news_opt_outs (participant_id, series_id) VALUES ($1, $2)`, [
      out.id,
      world.seriesId,
    ]);
    await sendAll();
    const mails = await world.mails();
    expect(mails.map(({ to_address }) => to_address)).toEqual([mara.email]);
    expect(mails[0]?.unsubscribe_url).toMatch(/\/en\/unsubscribe\/[\w-]{43}$/);
    expect((await read(message.id)).progress).toEqual({
      total: 4,
      waiting: 0,
      queued: 1,
      sent: 0,
      failed: 0,
      bounced: 0,
      leftOut: 3,
    });
    const reasons = (await recipients(message.id)).map(({ leftOutReason }) => leftOutReason);
    expect(reasons.sort()).toEqual(['no-address', 'no-longer-registered', 'unsubscribed', null].sort());
  });

  it('about a place reaches those who unsubscribed from news, too', async () => {
    await world.query(`INSERT INTO news_opt_outs (participant_id) VALUES ($1)`, [mara.id]);
    await send(await save(await start()));
    await sendAll();
    expect(await world.mails(mara.email)).toHaveLength(1);
  });

  it('really stops when it is paused, and then misses nobody and reaches nobody twice', async () => {
    await aCrowd(READERS_PER_STEP + 20);
    const message = await send(await save(await start()));
    await step();
    expect(await world.mails()).toHaveLength(READERS_PER_STEP);
    // Ten have gone to the mail server.
    await world.query(
      `UPDATE outbox_messages SET state = 'sent', sent_at = now(), attempts = 1
       WHERE id IN (SELECT id FROM outbox_messages ORDER BY created_at LIMIT 10)`,
    );
    const paused = await world.answer<Message>('post', apiPaths.pauseMessage(message.id));
    expect(paused).toMatchObject({
      state: 'paused',
      progress: { total: 72, waiting: 62, sent: 10, queued: 0 },
    });
    expect(await step()).toBe(false);
    expect(await world.mails()).toHaveLength(10);
    expect((await world.problem('post', apiPaths.pauseMessage(message.id))).code).toBe('message.wrong-state');
    const resumed = await world.answer<Message>('post', apiPaths.resumeMessage(message.id));
    expect(resumed.state).toBe('sending');
    await sendAll();
    const reached = (await world.mails()).map(({ to_address }) => to_address);
    expect(reached).toHaveLength(72);
    expect(new Set(reached).size).toBe(72);
    expect(await read(message.id)).toMatchObject({
      state: 'sent',
      progress: { waiting: 0, sent: 10, queued: 62 },
    });
  });

  it('waits with pausing for a step that runs, and no step runs after it', async () => {
    await aCrowd(30);
    const message = await send(await save(await start()));
    const [, paused] = await Promise.all([
      step(),
      world.answer<Message>('post', apiPaths.pauseMessage(message.id)),
    ]);
    expect(paused.state).toBe('paused');
    expect(await world.mails()).toEqual([]);
    expect((await recipients(message.id)).every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('is written once to everybody by several workers at once', async () => {
    await aCrowd(170);
    const message = await send(await save(await start()));
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    await sendAll();
    const reached = (await world.mails()).map(({ to_address }) => to_address);
    expect(reached).toHaveLength(172);
    expect(new Set(reached).size).toBe(172);
    expect((await read(message.id)).state).toBe('sent');
  });

  it('could reach somebody twice if its mails and its marks were not one transaction (negative control)', async () => {
    const message = await send(await save(await start()));
    await step();
    // What a crash between two transactions would leave: the mail without its mark.
    await world.query(
      `UPDATE message_recipients SET outcome = 'waiting', outbox_id = NULL WHERE message_id = $1`,
      [message.id],
    );
    await step();
    expect(await world.mails(mara.email)).toHaveLength(2);
  });

  it('shows each person’s delivery, by hand also that it bounced, and sends again what failed', async () => {
    const message = await send(await save(await start()));
    await sendAll();
    await world.query(
      `UPDATE outbox_messages SET state = CASE to_address WHEN $1 THEN 'failed' ELSE 'sent' END, last_error = 'mailbox full', attempts = 8`,
      [mara.email],
    );
    const states = async () =>
      Object.fromEntries((await recipients(message.id)).map(({ email, state }) => [email, state]));
    expect(await states()).toEqual({ [mara.email]: 'failed', [noor.email]: 'sent' });
    expect((await recipients(message.id)).find(({ state }) => state === 'failed')?.reason).toBe(
      'mailbox full',
    );
    const bounced = (participantId: string, isBounced: boolean) =>
      world.call('post', apiPaths.messageBounced(message.id, participantId), { isBounced });
    expect((await bounced(noor.id, true)).status).toBe(204);
    expect((await bounced(mara.id, true)).status).toBe(409);
    expect(await states()).toEqual({ [mara.email]: 'failed', [noor.email]: 'bounced' });
    expect((await bounced(noor.id, false)).status).toBe(204);
    const again = await world.answer<Message>('post', apiPaths.resendMessage(message.id));
    expect(again.progress).toMatchObject({ queued: 1, failed: 0, sent: 1 });
    expect((await world.problem('post', apiPaths.resendMessage(message.id))).code).toBe(
      'message.wrong-state',
    );
    const failed = await world.answer<Page<MessageRecipient>>(
      'get',
      `${apiPaths.messageRecipients(message.id)}?state=sent`,
    );
    expect(failed.items.map(({ email }) => email)).toEqual([noor.email]);
  });

  it('can be looked at before, as an example person reads it, without what belongs to them alone', async () => {
    const message = await start();
    const look = (language: string, kind = 'place') =>
      world.answer<MessagePreview>('post', apiPaths.previewMessage(message.id), {
        kind,
        language,
        texts: TEXTS,
      });
    const english = await look('en', 'news');
    expect(english).toMatchObject({ example: 'Reader mara', language: 'en', subject: 'Bring maps to Pipes' });
    expect(english.text).toContain('https://reihe.example/join/example');
    expect(english.text).toContain('/unsubscribe/example');
    expect(english.html).toContain('Reader mara');
    expect((await look('de')).subject).toBe('Karten für Pipes (de)');
    const test = await world.call('post', apiPaths.testMessage(message.id), {
      kind: 'place',
      language: 'de',
      texts: TEXTS,
    });
    expect(test.status).toBe(204);
    const [mail] = await world.mails();
    expect(mail).toMatchObject({
      to_address: world.staff.email,
      subject: '[Test] Karten für Pipes (de)',
      unsubscribe_url: null,
    });
    expect(await world.query(`SELECT FROM participant_links`)).toEqual([]);
  });

  it('stands in the list of its session or series, and only there', async () => {
    const message = await save(await start());
    const list = (query: string) =>
      world.answer<Page<MessageListItem>>('get', `${apiPaths.messages}?${query}`);
    expect((await list(`sessionId=${session}`)).items).toMatchObject([
      { id: message.id, subject: 'Bring maps to {{session}}', writtenBy: 'Sample organiser' },
    ]);
    expect((await list(`seriesId=${world.seriesId}`)).items).toEqual([]);
    expect((await world.problem('get', apiPaths.messages)).code).toBe('request.invalid');
    expect((await world.call('delete', apiPaths.message(message.id))).status).toBe(204);
    expect((await list(`sessionId=${session}`)).total).toBe(0);
  });

  it('is for those who may write to participants, and recorded', async () => {
    const message = await send(await save(await start()));
    await world.answer('post', apiPaths.pauseMessage(message.id));
    const actions = await world.query(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at`, [
      message.id,
    ]);
    expect(actions).toEqual(
      ['message.create', 'message.send', 'message.pause'].map((action) => ({ action })),
    );
    const organiser = world.user;
    world.user = await world.as('editor');
    expect((await world.call('get', apiPaths.message(message.id))).status).toBe(403);
    world.user = undefined;
    expect((await world.call('get', apiPaths.message(message.id))).status).toBe(401);
    world.user = organiser;
  });
});
