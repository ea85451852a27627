import type { DecisionOutcome } from '@reihe/api-platform';
import { apiPaths } from '@reihe/shared-contracts';
import type { AskDecision, DecisionPreview, DecisionResult, MakeDecision } from '@reihe/shared-registration';
import { DeskApp } from '../testing/desk-app';

describe('a decision about many registrations', () => {
  let desk: DeskApp;
  let session: string;
  let [first, second, third]: string[] = [];

  const preview = (request: AskDecision) =>
    desk.answer<DecisionPreview>('post', apiPaths.previewDecision, request);
  const make = (request: MakeDecision) => desk.answer<DecisionResult>('post', apiPaths.makeDecision, request);

  const approving = (ids: readonly string[]): DecisionOutcome => ({
    registrations: ids.map((id, at) => ({
      id,
      sessionId: session,
      before: 'awaiting-approval',
      after: at === 0 ? 'confirmed' : 'waitlisted',
      place: at === 0 ? null : at,
      refusal: null,
    })),
    movedUp: [],
    capacities: [],
    mails: ids.length,
  });

  beforeAll(async () => {
    desk = await DeskApp.openDesk();
    const series = await desk.aSeries();
    session = await desk.aSession(series, 'Pipes');
    [first, second, third] = await Promise.all(
      ['First', 'Second', 'Third'].map(async (name, at) =>
        desk.aRegistration({
          sessionId: session,
          participantId: await desk.aPerson({ name, email: `${name}@city.example` }),
          state: 'awaiting-approval',
          at: `2026-08-0${at + 1}T10:00:00Z`,
        }),
      ),
    );
  });
  beforeEach(() => {
    desk.seats.asked.length = 0;
    desk.seats.outcome = approving;
  });
  afterAll(() => desk.close());

  it('is rehearsed first: who becomes what, and how many mails go', async () => {
    const seen = await preview({ kind: 'approve', ids: [first ?? '', second ?? ''] });
    expect(desk.seats.asked).toMatchObject([
      { ids: [first, second], decision: { kind: 'approve' }, options: { isRehearsal: true } },
    ]);
    expect(seen).toMatchObject({
      items: [
        {
          id: first,
          name: 'First',
          email: 'First@city.example',
          sessionTitle: 'Pipes',
          before: 'awaiting-approval',
          after: 'confirmed',
        },
        { id: second, after: 'waitlisted', place: 1 },
      ],
      mails: 2,
    });
  });

  it('says who else moves up, which capacity is raised, and who is left out why', async () => {
    desk.seats.outcome = ([id = '']) => ({
      registrations: [
        {
          id,
          sessionId: session,
          before: 'cancelled',
          after: 'cancelled',
          place: null,
          refusal: 'wrong-state',
        },
      ],
      movedUp: [third ?? ''],
      capacities: [{ sessionId: session, before: 3, after: 4 }],
      mails: 1,
    });
    expect(await preview({ kind: 'promote', ids: [first ?? ''] })).toMatchObject({
      items: [{ refusal: 'wrong-state' }],
      movedUp: [{ id: third, name: 'Third', sessionTitle: 'Pipes' }],
      capacities: [{ sessionId: session, sessionTitle: 'Pipes', before: 3, after: 4 }],
    });
  });

  it('is carried out as it was seen, with its reason', async () => {
    const request = { kind: 'decline' as const, ids: [first ?? ''] };
    const { fingerprint } = await preview(request);
    const done = await make({ ...request, reason: 'No seats for guests', fingerprint });
    expect(desk.seats.asked.at(-1)).toMatchObject({
      decision: { kind: 'decline', reason: 'No seats for guests' },
      options: undefined,
    });
    expect(done).toEqual({ decided: 1, refused: 0, movedUp: 0, mails: 1 });
  });

  it('is not carried out where it would do another thing than was seen: what it would do now is told', async () => {
    const request = { kind: 'approve' as const, ids: [first ?? '', second ?? ''] };
    const { fingerprint } = await preview(request);
    desk.seats.outcome = (ids) => {
      const outcome = approving(ids);
      const [one] = outcome.registrations;
      if (one) one.after = 'waitlisted';
      return outcome;
    };
    const problem = await desk.problem('post', apiPaths.makeDecision, { ...request, fingerprint });
    expect(problem).toMatchObject({ status: 409, code: 'registration.preview-outdated' });
    const now = problem.details?.['preview'] as DecisionPreview;
    expect(now.items[0]).toMatchObject({ name: 'First', after: 'waitlisted' });
    expect(await make({ ...request, fingerprint: now.fingerprint })).toMatchObject({ decided: 2 });
  });

  it('is about everything that a filter finds, and about nothing else than was seen', async () => {
    const request = { kind: 'approve' as const, filter: { session, states: ['awaiting-approval' as const] } };
    const { fingerprint, items } = await preview(request);
    expect(items.map(({ id }) => id)).toEqual([first, second, third]);
    const late = await desk.aRegistration({
      sessionId: session,
      participantId: await desk.aPerson(),
      state: 'awaiting-approval',
    });
    const problem = await desk.problem('post', apiPaths.makeDecision, { ...request, fingerprint });
    expect(problem.code).toBe('registration.preview-outdated');
    await desk.query(`DELETE FROM registrations WHERE id = $1`, [late]);
    expect(await make({ ...request, fingerprint })).toMatchObject({ decided: 3 });
  });

  it('needs somebody it is about, and a filter that says of what', async () => {
    const refused = (body: object) =>
      desk.problem('post', apiPaths.previewDecision, { kind: 'approve', ...body });
    expect(await refused({})).toMatchObject({ fields: [{ path: 'ids', code: 'required' }] });
    expect(await refused({ filter: { session, country: 'XX' } })).toMatchObject({
      fields: [{ path: 'ids' }],
    });
    expect(await refused({ filter: { states: ['confirmed'] } })).toMatchObject({
      fields: [{ path: 'session' }],
    });
    expect(await refused({ kind: 'raise', ids: [first] })).toMatchObject({ fields: [{ path: 'kind' }] });
    expect(desk.seats.asked).toEqual([]);
  });

  it('is for those who may change registrations', async () => {
    desk.user = await desk.as('editor');
    expect(
      await desk.problem('post', apiPaths.previewDecision, { kind: 'approve', ids: [first] }),
    ).toMatchObject({
      status: 403,
    });
    desk.user = desk.staff;
  });
});
