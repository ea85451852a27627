import { AuditTrail } from '@reihe/api-platform';
import { apiPaths, type ProgrammeChange, type Series, type Session } from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';

interface Told {
  event: string;
  data: unknown;
}

/** Reads server-sent events one by one, as a browser does. */
class Follower {
  private readonly reader: ReadableStreamDefaultReader<string>;
  private text = '';

  constructor(answer: Response) {
    if (!answer.body) throw new Error('The answer has no body.');
    this.reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Null: the answer has ended. */
  async next(): Promise<Told | null> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const lines = this.text.slice(0, end).split('\n');
        this.text = this.text.slice(end + 2);
        const value = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        const event = value('event');
        if (event) return { event, data: JSON.parse(value('data') ?? 'null') };
        continue;
      }
      const { value, done } = await this.reader.read();
      if (done) return null;
      this.text += value;
    }
  }

  async change(): Promise<ProgrammeChange> {
    for (;;) {
      const told = await this.next();
      if (!told) throw new Error('The line ended before a change was told.');
      if (told.event === 'change') return told.data as ProgrammeChange;
    }
  }
}

describe('changes of the programme', () => {
  let here: ProgrammeApp;
  let there: ProgrammeApp;
  let address: string;
  let series: Series;

  const follow = async () => {
    const follower = new Follower(await fetch(address + apiPaths.programmeChanges));
    expect(await follower.next()).toEqual({ event: 'beat', data: {} });
    return follower;
  };

  beforeAll(async () => {
    const clock = new FixedClock('2026-09-01T08:00:00Z');
    here = await ProgrammeApp.openAt(clock);
    there = await ProgrammeApp.openAt(clock, { beside: here });
    address = await there.listen();
    series = await here.aSeries(aSaveSeries());
  });
  afterAll(async () => {
    await there.close();
    await here.close();
  });

  it('are told to who follows them at another process, by whom, in ids and nothing else', async () => {
    const follower = await follow();
    const session = await here.aSession(
      aSaveSession({
        seriesId: series.id,
        slug: 'told',
        meeting: { url: 'https://meet.example/x', passcode: '' },
      }),
      'draft',
    );
    expect(await follower.change()).toEqual({
      sessionIds: [session.id],
      seriesIds: [],
      by: { id: here.staff.id, name: here.staff.name },
      isWhole: false,
    });
  });

  it('are told together where they come together, and of a registration with its session', async () => {
    const follower = await follow();
    const sessions = await Promise.all(
      ['one', 'two'].map((slug) => here.aSession(aSaveSession({ seriesId: series.id, slug }), 'draft')),
    );
    const told = await follower.change();
    expect([...told.sessionIds].sort()).toEqual(sessions.map(({ id }) => id).sort());
    const [{ id }] = sessions as [Session, Session];
    await here.register(id, 1, 'confirmed');
    const [registration] = await here.database.dataSource.query<[{ id: string; participantId: string }]>(
      `SELECT id, participant_id AS "participantId" FROM registrations WHERE session_id = $1`,
      [id],
    );
    await here.get(AuditTrail).record({
      actor: { kind: 'participant', id: registration.participantId },
      action: 'registration.confirm',
      subject: 'registration',
      subjectId: registration.id,
    });
    expect(await follower.change()).toMatchObject({ sessionIds: [id], by: null });
  });

  it('are not told where the transaction is undone', async () => {
    const follower = await follow();
    const session = await here.aSession(aSaveSession({ seriesId: series.id, slug: 'undone' }));
    expect((await follower.change()).sessionIds).toEqual([session.id]);
    here.observer.isFailing = true;
    await here
      .call('patch', apiPaths.session(session.id), { version: session.version, capacity: 3 })
      .expect(500);
    here.observer.isFailing = false;
    const second = await here.aSession(aSaveSession({ seriesId: series.id, slug: 'done' }), 'draft');
    expect((await follower.change()).sessionIds).toEqual([second.id]);
  });

  it('may have been missed after the line was down: then everything is to be read again', async () => {
    const follower = await follow();
    await here.database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'reihe notices'`,
    );
    expect(await follower.change()).toMatchObject({ isWhole: true, sessionIds: [] });
    const session = await here.aSession(aSaveSession({ seriesId: series.id, slug: 'again' }), 'draft');
    expect((await follower.change()).sessionIds).toEqual([session.id]);
  });

  it('are for staff only', async () => {
    there.user = undefined;
    expect((await fetch(address + apiPaths.programmeChanges)).status).toBe(401);
    there.user = there.staff;
  });

  it('end with the process that tells them, at once', async () => {
    const beside = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'), { beside: here });
    const answer = await fetch((await beside.listen()) + apiPaths.programmeChanges);
    const follower = new Follower(answer);
    await follower.next();
    const [last] = await Promise.all([follower.next(), beside.close()]);
    expect(last).toBeNull();
  });
});
