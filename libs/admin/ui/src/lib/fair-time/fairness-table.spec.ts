import type { FairSlots, PlannedAudience } from '@reihe/shared-planning';
import { fairnessOf } from '@reihe/shared-policies';
import { fireEvent, render, screen } from '@testing-library/angular';
import { FairnessTable } from './fairness-table';
import { WeekSearch } from './week-search';

const place = (id: string, timeZone: string, city: string, people: number) => ({
  id,
  groupId: 'g',
  timeZone,
  cities: [city],
  people,
});
const AUDIENCE: PlannedAudience = {
  basis: 'records',
  groups: [{ id: 'g', name: 'Partners', tint: 'world', hasRecords: true }],
  places: [
    place('k', 'Europe/Kyiv', 'Kyiv', 40),
    place('r', 'America/Recife', 'Recife', 20),
    place('m', 'Asia/Manila', 'Manila', 20),
  ],
  countries: [],
};
const slotAt = (instant: string) => ({
  startsAt: new Date(instant),
  endsAt: new Date(Date.parse(instant) + 90 * 60_000),
});

describe('the fairness of a slot', () => {
  it('names local hours, the part of the day and how many people, and sums up in words', async () => {
    await render(FairnessTable, { inputs: { audience: AUDIENCE, slot: slotAt('2026-11-24T16:00:00Z') } });
    expect(screen.getByRole('row', { name: /Manila/ })).toHaveTextContent(
      /00:00 – 01:30.*Night.*20 of 80 people/,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Up at night: 20 of 80 people (Manila). Early or late: 40 of 80 people (Kyiv).',
    );
    expect(screen.getByText(/^Counted:/)).toBeVisible();
  });

  it('tells shares, not people, where numbers are only taken for', async () => {
    const audience = { ...AUDIENCE, basis: 'equal' as const };
    await render(FairnessTable, { inputs: { audience, slot: slotAt('2026-11-24T16:00:00Z') } });
    expect(screen.getByRole('status')).toHaveTextContent('Up at night: 25% of the audience (Manila).');
    expect(screen.queryByText(/of 80 people/)).not.toBeInTheDocument();
  });

  it('is said in one sentence where nobody has a burden', async () => {
    const audience = { ...AUDIENCE, places: AUDIENCE.places.slice(0, 2) };
    await render(FairnessTable, { inputs: { audience, slot: slotAt('2026-11-24T12:00:00Z') } });
    expect(screen.getByRole('status')).toHaveTextContent('Working hours for everyone.');
  });
});

describe('the fairest times of a week', () => {
  const found: FairSlots = {
    audience: AUDIENCE,
    slots: [
      {
        startsAt: '2026-11-24T12:00:00Z',
        endsAt: '2026-11-24T13:30:00Z',
        startsLocal: '2026-11-24T13:00',
        fairness: fairnessOf(slotAt('2026-11-24T12:00:00Z'), AUDIENCE.places),
      },
    ],
  };

  it('come on request, each with its reason, and can be taken', async () => {
    const taken: unknown[] = [];
    await render(WeekSearch, {
      inputs: { ask: () => Promise.resolve(found), timeZone: 'Europe/Berlin' },
      on: { take: (slot) => taken.push(slot) },
    });
    fireEvent.click(screen.getByRole('button', { name: /Suggest fairer times/ }));
    expect(
      await screen.findByText(/Nobody is asked up at night. Early or late: 20 of 80 people \(Manila\)/),
    ).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: /Take this time: Tuesday,? 24\s?November, 13:00/ }));
    expect(taken).toEqual(found.slots);
  });

  it('say what went wrong when they cannot be told', async () => {
    await render(WeekSearch, {
      inputs: { ask: () => Promise.reject(new Error('no')), timeZone: 'UTC' },
    });
    fireEvent.click(screen.getByRole('button', { name: /Suggest fairer times/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side');
  });
});
