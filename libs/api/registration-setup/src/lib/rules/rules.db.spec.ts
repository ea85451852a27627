import { apiPaths, type RegistrationOwner } from '@reihe/shared-contracts';
import {
  HOUSE_RULES,
  type OwnRegistrationRules,
  type RegistrationRulesOf,
  type SaveRegistrationRules,
} from '@reihe/shared-registration';
import { SetupApp } from '../testing/setup-app';

const NOTHING = Object.fromEntries(
  Object.keys(HOUSE_RULES).map((field) => [field, null]),
) as unknown as OwnRegistrationRules;

describe('the rules of registering', () => {
  let app: SetupApp;
  let series: RegistrationOwner;
  let session: RegistrationOwner;

  const read = (owner: RegistrationOwner) =>
    app.answer<RegistrationRulesOf>('get', apiPaths.registrationRules(owner));
  const body = (change: Partial<SaveRegistrationRules>): SaveRegistrationRules => ({
    version: 0,
    ...NOTHING,
    ...change,
  });
  const save = (owner: RegistrationOwner, change: Partial<SaveRegistrationRules>) =>
    app.answer<RegistrationRulesOf>('put', apiPaths.registrationRules(owner), body(change));
  const refused = (owner: RegistrationOwner, change: object) =>
    app.problem('put', apiPaths.registrationRules(owner), { ...body({}), ...change });

  beforeAll(async () => {
    app = await SetupApp.openSetup();
  });
  beforeEach(async () => {
    app.user = app.staff;
    series = await app.aSeries();
    session = await app.aSession(series);
  });
  afterAll(() => app.close());

  it('are those of the house while nobody said otherwise, as the database says, too', async () => {
    expect(await read(series)).toEqual({ version: 0, own: NOTHING, inherited: HOUSE_RULES });
    expect(await read(session)).toEqual({ version: 0, own: NOTHING, inherited: HOUSE_RULES });
    const [view] = await app.rows<Record<string, unknown>>(
      `SELECT * FROM session_rules WHERE session_id = $1`,
      [session.id],
    );
    const { opensDaysBefore, closesMinutesBefore, defaultCapacity, ...rest } = HOUSE_RULES;
    const inColumns = Object.entries(rest).map(
      ([field, value]) => [field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value] as const,
    );
    expect(view).toEqual({
      session_id: session.id,
      opens_at: opensDaysBefore,
      closes_at: closesMinutesBefore,
      ...Object.fromEntries(inColumns),
    });
    expect(defaultCapacity).toBeNull();
  });

  it('go from the series to its sessions, which may say otherwise and take it back', async () => {
    await save(series, { mode: 'approval', holdMinutes: 120, defaultCapacity: 40, hasWaitingList: false });
    expect((await read(session)).inherited).toMatchObject({
      mode: 'approval',
      holdMinutes: 120,
      defaultCapacity: 40,
      hasWaitingList: false,
      asksAccessibility: true,
    });
    const own = await save(session, { mode: 'open', holdMinutes: 0, reminders: [] });
    expect(own.own).toMatchObject({ mode: 'open', holdMinutes: 0, reminders: [], hasWaitingList: null });
    const inForce = () =>
      app.rows(`SELECT mode, hold_minutes, has_waiting_list FROM session_rules WHERE session_id = $1`, [
        session.id,
      ]);
    expect(await inForce()).toEqual([{ mode: 'open', hold_minutes: 0, has_waiting_list: false }]);
    await save(session, { version: 1 });
    expect(await inForce()).toEqual([{ mode: 'approval', hold_minutes: 120, has_waiting_list: false }]);
  });

  it('are saved whole, each version once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.call('put', apiPaths.registrationRules(series), body({}))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await refused(series, { version: 0 })).toMatchObject({
      status: 409,
      code: 'version.outdated',
      details: { current: 1 },
    });
    expect((await save(series, { version: 1, holdMinutes: 5 })).version).toBe(2);
    expect((await refused(series, { version: 1 })).details).toEqual({ current: 2 });
  });

  it('send each reminder once, the earliest first', async () => {
    const { own } = await save(series, { reminders: [60, 1440, 60] });
    expect(own.reminders).toEqual([1440, 60]);
  });

  it.each([
    [{ holdMinutes: 2881 }, { path: 'holdMinutes', code: 'too-large', limit: 2880 }],
    [{ holdMinutes: 1.5 }, { path: 'holdMinutes', code: 'wrong-type' }],
    [{ mode: 'closed' }, { path: 'mode', code: 'not-allowed' }],
    [{ waitingListLimit: -1 }, { path: 'waitingListLimit', code: 'too-small', limit: 0 }],
    [{ defaultCapacity: 0 }, { path: 'defaultCapacity', code: 'too-small', limit: 1 }],
    [{ hasWaitingList: 'yes' }, { path: 'hasWaitingList', code: 'wrong-type' }],
    [{ reminders: [60, 4] }, { path: 'reminders.1', code: 'too-small', limit: 5 }],
    [{ reminders: [43_201] }, { path: 'reminders.0', code: 'too-large', limit: 43_200 }],
    [{ reminders: ['60'] }, { path: 'reminders.0', code: 'wrong-type' }],
    [{ reminders: [5, 6, 7, 8, 9, 10] }, { path: 'reminders', code: 'too-long', limit: 5 }],
    [{ closedOn: 'Sunday' }, { path: 'closedOn', code: 'unknown-field' }],
  ])('are not %j', async (change, problem) => {
    expect((await refused(series, change)).fields).toEqual([problem]);
  });

  it('are changed by organisers only, with a trace of what changed', async () => {
    await save(series, { holdMinutes: 30 });
    expect(await app.lastEntry(series)).toEqual({
      action: 'registration-rules.save',
      subject: 'registration-setup',
      before: { of: 'series', holdMinutes: null },
      after: { of: 'series', holdMinutes: 30 },
    });
    app.user = await app.as('editor');
    expect(await read(series)).toMatchObject({ version: 1 });
    expect((await refused(series, { version: 1 })).code).toBe('auth.forbidden');
    app.user = undefined;
    expect((await app.problem('get', apiPaths.registrationRules(series))).code).toBe('auth.required');
  });

  it('are of a series or session that is there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await app.problem('get', apiPaths.registrationRules({ kind: 'series', id: nobody }))).code).toBe(
      'series.not-found',
    );
    expect((await refused({ kind: 'sessions', id: nobody }, {})).code).toBe('session.not-found');
    expect((await app.problem('get', `/registration-setup/recaps/${nobody}/rules`)).code).toBe(
      'request.invalid',
    );
  });
});
