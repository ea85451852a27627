import { signal } from '@angular/core';
import type { SeatView } from '@reihe/shared-contracts';
import { ReaderClock } from '@reihe/web-platform';
import { render, screen } from '@testing-library/angular';
import { SessionPhase } from './session-phase';

const seats: SeatView = { phase: 'open', placesLeft: null, opensAt: null, closesAt: null, mode: 'open' };

const show = (change: Partial<SeatView>, ownZone: string | null = null) =>
  render(SessionPhase, {
    inputs: { seats: { ...seats, ...change }, timeZone: 'Europe/Berlin' },
    providers: [{ provide: ReaderClock, useValue: { timeZone: signal(ownZone), now: signal(new Date(0)) } }],
  });

describe('what one can do about a session', () => {
  it.each<[Partial<SeatView>, string, string]>([
    [{ phase: 'open' }, 'Open for registration', 'go'],
    [{ phase: 'open', placesLeft: 47 }, 'Open, 47 places left', 'go'],
    [{ phase: 'open', placesLeft: 1 }, 'Open, one place left', 'go'],
    [{ phase: 'few', placesLeft: 3 }, 'Only 3 places left', 'hurry'],
    [{ phase: 'few', placesLeft: 1 }, 'Only one place left', 'hurry'],
    [{ phase: 'waiting-list' }, 'Full, with a waiting list', 'wait'],
    [{ phase: 'closed' }, 'Registration closed', 'quiet'],
    [{ phase: 'not-yet-open' }, 'Registration is not open yet', 'quiet'],
    [{ phase: 'running' }, 'Running now', 'go'],
    [{ phase: 'held' }, 'Held', 'quiet'],
    [{ phase: 'cancelled' }, 'Cancelled', 'stop'],
  ])('%j is told as "%s"', async (change, words, tone) => {
    await show(change);
    expect(screen.getByText(words).closest('[data-tone]')).toHaveAttribute('data-tone', tone);
  });

  it.each([
    [null, 'Registration opens on 2 December'],
    ['America/Sao_Paulo', 'Registration opens on 1 December'],
  ])(
    'tells the opening day in the reader’s zone, in the host’s until it is known: %s',
    async (zone, words) => {
      await show({ phase: 'not-yet-open', opensAt: '2026-12-01T23:00:00Z' }, zone);
      expect(screen.getByText(words)).toBeInTheDocument();
    },
  );
});
