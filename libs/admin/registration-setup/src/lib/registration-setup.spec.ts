import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Problem, Role } from '@reihe/shared-contracts';
import {
  HOUSE_RULES,
  type InvitationCode,
  type RegistrationRulesOf,
  type SaveRegistrationRules,
} from '@reihe/shared-registration';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { InvitationsPage } from './invitations/invitations-page';
import { RulesPage } from './rules/rules-page';

const AT = '/api/v1/registration-setup/sessions/x1';
const NOTHING = Object.fromEntries(Object.keys(HOUSE_RULES).map((field) => [field, null]));
const RULES = {
  version: 2,
  own: { ...NOTHING, holdMinutes: 30 },
  inherited: { ...HOUSE_RULES, mode: 'approval', holdMinutes: 120 },
} as unknown as RegistrationRulesOf;
const SESSION = {
  id: 'x1',
  slug: 'pipes',
  seriesId: 's1',
  translations: { en: { title: 'Leaking pipes', abstract: '' } },
};

const aProblem = (fields: Problem['fields']): Problem => ({
  type: 'about:blank',
  title: 'Invalid',
  status: 400,
  code: 'request.invalid',
  correlationId: 'c',
  ...(fields && { fields }),
});

async function open(page: Type<unknown>, role: Role = 'organiser'): Promise<HttpTestingController> {
  await render(page, {
    inputs: { kind: 'sessions', ownerId: 'x1' },
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
    expect(
      backend.match('/api/v1/sessions/x1').map((request) => {
        request.flush(SESSION);
      }).length,
    ).toBeGreaterThan(0);
  });
  return backend;
}

describe('the rules of registering', () => {
  const openRules = async (role?: Role) => {
    const backend = await open(RulesPage, role);
    await waitFor(() => {
      backend.expectOne(`${AT}/rules`).flush(RULES);
    });
    await screen.findByRole('heading', { name: 'Who gets a place' });
    return backend;
  };
  const hold = () => screen.getByRole('spinbutton', { name: /Minutes a place is held/ });
  const save = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  };

  it('show what the series has where the session says nothing', async () => {
    await openRules();
    expect(screen.getByRole('link', { name: 'Leaking pipes' })).toHaveAttribute('href', '/sessions/x1');
    const nav = screen.getByRole('navigation', { name: 'Pages of this session' });
    expect(within(nav).getByRole('link', { name: 'Live numbers' })).toHaveAttribute(
      'href',
      '/sessions/x1/numbers',
    );
    expect(hold()).toHaveValue(30);
    expect(hold()).toHaveAttribute('placeholder', '120');
    expect(hold()).toHaveAccessibleDescription('As the series: 2 hours. 0: no place is held.');
    expect(screen.getByRole('combobox', { name: 'Who may register' })).toHaveDisplayValue(
      'As the series: An organiser decides',
    );
    expect(screen.getByRole('combobox', { name: 'Reminders' })).toHaveDisplayValue(
      'As the series: 1 day and 1 hour',
    );
    expect(screen.queryByLabelText(/Places of a new session/)).not.toBeInTheDocument();
  });

  it('are sent whole: what is empty is as the series has it', async () => {
    const backend = await openRules();
    fireEvent.input(hold(), { target: { value: '' } });
    fireEvent.input(screen.getByRole('combobox', { name: 'Waiting list' }), { target: { value: 'no' } });
    fireEvent.input(screen.getByRole('combobox', { name: 'Reminders' }), { target: { value: 'yes' } });
    fireEvent.click(await screen.findByRole('checkbox', { name: '3 days' }));
    await save();
    const body = backend.expectOne({ method: 'PUT', url: `${AT}/rules` }).request
      .body as SaveRegistrationRules;
    expect(body).toEqual({ ...NOTHING, version: 2, hasWaitingList: false, reminders: [4320] });
  });

  it('go back to those of the series at one press, which is to be saved yet', async () => {
    const backend = await openRules();
    fireEvent.click(screen.getByRole('button', { name: 'Everything as the series has it' }));
    await waitFor(() => {
      expect(hold()).toHaveValue(null);
    });
    expect(screen.queryByRole('button', { name: /Everything as/ })).not.toBeInTheDocument();
    await save();
    expect(backend.expectOne({ method: 'PUT', url: `${AT}/rules` }).request.body).toEqual({
      ...NOTHING,
      version: 2,
    });
  });

  it('say at the field what is wrong, and send nothing', async () => {
    const backend = await openRules();
    fireEvent.input(hold(), { target: { value: '3000' } });
    await save();
    await waitFor(() => {
      expect(hold()).toHaveAccessibleDescription(/^Please enter 2880 or less\./);
    });
    backend.expectNone({ method: 'PUT', url: `${AT}/rules` });
  });

  it('can be read, not changed, by editors', async () => {
    await openRules('editor');
    expect(hold()).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Invitations' })).not.toBeInTheDocument();
  });
});

describe('invitations', () => {
  const aCode = (change: Partial<InvitationCode> = {}): InvitationCode => ({
    id: 'c1',
    code: 'SPRING-26',
    note: 'Partners',
    maxUses: 5,
    uses: 2,
    expiresAt: null,
    revokedAt: null,
    createdAt: '2026-09-01T08:00:00Z',
    ...change,
  });
  const openInvitations = async (codes: InvitationCode[] = [], addresses: string[] = []) => {
    const backend = await open(InvitationsPage);
    const items = addresses.map((pattern) => ({ id: pattern, pattern, createdAt: '2026-09-01T08:00:00Z' }));
    await waitFor(() => {
      backend.expectOne(`${AT}/codes`).flush(codes);
    });
    backend.expectOne(`${AT}/rules`).flush(RULES);
    backend
      .expectOne(`${AT}/addresses?page=1&pageSize=50`)
      .flush({ items, total: items.length, page: 1, pageSize: 50 });
    await waitFor(() => {
      expect(screen.queryByText('Loading …')).not.toBeInTheDocument();
    });
    return backend;
  };

  it('say that nobody needs one while the rules let in others', async () => {
    await openInvitations();
    expect(screen.getByText(/Nobody needs an invitation now/)).toBeVisible();
    expect(screen.getByText('No codes yet')).toBeVisible();
    expect(screen.getByText('Nobody is on the list yet')).toBeVisible();
  });

  it('are made as codes, with note, limit and last day, and listed with their uses', async () => {
    const backend = await openInvitations([
      aCode(),
      aCode({ id: 'c2', code: 'OLD', revokedAt: '2026-09-02T08:00:00Z' }),
    ]);
    const row = screen.getByRole('row', { name: /SPRING-26/ });
    expect(row).toHaveTextContent(/Partners\s*2 of 5\s*Valid/);
    expect(screen.getByRole('row', { name: /OLD/ })).toHaveTextContent('Revoked');
    fireEvent.input(screen.getByLabelText(/^Note/), { target: { value: 'Press' } });
    fireEvent.input(screen.getByLabelText(/For how many people/), { target: { value: '3' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make a code' }));
    const request = await waitFor(() => backend.expectOne({ method: 'POST', url: `${AT}/codes` }));
    expect(request.request.body).toEqual({ code: '', note: 'Press', maxUses: 3, expiresAt: null });
    request.flush([aCode({ id: 'c3', code: 'NEW1-NEW2' })]);
    expect(await screen.findByRole('row', { name: /NEW1-NEW2/ })).toBeVisible();
    expect(screen.getByLabelText(/^Note/)).toHaveValue('');
  });

  it('say at the field that a code is taken, and keep what was typed', async () => {
    const backend = await openInvitations();
    fireEvent.input(screen.getByRole('textbox', { name: /^Code \(/ }), { target: { value: 'SPRING-26' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make a code' }));
    (await waitFor(() => backend.expectOne({ method: 'POST', url: `${AT}/codes` }))).flush(
      aProblem([{ path: 'code', code: 'already-used' }]),
      { status: 400, statusText: '400' },
    );
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: /^Code \(/ })).toHaveAccessibleDescription(
        /^This is already in use\./,
      );
    });
    expect(screen.getByRole('textbox', { name: /^Code \(/ })).toHaveValue('SPRING-26');
  });

  it('are pasted as addresses; each wrong line is named and nothing pasted is lost', async () => {
    const backend = await openInvitations([], ['@town.example']);
    expect(screen.getByRole('button', { name: 'Remove @town.example' })).toBeVisible();
    const box = screen.getByLabelText('Addresses, one a line');
    fireEvent.input(box, { target: { value: 'kim@city.example\nnobody' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Invite them' }));
    const request = backend.expectOne({ method: 'POST', url: `${AT}/addresses` });
    expect(request.request.body).toEqual({ lines: ['kim@city.example', 'nobody'] });
    request.flush(aProblem([{ path: 'lines.1', code: 'wrong-format' }]), { status: 400, statusText: '400' });
    expect(await screen.findByText(/Line 2: “nobody”\. Please check how this is written\./)).toBeVisible();
    expect(box).toHaveValue('kim@city.example\nnobody');
    fireEvent.input(box, { target: { value: 'kim@city.example' } });
    fireEvent.click(screen.getByRole('button', { name: 'Invite them' }));
    backend.expectOne({ method: 'POST', url: `${AT}/addresses` }).flush({ added: 1, known: 0 });
    await waitFor(() => {
      expect(box).toHaveValue('');
    });
  });

  it('are removed from the list', async () => {
    const backend = await openInvitations([], ['kim@city.example']);
    const item = screen.getByText('kim@city.example', { selector: 'li' });
    fireEvent.click(within(item).getByRole('button', { name: 'Remove kim@city.example' }));
    backend.expectOne({ method: 'DELETE', url: '/api/v1/registration-setup/addresses/kim@city.example' });
  });
});
