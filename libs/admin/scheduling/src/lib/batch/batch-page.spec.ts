import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@reihe/shared-contracts';
import type { BatchPreview, CreateBatch, PreviewBatch } from '@reihe/shared-planning';
import { plannedDates } from '@reihe/shared-policies';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { BatchPage } from './batch-page';

const SERIES = {
  id: '00000000-0000-4000-8000-000000000001',
  slug: 'water',
  title: 'Water and cities',
  state: 'published',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  timeZone: 'Europe/Berlin',
  sessions: 0,
  recaps: 0,
};

/** What the API says of the dates, with a holiday on the second. */
function previewOf({ pattern, changes }: PreviewBatch): BatchPreview {
  return {
    audience: {
      basis: 'records',
      groups: [{ id: 'g', name: 'Latin America', tint: 'latin-america', hasRecords: true }],
      places: [{ id: 'p', groupId: 'g', timeZone: 'America/Recife', cities: ['Recife'], people: 12 }],
      countries: ['BR'],
    },
    dates: plannedDates(pattern, changes).map(({ index, local, time, isLeftOut, isMoved }) => ({
      index,
      startsLocal: local,
      isLeftOut,
      isMoved,
      time: time.kind,
      candidates: [],
      startsAt: time.kind === 'exact' ? time.instant.toISOString() : null,
      endsAt: null,
      isOutsidePeriod: index === 2,
      holidays: index === 1 ? [{ country: 'BR', name: 'A feast' }] : [],
    })),
  };
}

async function open(role: Role): Promise<HttpTestingController> {
  await render(BatchPage, {
    inputs: { series: SERIES.id },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a1', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend
      .expectOne('/api/v1/series?pageSize=100')
      .flush({ items: [SERIES], total: 1, page: 1, pageSize: 100 });
  });
  await waitFor(() => {
    expect(screen.getByLabelText('Series')).toHaveValue(SERIES.id);
  });
  return backend;
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function answerPreview(backend: HttpTestingController): Promise<void> {
  await waitFor(
    () => {
      const asked = backend.match('/api/v1/planning/batch/preview').filter(({ cancelled }) => !cancelled);
      const last = asked.at(-1);
      if (!last) throw new Error('Not asked yet.');
      last.flush(previewOf(last.request.body as PreviewBatch));
    },
    { timeout: 3000 },
  );
}

async function creation(backend: HttpTestingController): Promise<TestRequest> {
  let request: TestRequest | undefined;
  await waitFor(() => {
    request = backend.expectOne({ method: 'POST', url: '/api/v1/planning/batch' });
  });
  if (!request) throw new Error('unreachable: waited for');
  return request;
}

const dates = () =>
  within(screen.getByRole('table', { name: 'The dates of the batch' }))
    .getAllByRole('row')
    .slice(1);
const titleBox = () => within(screen.getByRole('group', { name: 'English' })).getByLabelText(/Title/);

describe('planning several sessions', () => {
  it('shows the dates while one types, with the hour elsewhere, changed clocks, holidays and the series’ end', async () => {
    const backend = await open('organiser');
    type('First start', '2026-10-13T14:00');
    await waitFor(() => {
      expect(dates()).toHaveLength(6);
    });
    await answerPreview(backend);
    await waitFor(() => {
      expect(dates()[1]).toHaveTextContent('Public holiday: Brazil (A feast).');
    });
    expect(dates()[0]).toHaveTextContent('Recife 09:00');
    expect(dates()[1]).toHaveTextContent('Recife 10:00');
    expect(dates()[1]).toHaveTextContent('clocks in Berlin are put back by 1 h');
    expect(dates()[1]).toHaveTextContent('Another hour than at the date before: Recife (+1 h).');
    expect(dates()[2]).toHaveTextContent('Outside of the period of the series.');
    expect(screen.getByText('6 sessions will be created.')).toBeVisible();
  });

  it('creates nothing before every question about the clocks is answered', async () => {
    const backend = await open('organiser');
    fireEvent.input(titleBox(), { target: { value: 'Night shift {number}' } });
    type('First start', '2026-10-25T02:30');
    type('How many times', '1');
    fireEvent.click(await screen.findByRole('button', { name: 'Create one draft' }));
    expect(await screen.findByText(/Some dates ask which time is meant/)).toBeVisible();
    backend.expectNone('/api/v1/planning/batch');
    const later = screen.getByRole('radio', { name: /The second time, 02:30 GMT\+1/ });
    await waitFor(() => {
      expect(screen.getByRole('radio', { name: /The first time/ })).toHaveFocus();
    });
    expect(later).not.toBeChecked();
    fireEvent.click(later);
    fireEvent.click(screen.getByRole('button', { name: 'Create one draft' }));
    const body = (await creation(backend)).request.body as CreateBatch;
    expect(body.changes).toEqual([{ index: 0, isLeftOut: false, startsLocal: null, clockChoice: 'later' }]);
  });

  it('sends one key however often it is tried, says what was created, and takes it back', async () => {
    const backend = await open('organiser');
    fireEvent.input(titleBox(), { target: { value: 'Peer advice {number}' } });
    type('First start', '2026-10-13T14:00');
    await waitFor(() => {
      expect(dates()).toHaveLength(6);
    });
    fireEvent.click(screen.getByRole('button', { name: /Leave out Tue.* 27.*Oct/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Create 5 drafts' }));
    const first = await creation(backend);
    const { key } = first.request.body as CreateBatch;
    first.flush({ code: 'server.busy', status: 503 }, { status: 503, statusText: 'Busy' });
    expect(await screen.findByText(/The server is very busy/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Create 5 drafts' }));
    const second = await creation(backend);
    expect((second.request.body as CreateBatch).key).toBe(key);
    const session = {
      id: 's1',
      slug: 'peer',
      startsAt: '2026-10-13T12:00:00Z',
      endsAt: '2026-10-13T13:30:00Z',
    };
    second.flush({ id: key, seriesId: SERIES.id, sessions: [session] });
    expect(await screen.findByRole('heading', { name: 'One session was created as a draft' })).toHaveFocus();
    fireEvent.click(screen.getByRole('button', { name: /Undo/ }));
    await waitFor(() => {
      backend.expectOne({ method: 'DELETE', url: `/api/v1/planning/batch/${key}` }).flush(null);
    });
    // What was typed is still there, under another key.
    expect(await screen.findByRole('button', { name: 'Create 5 drafts' })).toBeVisible();
    expect(titleBox()).toHaveValue('Peer advice {number}');
    fireEvent.click(screen.getByRole('button', { name: 'Create 5 drafts' }));
    expect(((await creation(backend)).request.body as CreateBatch).key).not.toBe(key);
  });

  it('moves a single date, and forgets that when the pattern becomes another', async () => {
    await open('organiser');
    type('First start', '2026-10-13T14:00');
    await waitFor(() => {
      expect(dates()).toHaveLength(6);
    });
    fireEvent.click(screen.getByRole('button', { name: /Other time Tue.* 27.*Oct/ }));
    const box = await screen.findByLabelText('Start of this date');
    fireEvent.change(box, { target: { value: '2026-10-28T15:00' } });
    await waitFor(() => {
      expect(dates()[1]).toHaveTextContent(/Wed.* 28.*Oct.*15:00.*\(moved\)/);
    });
    type('How many times', '7');
    await waitFor(() => {
      expect(dates()).toHaveLength(7);
    });
    expect(dates()[1]).toHaveTextContent('15:00');
    type('Every so many', '1');
    await waitFor(() => {
      expect(dates()[1]).toHaveTextContent(/Tue.* 20.*Oct.*14:00/);
    });
  });

  it('names what is missing', async () => {
    await open('organiser');
    fireEvent.click(screen.getByRole('button', { name: 'Create drafts' }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('First start');
    expect(summary).toHaveTextContent('Title');
  });

  it('lets an editor try dates out, but create nothing', async () => {
    await open('editor');
    expect(screen.queryByRole('button', { name: /Create/ })).not.toBeInTheDocument();
    expect(screen.getByText(/Creating sessions is for organisers/)).toBeVisible();
  });
});
