import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { RegistrationListItem, Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { registrationsRoutes } from './registration.routes';

const LIST = '/api/v1/sessions/s1/registrations?page=1';

function registration(id: string, state: RegistrationListItem['state']): RegistrationListItem {
  return {
    id,
    participantId: `p-${id}`,
    state,
    name: `Person ${id}`,
    email: `${id}@example.org`,
    organisation: 'City administration',
    position: '',
    city: 'Lviv',
    country: 'UA',
    language: 'en',
    registeredAt: '2026-11-20T10:00:00.000Z',
    place: state === 'waitlisted' ? 1 : null,
    joinHint:
      id === 'one' ? { firstAt: '2026-11-25T09:00:00Z', lastAt: '2026-11-25T09:30:00Z', presses: 2 } : null,
  };
}

const items = [
  registration('one', 'confirmed'),
  registration('two', 'waitlisted'),
  registration('three', 'cancelled'),
];

function answerList(backend: HttpTestingController): Promise<void> {
  return waitFor(() => {
    backend.expectOne(LIST).flush({ items, total: items.length, page: 1, pageSize: 25, joinHints: 1 });
  });
}

async function open(role: Role): Promise<HttpTestingController> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'sessions/:sessionId/registrations', children: registrationsRoutes }],
        withComponentInputBinding(),
        withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      ),
    ],
  });
  const backend = TestBed.inject(HttpTestingController);
  const ready = TestBed.inject(StaffAccess).ready();
  backend
    .expectOne('/api/v1/auth/me')
    .flush({ id: 'a', email: 'a@b.org', name: 'A', roles: [role], language: 'en' });
  await ready;
  await RouterTestingHarness.create('/sessions/s1/registrations');
  await answerList(backend);
  await screen.findByRole('row', { name: /Person one/ });
  return backend;
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

describe('the registrations of a session', () => {
  it('say who pressed “Join”, as a hint beside the counts', async () => {
    const backend = await open('organiser');
    expect(row('Person one')).toHaveTextContent(/2 times, last 25 Nov, 09:30/);
    expect(row('Person two')).toHaveTextContent('not pressed');
    await waitFor(() => {
      backend
        .expectOne('/api/v1/sessions/s1')
        .flush({ capacity: null, counts: [], translations: {}, timeZone: 'UTC' });
    });
    const pressed = await screen.findByText('Pressed “Join”');
    expect(pressed.nextElementSibling).toHaveTextContent('1 a hint, not attendance');
  });

  it('say in which state everybody is, and the place of those who wait', async () => {
    await open('organiser');
    expect(row('Person one')).toHaveTextContent('Confirmed');
    expect(row('Person two')).toHaveTextContent('Waiting list');
    expect(row('Person two')).toHaveTextContent('Place 1');
    expect(row('Person one')).toHaveTextContent('Ukraine');
  });

  it('are cancelled only after a question, and the list is asked for anew', async () => {
    const backend = await open('organiser');
    fireEvent.click(within(row('Person one')).getByRole('button', { name: /Cancel/ }));
    const dialog = await screen.findByRole('alertdialog');
    backend.expectNone('/api/v1/registrations/one/cancel');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel the registration' }));
    await waitFor(() => {
      backend.expectOne('/api/v1/registrations/one/cancel').flush(null);
    });
    await answerList(backend);
  });

  it('stay as they are when one goes back from the question', async () => {
    const backend = await open('organiser');
    fireEvent.click(within(row('Person one')).getByRole('button', { name: /Cancel/ }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
    await waitFor(() => {
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    });
    backend.expectNone('/api/v1/registrations/one/cancel');
  });

  it('offer no second cancelling, and erasing to nobody but administrators', async () => {
    await open('organiser');
    expect(within(row('Person three')).queryByRole('button', { name: /Cancel/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Erase/ })).not.toBeInTheDocument();
  });
});
