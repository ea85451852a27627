import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SeriesFairness } from '@reihe/shared-planning';
import { screen, waitFor, within } from '@testing-library/angular';
import { FairTimePage } from './fair-time-page';

const place = (id: string, city: string, people: number) => ({
  id,
  groupId: 'g',
  timeZone: 'UTC',
  cities: [city],
  people,
});
const session = (id: string, dayParts: SeriesFairness['sessions'][number]['dayParts']) => ({
  id,
  title: `Session ${id}`,
  state: 'published' as const,
  startsAt: '2026-10-13T12:00:00Z',
  endsAt: '2026-10-13T13:30:00Z',
  timeZone: 'Europe/Berlin',
  dayParts,
});
const FAIRNESS: SeriesFairness = {
  seriesId: 'r1',
  title: 'Water and cities',
  audience: {
    basis: 'mixed',
    groups: [
      { id: 'g', name: 'Europe', tint: 'europe', hasRecords: true },
      { id: 'h', name: 'Asia', tint: 'asia', hasRecords: false },
    ],
    places: [place('a', 'Lviv', 10), place('b', 'Manila', 10), place('c', 'Recife', 10)],
    countries: [],
  },
  sessions: [
    session('1', ['night', 'working-hours', null]),
    session('2', ['night', 'early-or-late', 'night']),
  ],
  burden: [
    { placeId: 'a', sessions: { 'working-hours': 0, 'early-or-late': 0, night: 2 } },
    { placeId: 'b', sessions: { 'working-hours': 1, 'early-or-late': 1, night: 0 } },
    { placeId: 'c', sessions: { 'working-hours': 0, 'early-or-late': 0, night: 1 } },
  ],
};

async function open(answer: SeriesFairness): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '', component: FairTimePage }]),
    ],
  });
  await RouterTestingHarness.create('/?series=r1');
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne('/api/v1/planning/fair-time/series/r1').flush(answer);
  });
}

describe('fair time over a series', () => {
  it('says who had the night how often, the most first, and who could have it next', async () => {
    await open(FAIRNESS);
    const table = await screen
      .findByRole('region', { name: 'Who had the night how often' })
      .then(() => within(screen.getAllByRole('table')[0] ?? document.body));
    const rows = table.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^Lviv Europe ?0 ?0 ?2$/),
      expect.stringMatching(/^Recife Europe ?0 ?0 ?1$/),
      expect.stringMatching(/^Manila Europe ?1 ?1 ?0$/),
    ]);
    expect(screen.getByText('Most nights so far (2): Lviv. Fewest: Manila.')).toBeVisible();
    expect(screen.getByText(/Nobody is registered yet from Asia: taken as large/)).toBeVisible();
  });

  it('tells session by session for whom it is night', async () => {
    await open(FAIRNESS);
    expect(await screen.findByRole('row', { name: /Session 2/ })).toHaveTextContent(
      /Lviv and Recife.*Manila/,
    );
    expect(screen.getByRole('row', { name: /Session 1/ })).toHaveTextContent(/Lviv.*Nobody/);
  });

  it('says what is missing where there is nothing to compare', async () => {
    await open({ ...FAIRNESS, sessions: [], burden: [] });
    expect(await screen.findByText('Nothing to compare yet')).toBeVisible();
  });
});
