import { fireEvent, screen } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type {
  ConfirmationPreview,
  MyRegistration,
  MyRegistrations,
  RegistrationPhase,
} from '@reihe/shared-contracts';
import { mySessionsRoutes } from './my-sessions.routes';

const token = 'a-token-that-is-long-enough';

const preview: ConfirmationPreview = {
  language: 'en',
  sessions: [
    {
      slug: 'pipes',
      title: 'Leaking pipes',
      startsAt: '2026-10-06T12:00:00.000Z',
      timeZone: 'Europe/Berlin',
      heldUntil: null,
      mode: 'open',
    },
  ],
  expiresAt: '2026-10-04T12:00:00.000Z',
};

const aRegistration = (change: Partial<MyRegistration> = {}): MyRegistration => ({
  id: 'r1',
  state: 'confirmed',
  heldUntil: null,
  place: null,
  decisionReason: '',
  canCancel: true,
  after: null,
  session: {
    slug: 'pipes',
    title: 'Leaking pipes',
    language: 'en',
    startsAt: '2026-10-06T12:00:00.000Z',
    endsAt: '2026-10-06T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
    isCancelled: false,
    joinToken: 'j1',
  },
  ...change,
});

const waiting = aRegistration({ id: 'r2', state: 'waitlisted', place: 3 });
waiting.session = { ...waiting.session, title: 'Deep wells', slug: 'wells', joinToken: null };

/** Asked for once somebody has cancelled. */
const SEATS = '/api/v1/pages/sessions/pipes';

const aProblem = (code: string, status: number) => ({
  type: '',
  title: '',
  code,
  status,
  correlationId: 'c1',
});

describe('the pages behind personal links', () => {
  let page: PortalPage;

  beforeEach(() => {
    page = PortalPage.set([{ path: 'register', children: mySessionsRoutes }]);
  });

  afterEach(() => {
    page.backend.verify();
  });

  describe('confirming', () => {
    const open = async (shown = preview) => {
      await page.open(`/register/confirm/${token}`);
      await page.answer(`/api/v1/registrations/confirmation?token=${token}`, shown);
    };

    it('tells of a place that is held also where the hosts decide by now', async () => {
      const [wish] = preview.sessions;
      if (!wish) throw new Error('There is a wish.');
      const held = { ...wish, mode: 'approval' as const, heldUntil: '2026-10-01T12:00:00.000Z' };
      await open({ ...preview, sessions: [held, { ...held, slug: 'other', heldUntil: null }] });
      expect(screen.getAllByText(/A place is held for you until/)).toHaveLength(1);
      expect(screen.getAllByText(/The hosts decide about places/)).toHaveLength(1);
    });

    it('changes nothing until the button is pressed, which works as a plain post too', async () => {
      await open();
      expect(screen.getByText('Leaking pipes')).toBeVisible();
      expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/confirm/${token}`);
      expect(document.querySelector('form')).toHaveAttribute('method', 'post');
    });

    it('tells what became of each wish, the place on the waiting list included', async () => {
      await open();
      fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));
      await page.answer('/api/v1/registrations/confirm', {
        manageToken: 'm1',
        registrations: [aRegistration(), waiting],
      });
      expect(screen.getByText('You have a place')).toBeVisible();
      expect(screen.getByText('You are number 3 on the waiting list')).toBeVisible();
      expect(screen.getByRole('link', { name: /See or cancel/ })).toHaveAttribute(
        'href',
        '/register/manage/m1',
      );
    });

    it.each([
      ['registration.link-expired', 410, 'This link has expired'],
      ['registration.link-used', 410, 'Already confirmed'],
      ['registration.link-unknown', 404, 'This link is not known'],
      ['request.invalid', 400, 'This link is not known'],
    ])('says of %s what happened and the way out', async (code, status, heading) => {
      await page.open(`/register/confirm/${token}`);
      await page.answer(`/api/v1/registrations/confirmation?token=${token}`, aProblem(code, status), status);
      expect(screen.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      expect(screen.getByRole('link', { name: 'Register again' })).toHaveAttribute('href', '/register');
    });

    describe('by a link that ran out', () => {
      const openLate = async (query = '') => {
        await page.open(`/register/confirm/${token}${query}`);
        await page.answer(
          `/api/v1/registrations/confirmation?token=${token}`,
          aProblem('registration.link-expired', 410),
          410,
        );
      };

      it('is asked for again, by a plain post too, and the same is said whatever is still known', async () => {
        await openLate();
        expect(document.querySelector('form')).toHaveAttribute(
          'action',
          `/en/register/confirm/${token}/again`,
        );
        expect(document.querySelector('form')).toHaveAttribute('method', 'post');
        fireEvent.click(screen.getByRole('button', { name: 'Send me a new one' }));
        await page.settle();
        const sent = page.backend.expectOne('/api/v1/registrations/confirm/again');
        expect(sent.request.body).toEqual({ token });
        sent.flush({ outcome: 'check-your-mail' }, { status: 202, statusText: 'Accepted' });
        await page.settle();
        expect(screen.getByText(/If we still know what you registered for/)).toBeVisible();
        expect(screen.queryByRole('button', { name: 'Send me a new one' })).not.toBeInTheDocument();
      });

      it('says so after a form without scripts', async () => {
        await openLate('?done=sent');
        expect(screen.getByRole('heading', { level: 1, name: 'Please look into your mail' })).toBeVisible();
        expect(screen.getByRole('link', { name: 'Register again' })).toHaveAttribute('href', '/register');
      });

      it('says when too many come at once, and keeps the button', async () => {
        await openLate();
        fireEvent.click(screen.getByRole('button', { name: 'Send me a new one' }));
        await page.settle();
        await page.answer('/api/v1/registrations/confirm/again', aProblem('server.busy', 503), 503);
        expect(screen.getByText('That did not work')).toBeVisible();
        expect(screen.getByRole('button', { name: 'Send me a new one' })).toBeVisible();
      });
    });

    it('offers to try again when the server is at fault', async () => {
      await open();
      fireEvent.click(screen.getByRole('button', { name: 'Confirm' }));
      await page.answer('/api/v1/registrations/confirm', aProblem('server.busy', 503), 503);
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await page.answer(`/api/v1/registrations/confirmation?token=${token}`, preview);
      expect(screen.getByRole('button', { name: 'Confirm' })).toBeVisible();
    });
  });

  describe('managing', () => {
    const mine = (...registrations: MyRegistration[]): MyRegistrations => ({
      name: 'Sample Person',
      calendarToken: 'c1',
      language: 'en',
      timeZone: 'America/Bogota',
      registrations,
    });
    const open = async (...registrations: MyRegistration[]) => {
      await page.open(`/register/manage/${token}`);
      await page.answer('/api/v1/registrations/mine', mine(...registrations));
    };

    it('shows the way in to whoever has a place, the participant’s own time first', async () => {
      await open(aRegistration());
      const join = screen.getByRole('link', { name: 'Join the session' });
      expect(join).toHaveAttribute('href', '/en/join/j1');
      // A document of its own: this page's policy lets no form lead away from the site.
      expect(join).toHaveAttribute('target', '_self');
      expect(screen.getByRole('link', { name: 'Add to calendar' })).toHaveAttribute(
        'href',
        '/join/j1/session.ics?lang=en',
      );
      expect(screen.getByText('07:00 – 09:00')).toBeVisible();
      expect(screen.getByText(/14:00 – 16:00/)).toHaveTextContent('in Berlin (GMT+2)');
    });

    it('shows no way in to whoever waits, but their place', async () => {
      await open(waiting);
      expect(screen.getByText('You are number 3 on the waiting list')).toBeVisible();
      expect(screen.queryByRole('link', { name: 'Join the session' })).not.toBeInTheDocument();
    });

    it('cancels one after asking, and says so', async () => {
      await open(aRegistration());
      expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/manage/${token}`);
      fireEvent.click(screen.getByText(/^\s*Cancel this registration/));
      fireEvent.click(screen.getByText('Yes, cancel'));
      const sent = page.backend.match('/api/v1/registrations/mine/cancel');
      expect(sent.map(({ request }) => request.body as object)).toEqual([{ token, registrationId: 'r1' }]);
      sent[0]?.flush(mine(aRegistration({ state: 'cancelled', canCancel: false })));
      await page.settle();
      expect(screen.getByText(/Your registration for “Leaking pipes” is cancelled/)).toBeVisible();
      expect(screen.getByText('You are no longer registered')).toBeVisible();
      expect(screen.queryByText(/Cancel this registration/)).not.toBeInTheDocument();
      await page.answer(SEATS, {}, 404);
    });

    describe('having just cancelled', () => {
      const gone = aRegistration({ state: 'cancelled', canCancel: false });
      const after = async (phase: RegistrationPhase, mode = 'open') => {
        await page.open(`/register/manage/${token}?done=cancelled&of=r1`);
        await page.answer('/api/v1/registrations/mine', mine(gone, waiting));
        await page.answer(SEATS, { slug: 'pipes', seats: { phase, mode } });
        expect(screen.getByText(/Your registration for “Leaking pipes” is cancelled/)).toBeVisible();
      };

      it('gives the place back by one button while it is free, by a plain post to the way of one’s own link', async () => {
        await after('few');
        expect(screen.getByText(/A place is still free/)).toBeVisible();
        const form = screen.getByRole('button', { name: 'Register again' }).closest('form');
        expect(form).toHaveAttribute('action', `/en/register/manage/${token}/more`);
        expect(form).toHaveAttribute('method', 'post');
        expect([...new FormData(form ?? undefined)]).toEqual([
          ['sessionSlugs', 'pipes'],
          ['hasAcceptedPrivacyNotice', 'on'],
        ]);
        // Whoever agrees sees to what.
        expect(form).toHaveTextContent(/agree again.*privacy notice/);
        expect(screen.getByRole('link', { name: 'privacy notice (opens in a new tab)' })).toHaveAttribute(
          'href',
          '/en/privacy',
        );
      });

      it('says that one would be the last to wait where the place went to the next person', async () => {
        await after('waiting-list');
        expect(screen.getByText(/at the end of the waiting list/)).toBeVisible();
        expect(screen.queryByText(/still free/)).not.toBeInTheDocument();
        expect(screen.getByRole('button', { name: 'Register again' })).toBeVisible();
      });

      it('says that the hosts decide anew where they decide', async () => {
        await after('open', 'approval');
        expect(screen.getByText(/hosts would decide about it anew/)).toBeVisible();
        expect(screen.queryByText(/still free/)).not.toBeInTheDocument();
      });

      it.each(['full', 'closed', 'running'] as const)('offers nothing where it is %s', async (phase) => {
        await after(phase);
        expect(screen.queryByRole('button', { name: 'Register again' })).not.toBeInTheDocument();
      });

      it('says nothing of it to whoever has registered again since', async () => {
        await page.open(`/register/manage/${token}?done=cancelled&of=r1`);
        await page.answer('/api/v1/registrations/mine', mine(aRegistration({ id: 'r3' })));
        expect(screen.queryByText(/is cancelled/)).not.toBeInTheDocument();
        expect(screen.queryByRole('button', { name: 'Register again' })).not.toBeInTheDocument();
      });

      it('is told that it worked also where seats could not be asked for', async () => {
        await page.open(`/register/manage/${token}?done=cancelled&of=r1`);
        await page.answer('/api/v1/registrations/mine', mine(gone));
        await page.answer(SEATS, aProblem('server.error', 500), 500);
        expect(screen.getByText(/Your registration for “Leaking pipes” is cancelled/)).toBeVisible();
        expect(screen.queryByRole('button', { name: 'Register again' })).not.toBeInTheDocument();
      });
    });

    it('says beside the calendar of all sessions that it can be subscribed to', async () => {
      await open(aRegistration());
      const calendar = screen.getByRole('link', { name: 'Calendar of all my sessions' });
      const said = screen.getByText(/address can be subscribed to/);
      expect(calendar.closest('p')?.nextElementSibling).toBe(said);
      expect(calendar).toHaveAccessibleDescription(said.textContent.trim());
    });

    it('says when nothing could be cancelled', async () => {
      await open(aRegistration());
      fireEvent.click(screen.getByText('Yes, cancel'));
      await page.answer('/api/v1/registrations/mine/cancel', aProblem('registration.wrong-state', 409), 409);
      expect(screen.getByRole('alert', { name: 'Nothing was cancelled' })).toHaveFocus();
    });

    it('says that a session does not take place, whatever the registration was', async () => {
      const called = aRegistration({ canCancel: false });
      await open({ ...called, session: { ...called.session, isCancelled: true, joinToken: null } });
      expect(screen.getByText('This session does not take place')).toBeVisible();
      expect(screen.queryByRole('link', { name: 'Add to calendar' })).not.toBeInTheDocument();
    });
  });
});
