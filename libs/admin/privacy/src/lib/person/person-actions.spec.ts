import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Role } from '@reihe/shared-contracts';
import type { PersonHoldings } from '@reihe/shared-figures';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { PersonActions } from './person-actions';

const holdings: PersonHoldings = {
  ...{ participantId: 'p1', name: 'Ada Sample', placesToCome: 1 },
  held: {
    ...{
      people: 2,
      registrations: 3,
      answers: 4,
      waiting: 0,
      mails: 9,
      links: 1,
      certificates: 0,
      feedback: 0,
    },
    ...{ attendees: 1, guests: 0, lines: 2, files: 0, decisions: 0, invitations: 0 },
  },
};

async function asked(method: string, path: string): Promise<TestRequest> {
  const backend = TestBed.inject(HttpTestingController);
  return waitFor(() => backend.expectOne((one) => one.method === method && one.url === `/api/v1${path}`));
}

async function open(role: Role) {
  const changed = jest.fn();
  await render(PersonActions, {
    inputs: { person: { id: 'p1', name: 'Ada Sample', email: 'ada@city.example' }, changed },
    providers: [provideHttpClient(), provideHttpClientTesting()],
    configureTestBed: (testBed) => {
      void testBed.inject(StaffAccess).ready();
      testBed
        .inject(HttpTestingController)
        .expectOne('/api/v1/auth/me')
        .flush({ id: 'a', email: 'a@example.org', name: 'A', roles: [role], language: 'en' });
    },
  });
  return changed;
}

describe('what privacy does with one person', () => {
  it('is offered to nobody but administrators', async () => {
    await open('organiser');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('erases after saying what goes, what stays and what stays taken, for the request that is named', async () => {
    const changed = await open('administrator');
    fireEvent.click(screen.getByRole('button', { name: 'Erase …' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByRole('button', { name: 'Erase this person' })).toBeDisabled();
    (await asked('GET', '/privacy/people/p1')).flush(holdings);
    expect(await dialog.findByText('Lines of meeting reports')).toBeInTheDocument();
    expect(dialog.getByText(/One place in a session to come stays taken/)).toBeInTheDocument();
    expect(dialog.getByText(/every figure\s+is what it was/)).toBeInTheDocument();

    fireEvent.input(dialog.getByLabelText('Request (optional)'), { target: { value: 'x'.repeat(121) } });
    await waitFor(() => {
      expect(dialog.getByRole('button', { name: 'Erase this person' })).toBeDisabled();
    });
    fireEvent.input(dialog.getByLabelText('Request (optional)'), { target: { value: ' File 7 ' } });
    fireEvent.click(await waitFor(() => dialog.getByRole('button', { name: 'Erase this person' })));
    const sent = await asked('POST', '/privacy/people/p1/erase');
    expect(sent.request.body).toEqual({ reference: 'File 7' });
    expect(changed).not.toHaveBeenCalled();
    sent.flush(null);
    await waitFor(() => {
      expect(changed).toHaveBeenCalledTimes(1);
    });
  });

  it('stays open and says why where it was refused', async () => {
    const changed = await open('administrator');
    fireEvent.click(screen.getByRole('button', { name: 'Erase …' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    (await asked('GET', '/privacy/people/p1')).flush(holdings);
    await waitFor(() => {
      expect(dialog.getByRole('button', { name: 'Erase this person' })).toBeEnabled();
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Erase this person' }));
    (await asked('POST', '/privacy/people/p1/erase')).flush(
      { code: 'participant.not-found' },
      { status: 404, statusText: 'Not found' },
    );
    expect(await dialog.findByRole('alert')).toBeInTheDocument();
    expect(changed).not.toHaveBeenCalled();
  });

  it('hands over everything about the person as a file to keep', async () => {
    const urls = { createObjectURL: jest.fn(() => 'blob:file'), revokeObjectURL: jest.fn() };
    Object.assign(URL, urls);
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await open('administrator');
    fireEvent.click(screen.getByRole('button', { name: 'Export everything …' }));
    const dialog = within(await screen.findByRole('dialog'));
    (await asked('GET', '/privacy/people/p1')).flush(holdings);
    await waitFor(() => {
      expect(dialog.getByRole('button', { name: 'Export everything' })).toBeEnabled();
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Export everything' }));
    (await asked('POST', '/privacy/people/p1/export')).flush(new Blob(['zip']));
    await waitFor(() => {
      expect(click).toHaveBeenCalledTimes(1);
    });
    expect(click.mock.contexts[0]).toHaveProperty('download', 'person-p1.zip');
    click.mockRestore();
  });
});
