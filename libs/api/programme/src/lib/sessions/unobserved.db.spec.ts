import { apiPaths, type Session } from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';

describe('a programme that nobody observes', () => {
  let programme: ProgrammeApp;

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'), { isObserved: false });
  });
  afterAll(() => programme.close());

  it('moves, resizes and cancels its sessions all the same', async () => {
    const series = await programme.aSeries(aSaveSeries());
    const session = await programme.aSession(aSaveSession({ seriesId: series.id }));
    const change = { startsLocal: '2026-10-06T15:00', capacity: 8 };
    const moved = await programme.answer<Session>('put', apiPaths.session(session.id), {
      ...saveSessionOf(session),
      ...change,
    });
    expect(moved).toMatchObject(change);
    const cancelled = await programme.answer<Session>('post', apiPaths.cancelSession(session.id), {
      version: moved.version,
      reason: 'Nobody is there to be told.',
    });
    expect(cancelled.state).toBe('cancelled');
  });
});
