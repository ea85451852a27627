import fc from 'fast-check';
import type { SessionListItem } from '@reihe/shared-contracts';
import { resolveLocalTime } from './local-time';
import { nudged, revisionTo, shifted, startingAt, wayBack } from './session-moves';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
];
const minute = fc.integer({ min: Date.UTC(2015, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });

describe('moving a session', () => {
  it('gives back the very instants that were meant, in any zone and on any day, clock changes included', () => {
    fc.assert(
      fc.property(
        minute,
        fc.integer({ min: 15, max: 600 }),
        fc.constantFrom(...ZONES),
        (start, length, timeZone) => {
          const instant = (at: number) => new Date(at * 60_000).toISOString();
          const time = { startsAt: instant(start), endsAt: instant(start + length) };
          const { startsLocal = '', endsLocal = '', clockChoice } = revisionTo({ timeZone }, time);
          const meant = (local: string) => {
            const resolved = resolveLocalTime(local, timeZone, clockChoice);
            return resolved.kind === 'exact' ? resolved.instant.toISOString() : resolved.kind;
          };
          expect(meant(startsLocal)).toBe(time.startsAt);
          // One answer stands for both ends: only a session from the first to the second of two equal hours needs two.
          const isOverBoth =
            resolveLocalTime(startsLocal, timeZone).kind === 'ambiguous' &&
            resolveLocalTime(endsLocal, timeZone).kind === 'ambiguous';
          if (!isOverBoth) expect(meant(endsLocal)).toBe(time.endsAt);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps how long it is, over a clock change too', () => {
    const time = { startsAt: '2026-03-28T12:00:00.000Z', endsAt: '2026-03-28T14:00:00.000Z' };
    expect(startingAt(time, new Date('2026-03-29T00:30:00Z'))).toEqual({
      startsAt: '2026-03-29T00:30:00.000Z',
      endsAt: '2026-03-29T02:30:00.000Z',
    });
  });

  it('moves the other end of the wall clock by as much', () => {
    expect(shifted('2026-06-10T15:30', '2026-06-10T14:00', '2026-06-11T09:15')).toBe('2026-06-11T10:45');
    expect(nudged('2026-06-30T23:50', 15)).toBe('2026-07-01T00:05');
    expect(nudged('2026-03-01T10:00', -24 * 60)).toBe('2026-02-28T10:00');
  });

  it('has a way back to the values from before, and none where a title was never written', () => {
    const session = {
      originalTitle: 'Night shift',
      startsAt: '2026-10-25T01:30:00Z',
      endsAt: '2026-10-25T03:00:00Z',
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T04:00',
      timeZone: 'Europe/Berlin',
      capacity: 30,
    } as SessionListItem;
    expect(wayBack(session, { startsLocal: '2026-10-26T02:30' })).toEqual({
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T04:00',
      clockChoice: 'later',
    });
    expect(wayBack(session, { capacity: null })).toEqual({ capacity: 30 });
    expect(wayBack({ ...session, originalTitle: '' }, { title: 'New' })).toBeNull();
  });
});
