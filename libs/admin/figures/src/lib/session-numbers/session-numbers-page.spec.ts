import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PROGRAMME_EVENTS, type ProgrammeChange, type Role } from '@reihe/shared-contracts';
import type { SessionNumbers } from '@reihe/shared-registration';
import { EVENT_LINE, StaffAccess, type EventLine } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { NGX_ECHARTS_CONFIG } from 'ngx-echarts';
import { NumbersChart } from './numbers-chart';
import { SessionNumbersPage } from './session-numbers-page';

const numbers: SessionNumbers = {
  sessionId: 's1',
  title: 'Leaking pipes',
  slug: 'leaking-pipes',
  timeZone: 'Europe/Berlin',
  startsAt: '2026-10-06T12:00:00Z',
  capacity: 40,
  states: { registered: 12, confirmed: 9, held: 2, waiting: 3, awaitingApproval: 0, cancelled: 1 },
  funnel: { sent: 20, addressConfirmed: 13, seated: 10, joined: 5 },
  addedByStaff: 2,
  countries: [
    { country: 'BR', registered: 8, confirmed: 6 },
    { country: null, registered: 4, confirmed: 3 },
  ],
  step: 'hour',
  overTime: [
    { from: '2026-09-01T08:00:00Z', sent: 4, confirmed: 2, cancelled: 0 },
    { from: '2026-09-01T10:00:00Z', sent: 20, confirmed: 9, cancelled: 1 },
  ],
};

class Line implements EventLine {
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }
  close(): void {
    this.listeners.clear();
  }
  tell(change: Partial<ProgrammeChange>): void {
    const data = JSON.stringify({ sessionIds: [], seriesIds: [], by: null, isWhole: false, ...change });
    this.listeners.get(PROGRAMME_EVENTS.change)?.({ data });
  }
}

const chart = {
  setOption: jest.fn(),
  ...{ on: jest.fn(), off: jest.fn(), clear: jest.fn(), dispose: jest.fn(), resize: jest.fn() },
  ...{ showLoading: jest.fn(), hideLoading: jest.fn(), isDisposed: () => false },
};

const ADDRESS = '/api/v1/sessions/s1/numbers';

async function open(answer: SessionNumbers, role: Role = 'organiser') {
  const line = new Line();
  await render(SessionNumbersPage, {
    inputs: { sessionId: 's1' },
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: EVENT_LINE, useValue: () => line },
    ],
    configureTestBed: (testBed) => {
      // jsdom lays nothing out, so no chart is ever drawn here.
      testBed.overrideComponent(NumbersChart, {
        set: { providers: [{ provide: NGX_ECHARTS_CONFIG, useValue: { echarts: { init: () => chart } } }] },
      });
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne(ADDRESS).flush(answer);
  });
  await screen.findByText('Leaking pipes');
  return { backend, line };
}

describe('the live numbers of a session', () => {
  beforeAll(() => {
    const nothing = jest.fn();
    window.matchMedia ??= (media) =>
      ({ media, matches: false, addEventListener: nothing, removeEventListener: nothing }) as never;
    window.ResizeObserver ??= class {
      readonly observe = nothing;
      readonly unobserve = nothing;
      readonly disconnect = nothing;
    };
  });

  it('say how many stand where, how far people came, from where and since when', async () => {
    await open(numbers);
    expect(screen.getByText('Confirmed', { selector: 'dt' }).nextElementSibling).toHaveTextContent('9 of 40');
    expect(screen.getByText('Held until confirmed').nextElementSibling).toHaveTextContent('2');
    expect(screen.getByRole('row', { name: 'Address confirmed 13 65 %' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Pressed “Join” 5 25 %' })).toBeVisible();
    expect(screen.getByText(/2 people were added by organisers/)).toBeVisible();
    expect(screen.getByRole('row', { name: 'Brazil 8 6' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Not told 4 3' })).toBeVisible();
    expect(screen.getByRole('img', { name: /Chart of the numbers/ })).toBeInTheDocument();
    // The table is folded; the session's clock is two hours ahead.
    expect(screen.getByText(/^1 Sept?,? 12:00$/).closest('tr')).toHaveTextContent(/20\s*9\s*1$/);
    const nav = screen.getByRole('navigation', { name: 'Pages of this session' });
    expect(within(nav).getByRole('link', { name: 'Registrations' })).toHaveAttribute(
      'href',
      '/sessions/s1/registrations',
    );
  });

  it('are read again when the session’s registrations change, and for no other session', async () => {
    const { backend, line } = await open(numbers);
    line.tell({ sessionIds: ['other'] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    backend.expectNone(ADDRESS);
    line.tell({ sessionIds: ['s1'] });
    line.tell({ sessionIds: ['s1'] });
    await waitFor(() => {
      backend.expectOne(ADDRESS).flush({ ...numbers, states: { ...numbers.states, confirmed: 10 } });
    });
    await waitFor(() => {
      expect(screen.getByText('Confirmed', { selector: 'dt' }).nextElementSibling).toHaveTextContent(
        '10 of 40',
      );
    });
  });

  it('say what will come where nobody has registered yet', async () => {
    await open({
      ...numbers,
      states: { registered: 0, confirmed: 0, held: 0, waiting: 0, awaitingApproval: 0, cancelled: 0 },
      funnel: { sent: 0, addressConfirmed: 0, seated: 0, joined: 0 },
      countries: [],
      overTime: [],
    });
    expect(screen.getByText('Nobody has registered yet')).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('can be kept as a file, part after part', async () => {
    await open(numbers);
    let file: Blob | undefined;
    URL.createObjectURL = (given) => {
      file = given as Blob;
      return 'blob:numbers';
    };
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
    fireEvent.click(screen.getByRole('button', { name: 'Export (CSV)' }));
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => {
        resolve(reader.result as string);
      };
      reader.readAsText(file ?? new Blob());
    });
    expect(text).toContain('Confirmed,9\r\n');
    expect(text).toContain('Address confirmed,13\r\n');
    expect(text).toContain('Brazil,8,6\r\n');
    expect(text).toContain('2026-09-01T10:00:00Z,20,9,1\r\n');
  });
});
