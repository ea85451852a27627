import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@reihe/shared-contracts';
import type { SessionConflicts } from '@reihe/shared-planning';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { TodayPage } from './today-page';

const NOTHING = 'Nothing waits for you';
const NOT_READY: SessionConflicts = {
  id: 's1',
  title: 'Water supply',
  seriesId: 'r',
  startsAt: '2026-11-24T12:00:00Z',
  endsAt: '2026-11-24T13:00:00Z',
  timeZone: 'Europe/Berlin',
  conflicts: [{ code: 'holiday', country: 'DE', name: 'Feast' }, { code: 'no-meeting-link' }],
};

async function open(role: Role) {
  await render(TodayPage, {
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  const answer = (path: string, body: object, options?: { status: number; statusText: string }) =>
    waitFor(() => {
      const found = backend.match((request) => request.url.startsWith(path));
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) one.flush(body, options);
    });
  const none = { items: [], total: 0, page: 1, pageSize: 100 };
  await answer('/api/v1/sessions', none);
  await answer('/api/v1/recaps', none);
  await answer('/api/v1/recap-desk/cards', none);
  const outbox = { isMailServerConfigured: false, queued: 2, failed: 0, sent: 0 };
  await answer('/api/v1/outbox/status', outbox).catch(() => undefined);
  return { answer };
}

describe('today', () => {
  it('says that nothing waits only when it knows what clashes', async () => {
    const { answer } = await open('organiser');
    expect(screen.queryByText(NOTHING)).not.toBeInTheDocument();
    await answer('/api/v1/planning/conflicts', {}, { status: 500, statusText: 'Server Error' });
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByText(NOTHING)).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await answer('/api/v1/planning/conflicts', []);
    expect(await screen.findByText(NOTHING)).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('links to where a session lacks its meeting, and says whose data the holidays are', async () => {
    const { answer } = await open('organiser');
    await answer('/api/v1/planning/conflicts', [NOT_READY]);
    const [link] = await screen.findAllByRole('link', { name: 'Water supply' });
    expect(link).toHaveAttribute('href', '/sessions/s1#meeting');
    expect(screen.getByText(/CC BY-SA/)).toBeVisible();
  });

  it('asks nobody about clashes who may not plan', async () => {
    await open('editor');
    expect(await screen.findByText(NOTHING)).toBeVisible();
  });
});
