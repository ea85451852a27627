import { randomUUID } from 'node:crypto';
import { apiPaths } from '@reihe/shared-contracts';
import type { MergePreview } from '@reihe/shared-registration';
import { DeskApp } from '../testing/desk-app';

describe('what two entries of one person were written', () => {
  let desk: DeskApp;
  let pipes: string;
  let kept: string;
  let absorbed: string;

  async function merge(): Promise<void> {
    const { fingerprint } = await desk.answer<MergePreview>('post', apiPaths.previewMerge(kept), {
      absorbedId: absorbed,
    });
    const body = { absorbedId: absorbed, reason: 'The same', fingerprint };
    expect((await desk.call('post', apiPaths.mergeParticipants(kept), body)).status).toBe(204);
  }

  async function aMail(state = 'sent'): Promise<string> {
    const id = randomUUID();
    await desk.query(
      `INSERT INTO outbox_messages (id, message_id, template, language, to_address, subject, text, html, state)
       VALUES ($1::uuid, $1::text, 'organiser-message', 'en', '', '', '', '', $2)`,
      [id, state],
    );
    return id;
  }
  async function aLetter(): Promise<string> {
    const [message] = await desk.query<{ id: string }>(
      `INSERT INTO messages (session_id, selection, state) VALUES ($1, '{}', 'sending') RETURNING id`,
      [pipes],
    );
    return message?.id ?? '';
  }
  const recipient = (
    message: string,
    participant: string,
    registrations: string[],
    mail: string | null = null,
  ) =>
    desk.query(
      `INSERT INTO message_recipients (message_id, participant_id, position, registration_ids, outcome, outbox_id)
       VALUES ($1, $2, 1, $3, CASE WHEN $4::uuid IS NULL THEN 'waiting' ELSE 'written' END, $4)`,
      [message, participant, registrations, mail],
    );
  const recipients = (message: string) =>
    desk.query(
      `SELECT participant_id AS id, outcome, outbox_id AS mail, registration_ids AS registrations
       FROM message_recipients WHERE message_id = $1`,
      [message],
    );

  beforeAll(async () => {
    desk = await DeskApp.openDesk();
  });
  beforeEach(async () => {
    pipes = await desk.aSession(await desk.aSeries());
    const tag = randomUUID().slice(0, 8);
    kept = await desk.aPerson({ email: `anna.${tag}@water.example` });
    absorbed = await desk.aPerson({ email: `sample.${tag}@water.example` });
  });
  afterAll(() => desk.close());

  it('goes with the one who stays: letters that wait reach that one, with the place that stays', async () => {
    const place = await desk.aRegistration({ sessionId: pipes, participantId: absorbed });
    const letter = await aLetter();
    await recipient(letter, absorbed, [place]);
    await merge();
    expect(await recipients(letter)).toEqual([
      { id: kept, outcome: 'waiting', mail: null, registrations: [place] },
    ]);
  });

  it('is one letter where both were to get it, whichever of their places stays', async () => {
    const ends = await desk.aRegistration({ sessionId: pipes, participantId: kept, state: 'waitlisted' });
    const stays = await desk.aRegistration({ sessionId: pipes, participantId: absorbed });
    const letter = await aLetter();
    await recipient(letter, kept, [ends]);
    await recipient(letter, absorbed, [stays]);
    const forOne = await aLetter();
    await recipient(forOne, kept, [ends]);
    await merge();
    for (const one of [letter, forOne])
      expect(await recipients(one)).toMatchObject([
        { id: kept, outcome: 'waiting', registrations: expect.arrayContaining([stays]) as string[] },
      ]);
  });

  it('is not written again to the one who stays where the other has been written to', async () => {
    const [mine, other] = [
      await desk.aRegistration({ sessionId: pipes, participantId: kept, state: 'waitlisted' }),
      await desk.aRegistration({ sessionId: pipes, participantId: absorbed }),
    ];
    const [letter, both] = [await aLetter(), await aLetter()];
    const mail = await aMail();
    await recipient(letter, kept, [mine]);
    await recipient(letter, absorbed, [other], mail);
    const [first, second] = [await aMail(), await aMail('queued')];
    await recipient(both, kept, [mine], first);
    await recipient(both, absorbed, [other], second);
    await merge();
    expect(await recipients(letter)).toMatchObject([{ id: kept, outcome: 'written', mail }]);
    expect(await recipients(both)).toMatchObject([{ id: kept, outcome: 'written', mail: first }]);
    // It would have been the second to one person.
    expect(await desk.query(`SELECT FROM outbox_messages WHERE id = $1`, [second])).toEqual([]);
  });

  it('is known of the place that stays: no second reminder, no second thanks', async () => {
    const ends = await desk.aRegistration({ sessionId: pipes, participantId: kept, state: 'waitlisted' });
    const stays = await desk.aRegistration({ sessionId: pipes, participantId: absorbed });
    await desk.query(
      `INSERT INTO sent_reminders (registration_id, lead_minutes, starts_at, message_id)
       SELECT r.id, lead, s.starts_at, CASE WHEN lead = 60 THEN $3::uuid END
       FROM sessions s, unnest($1::uuid[], $2::int[]) AS r (id, lead) WHERE s.id = $4`,
      [[ends, ends, stays], [1440, 60, 1440], await aMail(), pipes],
    );
    await desk.query(`INSERT INTO sent_thanks (registration_id) VALUES ($1)`, [ends]);
    await merge();
    expect(
      await desk.query(
        `SELECT lead_minutes AS lead FROM sent_reminders WHERE registration_id = $1 ORDER BY lead_minutes`,
        [stays],
      ),
    ).toEqual([{ lead: 60 }, { lead: 1440 }]);
    expect(await desk.query(`SELECT FROM sent_thanks WHERE registration_id = $1`, [stays])).toHaveLength(1);
  });
});
