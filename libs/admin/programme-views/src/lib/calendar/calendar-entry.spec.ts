import { drawnTimes } from './calendar-entry';

describe('an entry of the calendar', () => {
  it('is drawn with a height where clocks are put back within it', () => {
    const over = { startsAt: '2026-10-25T00:50:00Z', endsAt: '2026-10-25T01:10:00Z' };
    expect(drawnTimes(over, 'Europe/Berlin')).toEqual({ start: '2026-10-25T02:50', end: '2026-10-25T03:05' });
    expect(drawnTimes(over, 'Asia/Kolkata')).toEqual({ start: '2026-10-25T06:20', end: '2026-10-25T06:40' });
  });
});
