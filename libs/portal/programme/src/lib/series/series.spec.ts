import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap, provideRouter, type Params } from '@angular/router';
import type { SeriesPage } from '@reihe/shared-contracts';
import { aSeriesPage, aSessionTeaser } from '@reihe/shared-testing';
import { ReaderClock } from '@reihe/web-platform';
import { render, screen } from '@testing-library/angular';
import { of } from 'rxjs';
import { Series } from './series';

async function show(page: SeriesPage, query: Params = {}) {
  await render(Series, {
    inputs: { slug: 'water-and-cities' },
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      {
        provide: ActivatedRoute,
        useValue: { queryParams: of(query), snapshot: { queryParamMap: convertToParamMap(query) } },
      },
      {
        provide: ReaderClock,
        useValue: { timeZone: signal(null), now: signal(new Date('2026-10-03T12:00:00Z')) },
      },
    ],
  });
  const asked = TestBed.inject(HttpTestingController).expectOne((request) =>
    request.url.endsWith('/pages/series/water-and-cities'),
  );
  asked.flush(page);
  await screen.findByRole('heading', { level: 1 });
  return asked.request.params;
}

const sessions = [aSessionTeaser({ slug: 'a' }), aSessionTeaser({ slug: 'b' })];

describe('the page of a series', () => {
  it('asks for what its address says, and for nothing that nobody can mean', async () => {
    const params = await show(aSeriesPage(), { region: ['asia', 'africa'], kind: 'party', start: '25' });
    expect(params.getAll('region')).toEqual(['asia', 'africa']);
    expect(params.get('start')).toBe('25');
    expect(params.has('kind')).toBe(false);
  });

  it('says which part of a long programme it shows, and leads to those before and after', async () => {
    await show(aSeriesPage({ sessions, window: { total: 500, past: 299, start: 297, zone: 'UTC' } }));
    expect(screen.getByRole('status')).toHaveTextContent('500 sessions, 297 to 298 shown');
    expect(screen.getByRole('link', { name: 'Earlier sessions' }).getAttribute('href')).toContain(
      'start=273',
    );
    expect(screen.getByRole('link', { name: 'Later sessions' }).getAttribute('href')).toContain('start=321');
    expect(screen.getByRole('link', { name: 'Go to today' })).toBeInTheDocument();
  });

  it('leads nowhere where the whole programme is shown', async () => {
    await show(aSeriesPage({ sessions }));
    expect(screen.getByRole('status')).toHaveTextContent('2 sessions');
    expect(screen.queryByRole('link', { name: /Earlier|Later|today/ })).not.toBeInTheDocument();
  });

  it('says that nothing fits, with the way out', async () => {
    await show(aSeriesPage({ sessions: [] }), { region: 'nowhere' });
    expect(screen.getByText('No session fits these filters')).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: 'Show everything' }).length).toBeGreaterThan(0);
  });

  it('offers to subscribe to what is shown, in the page’s language, without how it is shown', async () => {
    await show(aSeriesPage(), { region: ['asia', 'africa'], view: 'month', month: '2026-11', start: '3' });
    const feed = '/calendar/series/water-and-cities.ics?region=asia&region=africa&lang=en';
    const link = screen.getByRole('link', { name: 'Subscribe to what is shown' });
    expect(link.getAttribute('href')).toMatch(/^webcal:/);
    expect(link.getAttribute('href')).toContain(feed);
    expect(screen.getByRole('link', { name: /Download/ })).toHaveAttribute('href', feed);
    const addressIn = (name: string, key: string) =>
      new URL(screen.getByRole('link', { name }).getAttribute('href') ?? '').searchParams.get(key);
    expect(addressIn('Google Calendar', 'cid')).toBe(link.getAttribute('href'));
    expect(addressIn('Outlook', 'url')).toContain(feed);
  });

  it('offers the whole calendar where nothing is filtered', async () => {
    await show(aSeriesPage());
    expect(screen.getByRole('link', { name: 'Subscribe to the calendar' }).getAttribute('href')).toContain(
      '/calendar/series/water-and-cities.ics?lang=en',
    );
  });
});
