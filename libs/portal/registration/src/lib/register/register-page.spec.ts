import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, within } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type { FieldProblem, Problem, Register } from '@reihe/shared-contracts';
import { aSessionTeaser } from '@reihe/shared-testing';
import { registrationRoutes } from '../registration.routes';

const pipes = aSessionTeaser({ slug: 'pipes', title: 'Leaking pipes' });
const wells = aSessionTeaser({
  slug: 'wells',
  title: 'Deep wells',
  startsAt: '2026-10-06T13:00:00.000Z',
  endsAt: '2026-10-06T15:00:00.000Z',
});

const aProblem = (fields: FieldProblem[], change: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Invalid',
  status: 400,
  code: 'request.invalid',
  correlationId: 'c1',
  fields,
  ...change,
});

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

function fillIn(): void {
  type('Your name', 'Sample Person');
  type('E-mail address', 'sample.person@example.org');
  type('Organisation', 'City administration');
  type('City', 'Lviv');
  fireEvent.change(screen.getByLabelText('Country'), { target: { value: 'UA' } });
  fireEvent.click(screen.getByRole('checkbox', { name: /privacy notice/ }));
}

describe('the register page', () => {
  let page: PortalPage;

  beforeEach(() => {
    page = PortalPage.set([{ path: 'register', children: registrationRoutes }]);
  });

  afterEach(() => {
    page.backend.verify();
  });

  async function open(...sessions: (typeof pipes)[]): Promise<void> {
    await page.open(`/register?${sessions.map(({ slug }) => `session=${slug}`).join('&')}`);
    for (const session of sessions)
      page.backend.expectOne(`/api/v1/pages/sessions/${session.slug}`).flush(session);
    await page.settle();
    await answerForm(sessions.filter(({ seats }) => seats.phase === 'open').map(({ slug }) => slug));
  }

  /** Nothing is asked beside what every form asks. */
  async function answerForm(slugs: readonly string[]): Promise<void> {
    const query = slugs.map((slug) => `session=${slug}`).join('&');
    const sessions = slugs.map((slug) => ({
      slug,
      mode: 'open',
      holdMinutes: 60,
      asksAccessibility: true,
      asksRecording: false,
    }));
    await page.answer(`/api/v1/registrations/form?${query}`, { sessions, questions: [] });
  }

  const send = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Register' }));
    await page.settle();
  };

  it('is a plain form with the names of the contract, which keeps the sessions asked for', async () => {
    await open(pipes, wells);
    const form = document.querySelector('form');
    expect(form).toHaveAttribute('method', 'post');
    expect(form).toHaveAttribute('action', '/en/register?session=pipes&session=wells');
    const names = new Set([...(form?.elements ?? [])].map((control) => control.getAttribute('name')));
    const wanted: (keyof Register)[] = ['sessionSlugs', 'name', 'email', 'organisation', 'position', 'city'];
    for (const name of [...wanted, 'country', 'timeZone', 'hasAcceptedPrivacyNotice', 'website']) {
      expect(names).toContain(name);
    }
  });

  it('ticks what was chosen and warns of two at the same time', async () => {
    await open(pipes, wells);
    expect(screen.getByRole('checkbox', { name: /Leaking pipes/ })).toBeChecked();
    expect(screen.getByText(/At the same time: Leaking pipes and Deep wells/)).toBeVisible();
    fireEvent.click(screen.getByRole('checkbox', { name: /Deep wells/ }));
    await page.settle();
    expect(screen.queryByText(/At the same time/)).not.toBeInTheDocument();
  });

  it('does not let a closed session be chosen', async () => {
    await open(pipes, { ...wells, seats: { ...wells.seats, phase: 'closed' } });
    const box = screen.getByRole('checkbox', { name: /Deep wells/ });
    expect(box).toBeDisabled();
    expect(box).not.toBeChecked();
  });

  it('says what is missing beside the fields and in a summary that takes the focus, and asks nobody', async () => {
    await open(pipes);
    await send();
    const summary = screen.getByRole('alert', { name: 'Please check your entries' });
    expect(summary).toHaveFocus();
    expect(within(summary).getByText('Your name: Please fill this in.')).toBeVisible();
    expect(screen.getByLabelText('Your name')).toHaveAccessibleDescription('Please fill this in.');
    page.backend.expectNone('/api/v1/registrations');
  });

  it('sends the wish and goes on to the mail', async () => {
    await open(pipes);
    fillIn();
    await send();
    const { request } = page.backend.expectOne('/api/v1/registrations');
    expect(request.body).toMatchObject({
      sessionSlugs: ['pipes'],
      name: 'Sample Person',
      country: 'UA',
      language: 'en',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      hasAcceptedPrivacyNotice: true,
    });
  });

  it('keeps everything when the server refuses, and names the session that closed', async () => {
    await open(pipes);
    fillIn();
    await send();
    const refusal = aProblem([{ path: 'sessionSlugs.0', code: 'not-allowed' }], {
      status: 409,
      code: 'registration.not-open',
    });
    await page.answer('/api/v1/registrations', refusal, 409);
    expect(screen.getByLabelText('Your name')).toHaveValue('Sample Person');
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Registration is no longer open for “Leaking pipes”.');
  });

  it('says when the server is not to be reached, and loses nothing', async () => {
    await open(pipes);
    fillIn();
    await send();
    page.backend.expectOne('/api/v1/registrations').error(new ProgressEvent('error'));
    await page.settle();
    expect(screen.getByRole('alert')).toHaveTextContent('The server cannot be reached.');
    expect(screen.getByLabelText('City')).toHaveValue('Lviv');
  });

  it('shows a form that came back from the server as it was typed, with what is wrong', async () => {
    page.comesBackWith({
      values: { sessionSlugs: ['pipes'], name: 'Sample Person', email: 'wrong@', country: 'UA' },
      problem: aProblem([
        { path: 'email', code: 'wrong-format' },
        { path: 'city', code: 'required' },
      ]),
    });
    await open(pipes);
    expect(screen.getByLabelText('Your name')).toHaveValue('Sample Person');
    expect(screen.getByLabelText('E-mail address')).toHaveValue('wrong@');
    expect(screen.getByLabelText('Country')).toHaveValue('UA');
    expect(screen.getByRole('alert')).toHaveTextContent(
      /E-mail address: Please check how this is written\.\s*City/,
    );
    expect(screen.getByLabelText('City')).toHaveAccessibleDescription('Please fill this in.');
  });

  it('forgets what was said of a field once it is changed', async () => {
    page.comesBackWith({
      values: { email: 'wrong@' },
      problem: aProblem([{ path: 'email', code: 'wrong-format' }]),
    });
    await open(pipes);
    type('E-mail address', 'right@example.org');
    await page.settle();
    expect(screen.getByLabelText('E-mail address')).not.toHaveAttribute('aria-invalid');
  });

  it('lets machines believe they registered', async () => {
    await open(pipes);
    fillIn();
    const website = document.querySelector<HTMLInputElement>('input[name=website]');
    if (website) website.value = 'https://spam.example';
    await send();
    page.backend.expectNone('/api/v1/registrations');
    expect(TestBed.inject(Location).path()).toBe('/register/check-your-mail');
  });

  it('offers what is open where no session was named', async () => {
    await page.open('/register');
    await page.answer('/api/v1/programme/sessions?when=upcoming&pageSize=100', {
      items: [pipes, { ...wells, seats: { ...wells.seats, phase: 'cancelled' } }],
      total: 2,
      page: 1,
      pageSize: 100,
    });
    await answerForm(['pipes']);
    expect(screen.getByRole('checkbox', { name: /Leaking pipes/ })).not.toBeChecked();
    expect(screen.queryByText('Deep wells')).not.toBeInTheDocument();
  });

  it('is kept out of search engines and tells no other site its address', async () => {
    await open(pipes);
    expect(document.querySelector('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    expect(document.querySelector('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
  });
});
