import { timeFormat } from './time-formats';

const at = new Date('2026-10-06T12:00:00Z');

describe('formats of times in mails', () => {
  it('are made once for a language and a clock', () => {
    expect(timeFormat('range', 'de', 'Europe/Kyiv')).toBe(timeFormat('range', 'de', 'Europe/Kyiv'));
  });

  it('are never those of another language, clock or purpose', () => {
    const said = [
      timeFormat('moment', 'de', 'Europe/Kyiv').format(at),
      timeFormat('moment', 'en-GB', 'Europe/Kyiv').format(at),
      timeFormat('moment', 'de', 'America/Lima').format(at),
      timeFormat('range', 'de', 'Europe/Kyiv').formatRange(at, new Date(at.getTime() + 3_600_000)),
      timeFormat('zone', 'de', 'Europe/Kyiv').format(at),
    ];
    expect(new Set(said).size).toBe(said.length);
  });

  it('stay right though more of them are asked for than are kept', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const first = () => timeFormat('moment', 'en-GB', 'Asia/Tokyo').format(at);
    const before = first();
    for (const style of ['moment', 'range', 'zone'] as const)
      for (const zone of zones) timeFormat(style, 'en-GB', zone);
    expect(first()).toBe(before);
  });
});
