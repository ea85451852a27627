import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { DuplicateSession } from '@reihe/shared-planning';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { DuplicatePage } from './duplicate-page';

const ORIGINAL = {
  id: 's1',
  seriesId: '00000000-0000-4000-8000-000000000001',
  startsAt: '2026-10-18T12:00:00Z',
  endsAt: '2026-10-18T13:30:00Z',
  startsLocal: '2026-10-18T14:00',
  timeZone: 'Europe/Berlin',
  regionIds: ['r1'],
  translations: { en: { title: 'Leaking pipes', abstract: '' } },
};

async function open(): Promise<HttpTestingController> {
  await render(DuplicatePage, {
    inputs: { session: 's1' },
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: ['organiser'], language: 'en' });
    },
  });
  const backend = TestBed.inject(HttpTestingController);
  await waitFor(() => {
    backend.expectOne('/api/v1/sessions/s1').flush(ORIGINAL);
  });
  await screen.findByRole('heading', { name: 'Duplicate this session' });
  return backend;
}

const start = () => screen.getByLabelText('Starts');
const create = () => screen.getByRole('button', { name: 'Create the draft and open it' });

describe('duplicating a session', () => {
  it('offers the same time a week on, and opens the draft that comes of it', async () => {
    const backend = await open();
    const opened = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await waitFor(() => {
      expect(start()).toHaveValue('2026-10-25T14:00');
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'With its speakers' }));
    fireEvent.click(create());
    await waitFor(() => {
      const request = backend.expectOne({ method: 'POST', url: '/api/v1/planning/sessions/s1/duplicate' });
      expect(request.request.body).toEqual({
        startsLocal: '2026-10-25T14:00',
        clockChoice: null,
        withAgenda: true,
        withSpeakers: false,
      } satisfies DuplicateSession);
      request.flush({ id: 's2' });
    });
    await waitFor(() => {
      expect(opened).toHaveBeenCalledWith(['/sessions', 's2']);
    });
  });

  it('asks which of two equal times is meant before it sends anything', async () => {
    const backend = await open();
    await waitFor(() => {
      expect(start()).not.toHaveValue('');
    });
    fireEvent.input(start(), { target: { value: '2026-10-25T02:30' } });
    fireEvent.click(create());
    expect(await screen.findByText('Say first which time is meant.')).toBeVisible();
    fireEvent.click(screen.getByRole('radio', { name: /The second time/ }));
    fireEvent.click(create());
    await waitFor(() => {
      const request = backend.expectOne({ method: 'POST', url: '/api/v1/planning/sessions/s1/duplicate' });
      expect(request.request.body).toMatchObject({ startsLocal: '2026-10-25T02:30', clockChoice: 'later' });
    });
  });
});
