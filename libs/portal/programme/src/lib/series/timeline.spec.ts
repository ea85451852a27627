import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { RegistrationPhase } from '@reihe/shared-contracts';
import { aSessionTeaser } from '@reihe/shared-testing';
import { ReaderClock } from '@reihe/web-platform';
import { fireEvent, render, screen } from '@testing-library/angular';
import { Timeline } from './timeline';

const on = (slug: string, day: string, phase: RegistrationPhase) =>
  aSessionTeaser({
    slug,
    title: slug,
    startsAt: `${day}T12:00:00Z`,
    endsAt: `${day}T14:00:00Z`,
    seats: { phase, placesLeft: null, opensAt: null, closesAt: null, mode: 'open' },
  });

async function timeline(...sessions: ReturnType<typeof on>[]) {
  const register = jest.fn();
  const shown = await render(Timeline, {
    inputs: { sessions, address: '/en/register' },
    on: { register },
    providers: [
      provideRouter([]),
      {
        provide: ReaderClock,
        useValue: { timeZone: signal(null), now: signal(new Date('2026-11-23T09:00:00Z')) },
      },
    ],
  });
  return { ...shown, register };
}

describe('the programme as a timeline', () => {
  const past = on('opened', '2026-10-06', 'held');
  const open = on('leaks', '2026-12-01', 'open');
  const full = on('floods', '2026-12-08', 'waiting-list');
  const closed = on('pumps', '2026-12-10', 'closed');
  const off = on('dams', '2026-12-12', 'cancelled');

  it('offers a tick where one can register or wait, and nowhere else', async () => {
    await timeline(past, open, full, closed, off);
    expect(screen.getAllByRole('checkbox').map((box) => box.getAttribute('value'))).toEqual([
      'leaks',
      'floods',
    ]);
  });

  it('is a plain GET form to the registration page with the sessions as its keys', async () => {
    const { container } = await timeline(open);
    const form = container.querySelector('form');
    expect(form).toHaveAttribute('method', 'get');
    expect(form).toHaveAttribute('action', '/en/register');
    expect(screen.getByRole('checkbox', { name: /Register for this session.*leaks/ })).toHaveAttribute(
      'name',
      'session',
    );
  });

  it('registers for all that were ticked, also for those a filter hides meanwhile', async () => {
    const { register, fixture } = await timeline(open, full);
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    expect(screen.getByText('2 sessions ticked')).toBeInTheDocument();
    fixture.componentRef.setInput('sessions', [full]);
    await fixture.whenStable();
    fireEvent.click(screen.getByRole('button', { name: 'Register for the ticked sessions' }));
    expect(register).toHaveBeenCalledWith(['leaks', 'floods']);
  });

  it('marks today between what was and what comes', async () => {
    await timeline(past, open);
    const stops = screen.getAllByRole('listitem').map((stop) => stop.textContent ?? '');
    expect(stops[1]).toMatch(/Today, Monday,? 23\u00a0November\u00a02026/);
    expect(stops[2]).toContain('leaks');
  });

  it.each([
    ['all over', [past]],
    ['all ahead', [open, full]],
  ])('has no mark where it is %s', async (_, sessions) => {
    await timeline(...sessions);
    expect(screen.queryByText('Today')).not.toBeInTheDocument();
  });

  it('has no button where nothing can be ticked', async () => {
    await timeline(past, closed, off);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('marks today before the first session too, where earlier ones are on another window', async () => {
    await render(Timeline, {
      inputs: { sessions: [open], address: '/en/register', isFirst: false },
      providers: [
        provideRouter([]),
        {
          provide: ReaderClock,
          useValue: { timeZone: signal(null), now: signal(new Date('2026-11-23T09:00:00Z')) },
        },
      ],
    });
    expect(screen.getByText('Today')).toBeInTheDocument();
  });
});
