import { signal } from '@angular/core';
import { ReaderClock } from '@reihe/web-platform';
import { render } from '@testing-library/angular';
import { SessionTime } from './session-time';

async function linesIn(ownZone: string | null, startsAt = '2026-10-06T12:00:00Z'): Promise<string[]> {
  const endsAt = new Date(Date.parse(startsAt) + 5_400_000).toISOString();
  const { container } = await render(SessionTime, {
    inputs: { startsAt, endsAt, timeZone: 'Europe/Berlin', withDay: false },
    providers: [{ provide: ReaderClock, useValue: { timeZone: signal(ownZone), now: signal(new Date(0)) } }],
  });
  return [...container.querySelectorAll('p')].map((line) =>
    (line.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

describe('the time of a session', () => {
  it('is the host’s, named, with UTC beside it, as long as the reader’s zone is unknown', async () => {
    expect(await linesIn(null)).toEqual(['14:00 – 15:30 Berlin (GMT+2)', '12:00 – 13:30 in UTC']);
  });

  it('is the reader’s first once that is known', async () => {
    expect(await linesIn('America/Sao_Paulo')).toEqual([
      '09:00 – 10:30 your time',
      '14:00 – 15:30 in Berlin (GMT+2)',
    ]);
  });

  it('says so where both clocks show the same', async () => {
    expect(await linesIn('Europe/Paris')).toEqual(['14:00 – 15:30 your time', 'the same in Berlin (GMT+2)']);
  });

  it('names the host’s day where it is another one', async () => {
    const [own, host] = await linesIn('Pacific/Auckland');
    expect(own).toBe('01:00 – 02:30 your time');
    expect(host).toContain('6 Oct');
  });
});
