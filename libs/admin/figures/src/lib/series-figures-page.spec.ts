import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Role, SeriesFigures } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { SeriesFiguresPage } from './series-figures-page';

const figures: SeriesFigures = {
  seriesId: 'r1',
  counts: [
    {
      measure: 'participants',
      value: 212,
      origin: 'counted',
      isAtLeast: false,
      source: null,
      statedOn: null,
    },
  ],
  stated: [
    {
      id: 'c1',
      measure: 'participations',
      value: 600,
      origin: 'reported',
      isAtLeast: true,
      source: 'the host',
      statedOn: '2020-12-20',
      sessionId: null,
      seriesId: 'r1',
      note: 'Closing speech',
      enteredBy: null,
      enteredAt: '2026-11-01T10:00:00.000Z',
    },
  ],
  sessions: [{ sessionId: 's1', title: 'Water supply', startsAt: '2020-10-27T09:00:00.000Z', counts: [] }],
  countries: [{ country: 'BR', participants: 12 }],
};

async function open(role: Role): Promise<HttpTestingController> {
  await render(SeriesFiguresPage, {
    inputs: { seriesId: 'r1' },
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
  await waitFor(() => {
    backend.expectOne('/api/v1/series/r1/figures').flush(figures);
  });
  await screen.findByRole('heading', { name: 'The whole series' });
  return backend;
}

describe('the figures of a series', () => {
  it('say where each number comes from, and that a number is a lower bound', async () => {
    await open('editor');
    expect(screen.getByRole('row', { name: /Participants 212/ })).toHaveTextContent('Counted');
    const reported = screen.getByRole('row', { name: /Participations/ });
    expect(reported).toHaveTextContent('at least 600');
    expect(reported).toHaveTextContent('Reported by the host');
    expect(screen.getByRole('row', { name: /Brazil 12/ })).toBeVisible();
  });

  it('take no number without who says so, and keep what was typed until they have it', async () => {
    const backend = await open('organiser');
    fireEvent.click(screen.getByRole('button', { name: 'Add a reported number Water supply' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText('Number'), { target: { value: '120' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the number' }));
    await waitFor(() => {
      expect(within(dialog).getByLabelText('Who says so')).toHaveAttribute('aria-invalid', 'true');
    });
    expect(within(dialog).getByLabelText('Number')).toHaveValue(120);
    fireEvent.input(within(dialog).getByLabelText('Who says so'), { target: { value: 'the host' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save the number' }));
    await waitFor(() => {
      const request = backend.expectOne('/api/v1/sessions/s1/counts');
      expect(request.request.body).toMatchObject({ value: 120, source: 'the host', isAtLeast: false });
      request.flush({ id: 'c2' });
    });
    await waitFor(() => {
      backend.expectOne('/api/v1/series/r1/figures').flush(figures);
    });
  });

  it('can be read, but not changed, by an editor', async () => {
    await open('editor');
    expect(screen.queryByRole('button', { name: /reported number|Change|Remove/ })).not.toBeInTheDocument();
  });
});
