import { fireEvent, screen } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type { MyProfile, ReleasePreview } from '@reihe/shared-registration';
import { mySessionsRoutes } from './my-sessions.routes';

const token = 'a-token-that-is-long-enough';

const place: ReleasePreview = {
  state: 'confirmed',
  canCancel: true,
  session: {
    slug: 'pipes',
    title: 'Leaking pipes',
    language: 'en',
    startsAt: '2026-10-06T12:00:00.000Z',
    endsAt: '2026-10-06T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
    isCancelled: false,
    joinToken: null,
  },
};

const profile: MyProfile = {
  version: 3,
  email: 'sample.person@example.org',
  name: 'Sample Person',
  organisation: 'City administration',
  position: '',
  city: 'Lviv',
  country: 'UA',
  language: 'en',
  timeZone: 'Europe/Kyiv',
  needs: [
    {
      registrationId: 'a1b2c3d4-0000-4000-8000-000000000001',
      title: 'Pipes',
      startsAt: '2026-10-06T12:00:00Z',
      accessibilityNeeds: 'Captions',
    },
    {
      registrationId: 'a1b2c3d4-0000-4000-8000-000000000002',
      title: 'Wells',
      startsAt: '2026-10-08T12:00:00Z',
      accessibilityNeeds: '',
    },
  ],
};

const aProblem = (code: string, status: number, fields?: object[]) => ({
  type: '',
  title: '',
  code,
  status,
  correlationId: 'c1',
  ...(fields && { fields }),
});

describe('pages of one’s own', () => {
  let page: PortalPage;

  beforeEach(() => {
    page = PortalPage.set([{ path: 'register', children: mySessionsRoutes }]);
  });
  afterEach(() => {
    page.backend.verify();
  });

  describe('giving up one place', () => {
    const open = async (preview: ReleasePreview = place) => {
      await page.open(`/register/release/${token}`);
      await page.answer(`/api/v1/registrations/release?token=${token}`, preview);
    };

    it('changes nothing until the button is pressed, which works as a plain post too', async () => {
      await open();
      expect(screen.getByText('Leaking pipes')).toBeVisible();
      expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/release/${token}`);
      fireEvent.click(screen.getByRole('button', { name: 'Give up my place' }));
      await page.answer('/api/v1/registrations/release', { ...place, state: 'cancelled', canCancel: false });
      expect(screen.getByRole('heading', { level: 1, name: 'Your place is given up' })).toBeVisible();
      expect(screen.getByRole('link', { name: 'Register again after all' })).toHaveAttribute(
        'href',
        '/register?session=pipes',
      );
      expect(screen.queryByRole('button', { name: 'Give up my place' })).not.toBeInTheDocument();
    });

    it('says when there is nothing to give up any more', async () => {
      await open({ ...place, canCancel: false });
      expect(screen.getByRole('heading', { level: 1, name: 'There is nothing to give up' })).toBeVisible();
    });

    it('leads on from a link that is not known', async () => {
      await page.open(`/register/release/${token}`);
      await page.answer(
        `/api/v1/registrations/release?token=${token}`,
        aProblem('registration.link-unknown', 404),
        404,
      );
      expect(screen.getByRole('link', { name: 'Have your link sent again' })).toHaveAttribute(
        'href',
        '/register/link',
      );
    });
  });

  describe('asking for the link', () => {
    const ask = async (email: string) => {
      await page.open('/register/link');
      fireEvent.input(screen.getByLabelText('E-mail address'), { target: { value: email } });
      fireEvent.click(screen.getByRole('button', { name: 'Send me the link' }));
      await page.settle();
    };

    it('says the same to everybody', async () => {
      await ask('sample.person@example.org');
      await page.answer('/api/v1/registrations/link', { outcome: 'check-your-mail' }, 202);
      expect(screen.getByText(/If we know this address/)).toBeVisible();
    });

    it('says beside the field what is wrong, and keeps what was typed', async () => {
      await ask('nobody');
      const fields = [{ path: 'email', code: 'wrong-format' }];
      await page.answer('/api/v1/registrations/link', aProblem('request.invalid', 400, fields), 400);
      expect(screen.getByLabelText('E-mail address')).toHaveAttribute('aria-invalid', 'true');
      expect(screen.getByLabelText('E-mail address')).toHaveValue('nobody');
    });
  });

  describe('my data', () => {
    const open = async () => {
      await page.open(`/register/manage/${token}/data`);
      await page.answer('/api/v1/registrations/mine/profile', profile);
    };

    it('sends what was changed with the version it was read with', async () => {
      await open();
      fireEvent.input(screen.getByLabelText('City'), { target: { value: 'Quito' } });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      const [sent] = page.backend.match('/api/v1/registrations/mine/profile');
      expect(sent?.request.body).toMatchObject({
        token,
        version: 3,
        city: 'Quito',
        country: 'UA',
        name: 'Sample Person',
      });
      sent?.flush({ ...profile, version: 4, city: 'Quito' });
      await page.settle();
      expect(screen.getByText('Your data is saved.')).toBeVisible();
    });

    it('says what somebody needs of each session for itself', async () => {
      await open();
      expect(screen.getByText(/Each session keeps what you tell it/)).toBeVisible();
      expect(screen.getByLabelText(/^Pipes, /)).toHaveValue('Captions');
      fireEvent.input(screen.getByLabelText(/^Wells, /), { target: { value: 'A ramp' } });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      const sent = page.backend.expectOne('/api/v1/registrations/mine/profile');
      expect((sent.request.body as { needs: object[] }).needs).toEqual([
        { registrationId: 'a1b2c3d4-0000-4000-8000-000000000001', accessibilityNeeds: 'Captions' },
        { registrationId: 'a1b2c3d4-0000-4000-8000-000000000002', accessibilityNeeds: 'A ramp' },
      ]);
      const fields = [{ path: 'needs.1.accessibilityNeeds', code: 'too-long', limit: 1000 }];
      sent.flush(aProblem('request.invalid', 400, fields), { status: 400, statusText: 'Bad Request' });
      await page.settle();
      expect(
        screen.getByRole('link', { name: /What you need in order to take part \(Wells\):/ }),
      ).toHaveAttribute('href', expect.stringContaining('#needs.1.accessibilityNeeds'));
      expect(screen.getByLabelText(/^Wells, /)).toHaveAttribute('aria-invalid', 'true');
    });

    it('loses nothing that was typed when it is refused', async () => {
      await open();
      fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'X' } });
      fireEvent.click(screen.getByRole('button', { name: 'Save' }));
      const fields = [{ path: 'name', code: 'too-short', limit: 2 }];
      await page.answer('/api/v1/registrations/mine/profile', aProblem('request.invalid', 400, fields), 400);
      expect(screen.getByLabelText('Your name')).toHaveValue('X');
      expect(screen.getByRole('link', { name: /Your name:/ })).toBeInTheDocument();
    });
  });

  describe('another address', () => {
    const ask = async (email: string) => {
      await page.open(`/register/manage/${token}/email`);
      await page.answer('/api/v1/registrations/mine/profile', profile);
      fireEvent.input(screen.getByLabelText('New e-mail address'), { target: { value: email } });
      fireEvent.click(screen.getByRole('button', { name: 'Send the link there' }));
      await page.settle();
    };

    it('is asked for: the same is said whoever has it, and that nothing has changed yet', async () => {
      await ask('new@example.org');
      expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/manage/${token}/email`);
      const sent = page.backend.expectOne('/api/v1/registrations/mine/email');
      expect(sent.request.body).toEqual({ token, newEmail: 'new@example.org' });
      sent.flush({ outcome: 'check-your-mail' }, { status: 202, statusText: 'Accepted' });
      await page.settle();
      expect(screen.getByText(/until then everything stays as it is/)).toHaveTextContent(profile.email);
    });

    it('is told beside the field where it is none, and kept', async () => {
      await ask('nobody');
      const fields = [{ path: 'newEmail', code: 'wrong-format' }];
      await page.answer('/api/v1/registrations/mine/email', aProblem('request.invalid', 400, fields), 400);
      expect(screen.getByLabelText('New e-mail address')).toHaveAttribute('aria-invalid', 'true');
      expect(screen.getByLabelText('New e-mail address')).toHaveValue('nobody');
    });

    it('is found beside one’s data', async () => {
      await page.open(`/register/manage/${token}/data`);
      await page.answer('/api/v1/registrations/mine/profile', profile);
      expect(screen.getByRole('link', { name: 'Change my e-mail address' })).toHaveAttribute(
        'href',
        `/register/manage/${token}/email`,
      );
    });

    const follow = async () => {
      await page.open(`/register/email/${token}`);
      await page.answer(`/api/v1/registrations/email?token=${token}`, {
        newEmail: 'new@example.org',
        expiresAt: '2026-10-01T12:00:00Z',
      });
    };

    it('is the person’s by a button and not by opening the link; the list of sessions says so', async () => {
      await follow();
      expect(screen.getByText(/from now on we write to new@example.org/)).toBeVisible();
      expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/email/${token}`);
      fireEvent.click(screen.getByRole('button', { name: 'Yes, use this address' }));
      await page.answer('/api/v1/registrations/email', { manageToken: 'another-token-that-is-long' });
      await page.answer('/api/v1/registrations/mine', {
        name: 'Sample Person',
        calendarToken: 'c',
        language: 'en',
        timeZone: 'UTC',
        registrations: [],
      });
      expect(screen.getByText(/Your address is changed/)).toBeVisible();
    });

    it('is not changed by a link that is over', async () => {
      await follow();
      fireEvent.click(screen.getByRole('button', { name: 'Yes, use this address' }));
      await page.answer('/api/v1/registrations/email', aProblem('registration.link-expired', 410), 410);
      expect(screen.getByRole('heading', { level: 1, name: 'This link has expired' })).toBeVisible();
    });
  });

  it('tells what deleting means, asks once, and leads to a page of its own', async () => {
    await page.open(`/register/manage/${token}/leave`);
    await page.answer('/api/v1/registrations/mine/profile', profile);
    expect(screen.getByText(/Places in sessions to come go to the next people first/)).toBeVisible();
    expect(document.querySelector('form')).toHaveAttribute('action', `/en/register/manage/${token}/leave`);
    fireEvent.click(screen.getByRole('button', { name: 'Delete everything about me' }));
    page.backend
      .expectOne('/api/v1/registrations/mine/erase')
      .flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(screen.getByRole('heading', { level: 1, name: 'You are deleted' })).toBeVisible();
  });
});
