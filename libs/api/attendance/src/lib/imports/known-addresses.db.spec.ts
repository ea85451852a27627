import { setTimeout } from 'node:timers/promises';
import { AttendanceWorld, zoomReport } from '../testing/attendance-world';

const whole = { from: '14:00', to: '15:30' };

describe('addresses of reports', () => {
  let world: AttendanceWorld;
  let session: string;

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  beforeEach(async () => {
    world.seriesId = await world.aSeries();
    session = await world.aSession();
  });
  afterAll(() => world.close());

  /** Another import at the same time, of another session: it knows the addresses first and is not done yet. */
  async function another() {
    const runner = world.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    return {
      learns: (email: string) =>
        runner.query(
          `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'Somebody', 'en', 'UTC')`,
          [email],
        ),
      ends: async () => {
        await runner.commitTransaction();
        await runner.release();
      },
    };
  }

  async function somebodyWaits(): Promise<void> {
    for (let turn = 0; turn < 200; turn += 1) {
      const waiting = await world.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      if (waiting.length > 0) return;
      await setTimeout(25);
    }
    throw new Error('Nobody waits for the other import.');
  }

  it('that another import brings at the same moment are those of people who are known', async () => {
    const other = await another();
    await other.learns('new@city.example');
    const under = world.import(session, zoomReport([{ name: 'New', email: 'new@city.example', ...whole }]));
    await somebodyWaits();
    await other.ends();
    expect((await under).counts).toMatchObject({ attended: 1, guests: 0 });
  });

  it('are learnt in one order by all imports, so that none waits for one that waits for it', async () => {
    const stays = Array.from({ length: 1001 }, (_, at) => ({
      name: `Person ${at}`,
      email: `${at === 1000 ? 'a' : `b${at}`}@order.example`,
      ...whole,
    }));
    const other = await another();
    await other.learns('a@order.example');
    const under = world.import(session, zoomReport(stays));
    await somebodyWaits();
    await other.learns('b7@order.example');
    await other.ends();
    expect((await under).counts).toMatchObject({ attended: 1001, guests: 0 });
  });

  it('tell no language: whose it is is known of those alone who registered', async () => {
    const registered = await world.aPerson('Ada Sample', 'ada.language@city.example');
    await world.register(await world.aSession(), registered);
    await world.import(
      session,
      zoomReport([
        { name: 'Ada', email: 'ada.language@city.example', ...whole },
        { name: 'Ben', email: 'ben.language@city.example', ...whole },
      ]),
    );
    expect(
      await world.query(
        `SELECT a.name, x.language FROM session_people x JOIN attendees a USING (session_id)
         WHERE x.session_id = $1 AND a.participant_id = x.person_id ORDER BY 1`,
        [session],
      ),
    ).toEqual([
      { name: 'Ada', language: 'en' },
      { name: 'Ben', language: null },
    ]);
  });
});
