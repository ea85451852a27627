import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { candidatesOf, clockChoiceOf, resolveLocalTime, wallClockOf } from './local-time';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Chatham',
];

describe('resolveLocalTime', () => {
  it.each([
    ['2026-10-06T14:00', 'Europe/Berlin', '2026-10-06T12:00:00.000Z'],
    ['2026-12-06T14:00', 'Europe/Berlin', '2026-12-06T13:00:00.000Z'],
    ['2026-10-06T14:00', 'Asia/Kathmandu', '2026-10-06T08:15:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ])('reads %s in %s as %s', (local, zone, instant) => {
    expect(resolveLocalTime(local, zone)).toEqual({ kind: 'exact', instant: new Date(instant) });
  });

  it('names the neighbours of a time that clocks jump over, and guesses none of them', () => {
    const gap = { kind: 'nonexistent', neighbours: ['2026-03-29T01:30', '2026-03-29T03:30'] };
    expect(resolveLocalTime('2026-03-29T02:30', 'Europe/Berlin')).toEqual(gap);
    expect(resolveLocalTime('2026-03-29T02:30', 'Europe/Berlin', 'later')).toEqual(gap);
  });

  it('names both instants of a time that comes twice, and takes the one chosen', () => {
    const earlier = new Date('2026-10-25T00:30:00Z');
    const later = new Date('2026-10-25T01:30:00Z');
    expect(resolveLocalTime('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      kind: 'ambiguous',
      instants: [earlier, later],
    });
    expect(resolveLocalTime('2026-10-25T02:30', 'Europe/Berlin', 'earlier')).toEqual({
      kind: 'exact',
      instant: earlier,
    });
    expect(resolveLocalTime('2026-10-25T02:30', 'Europe/Berlin', 'later')).toEqual({
      kind: 'exact',
      instant: later,
    });
  });

  it('tells between what one has to choose', () => {
    const candidates = (local: string) => {
      const time = resolveLocalTime(local, 'Europe/Berlin');
      return time.kind === 'exact' ? null : candidatesOf(time);
    };
    expect(candidates('2026-03-29T02:30')).toEqual(['2026-03-29T01:30', '2026-03-29T03:30']);
    expect(candidates('2026-10-25T02:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  });

  it('knows from both ends which of two equal times is meant', () => {
    const choice = (startsAt: string, endsAt: Date) =>
      clockChoiceOf({
        startsLocal: wallClockOf(new Date(startsAt), 'Europe/Berlin'),
        endsLocal: wallClockOf(endsAt, 'Europe/Berlin'),
        timeZone: 'Europe/Berlin',
        startsAt,
        endsAt,
      });
    expect(choice('2026-10-25T01:30:00Z', new Date('2026-10-25T03:00:00Z'))).toBe('later');
    expect(choice('2026-10-24T22:30:00Z', new Date('2026-10-25T00:30:00Z'))).toBe('earlier');
    // Where both come twice, one answer stands for both: that of the start.
    expect(choice('2026-10-25T00:30:00Z', new Date('2026-10-25T01:30:00Z'))).toBe('earlier');
    expect(choice('2026-10-26T00:30:00Z', new Date('2026-10-26T01:30:00Z'))).toBeUndefined();
  });

  it('says of a whole day left out at the date line that none of its times exists', () => {
    expect(resolveLocalTime('2011-12-30T12:00', 'Pacific/Apia')).toEqual({
      kind: 'nonexistent',
      neighbours: ['2011-12-29T12:00', '2011-12-31T12:00'],
    });
  });

  it('gives back every instant whose wall-clock time it is asked for', () => {
    const minute = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
        const instant = new Date(minutes * 60_000);
        const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'minute' });
        const answer = resolveLocalTime(local, zone);
        const instants =
          answer.kind === 'exact' ? [answer.instant] : answer.kind === 'ambiguous' ? answer.instants : [];
        expect(instants.map((found) => found.getTime())).toContain(instant.getTime());
      }),
      { numRuns: 2000 },
    );
  });
});
