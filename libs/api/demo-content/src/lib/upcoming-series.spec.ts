import { describe, expect, it } from '@jest/globals';
import { dayFrom, instantsOf, upcomingRecaps, upcomingSeries, upcomingSessions } from '../index';

describe('the upcoming series', () => {
  // Around both clock changes of Berlin, on each day of a week, and over the turn of a year.
  const loadingDays = [
    '2026-03-23',
    '2026-10-20',
    '2026-10-21',
    '2026-10-22',
    '2026-10-23',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2026-12-30',
  ];

  it.each(loadingDays)(
    'has every date on a working day, in order and on the right side of today when loaded on %s',
    (today) => {
      const starts = upcomingSessions.map((session) => {
        const day = dayFrom(today, session.dayOffset);
        expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
        expect(day < today).toBe(session.state === 'held');
        expect(
          day >= dayFrom(today, upcomingSeries.startsOffset) &&
            day <= dayFrom(today, upcomingSeries.endsOffset),
        ).toBe(true);
        return instantsOf(day, session.startsAt, session.minutes, session.timeZone).startsAt.getTime();
      });
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    },
  );

  it('spreads over at least five time zones', () => {
    expect(new Set(upcomingSessions.map(({ timeZone }) => timeZone)).size).toBeGreaterThanOrEqual(5);
  });

  it('has a session in every state a visitor can meet', () => {
    const published = upcomingSessions.filter(({ state }) => state === 'published');
    const withWindow = published.flatMap((session) =>
      session.registration === null ? [] : [{ ...session, window: session.registration }],
    );
    const open = withWindow.filter(
      ({ window, dayOffset }) => window.opensOffset <= 0 && dayOffset - window.closesDaysBefore > 0,
    );
    const seatsLeft = ({ capacity, registrations }: (typeof open)[number]) =>
      (capacity ?? Infinity) - registrations.confirmed;
    expect(withWindow.some(({ window }) => window.opensOffset > 0)).toBe(true);
    expect(withWindow.some(({ window, dayOffset }) => dayOffset + 2 - window.closesDaysBefore < 0)).toBe(
      true,
    );
    expect(open.some((session) => seatsLeft(session) > 10)).toBe(true);
    expect(open.some((session) => seatsLeft(session) > 0 && seatsLeft(session) <= 5)).toBe(true);
    expect(open.some((session) => seatsLeft(session) === 0 && session.registrations.waitlisted > 0)).toBe(
      true,
    );
    expect(upcomingSessions.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['held', 'cancelled', 'draft']),
    );
    expect(upcomingRecaps.map(({ state }) => state).sort()).toEqual(['draft', 'in-review']);
  });

  it('plans no more seats than there are, nobody waiting while a seat is free, and nobody attending unregistered', () => {
    for (const { capacity, registrations, attended, state, cancelReason } of upcomingSessions) {
      const seats = capacity ?? Infinity;
      expect(registrations.confirmed).toBeLessThanOrEqual(seats);
      if (registrations.waitlisted > 0) expect(registrations.confirmed).toBe(seats);
      expect(attended !== null).toBe(state === 'held');
      expect(attended ?? 0).toBeLessThanOrEqual(registrations.confirmed);
      expect(cancelReason !== null).toBe(state === 'cancelled');
    }
  });
});
