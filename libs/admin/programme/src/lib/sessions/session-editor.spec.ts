import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NO_MEETING, type Role, type SaveSession, type Session } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { SessionEditor } from './session-editor';

const SESSION: Session = {
  id: 's1',
  version: 3,
  seriesId: 'a7f0c1de-2b34-4c56-8d78-9e0f1a2b3c4d',
  slug: 'night-shift',
  state: 'draft',
  kind: 'exchange',
  startsAt: '2026-10-24T23:30:00.000Z',
  endsAt: '2026-10-25T03:00:00.000Z',
  startsLocal: '2026-10-25T01:30',
  endsLocal: '2026-10-25T04:00',
  timeZone: 'Europe/Berlin',
  languages: ['en'],
  interpretation: [],
  regionIds: [],
  categoryIds: [],
  capacity: 30,
  registrationOpensAt: null,
  registrationClosesAt: null,
  meeting: { ...NO_MEETING, url: 'https://meet.example.org/secret' },
  cancelReason: null,
  sequence: 0,
  translations: { en: { title: 'Night shift', abstract: '' } },
  agenda: [],
  contributions: [],
  counts: [],
};

async function open(role: Role, session: Session = SESSION): Promise<HttpTestingController> {
  await render(SessionEditor, {
    inputs: { id: session.id },
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
    backend.expectOne('/api/v1/sessions/s1').flush(session);
  });
  await screen.findByRole('heading', { level: 1, name: 'Night shift' });
  return backend;
}

const titleBox = () => within(screen.getByRole('group', { name: 'English' })).getByLabelText('Title');

describe('the session editor', () => {
  it('shows the same time in other zones while one types', async () => {
    await open('organiser');
    const table = screen.getByRole('table', { name: /The same time elsewhere/ });
    expect(within(table).getByRole('row', { name: /Kolkata/ })).toHaveTextContent('05:00');
    fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T00:30' } });
    await waitFor(() => {
      expect(within(table).getByRole('row', { name: /Kolkata/ })).toHaveTextContent('04:00');
    });
  });

  it('asks which of two equal times is meant, and sends the answer', async () => {
    const backend = await open('organiser');
    fireEvent.input(screen.getByLabelText('Starts'), { target: { value: '2026-10-25T02:30' } });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      backend
        .expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' })
        .flush({ code: 'time.ambiguous' }, { status: 422, statusText: 'Unprocessable' });
    });
    fireEvent.click(await screen.findByRole('radio', { name: /02:30 GMT\+1/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Use this time' }));
    await waitFor(() => {
      const again = backend.expectOne({ method: 'PUT', url: '/api/v1/sessions/s1' });
      expect((again.request.body as SaveSession).clockChoice).toBe('later');
      again.flush({ ...SESSION, version: 4, startsLocal: '2026-10-25T02:30' });
    });
    expect(await screen.findByText(/Saved at/)).toBeVisible();
  });

  it('keeps link and passcode covered until one asks for them', async () => {
    await open('organiser');
    const link = screen.getByLabelText(/Meeting link/);
    expect(link).toHaveAttribute('type', 'password');
    fireEvent.click(screen.getByRole('button', { name: 'Show link and passcode' }));
    await waitFor(() => {
      expect(link).toHaveAttribute('type', 'url');
    });
  });

  it('publishes only what is saved', async () => {
    await open('organiser');
    expect(screen.getByRole('button', { name: 'Publish' })).toBeEnabled();
    fireEvent.input(titleBox(), { target: { value: 'Another title' } });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    });
  });

  it('cancels with a reason, and not without one', async () => {
    const backend = await open('organiser', { ...SESSION, state: 'published' });
    fireEvent.click(screen.getByRole('button', { name: /Cancel the session/ }));
    const dialog = await screen.findByRole('alertdialog');
    const confirm = within(dialog).getByRole('button', { name: 'Cancel the session and tell everyone' });
    expect(confirm).toBeDisabled();
    fireEvent.input(within(dialog).getByLabelText('Reason'), { target: { value: 'The speaker fell ill.' } });
    await waitFor(() => {
      expect(confirm).toBeEnabled();
    });
    fireEvent.click(confirm);
    await waitFor(() => {
      const request = backend.expectOne('/api/v1/sessions/s1/cancel');
      expect(request.request.body).toEqual({ version: 3, reason: 'The speaker fell ill.' });
      request.flush({ ...SESSION, state: 'cancelled', cancelReason: 'The speaker fell ill.' });
    });
    expect(await screen.findByText(/Cancelled:/)).toHaveTextContent('The speaker fell ill.');
  });

  it('can be read, but neither saved nor published, by an editor', async () => {
    await open('editor');
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
    expect(titleBox()).toBeDisabled();
  });
});
