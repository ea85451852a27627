import { fireEvent, screen, within } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import {
  answerInvitationRules,
  LANGUAGES,
  MEDIA_LIMITS,
  saveSpeakerRules,
  sendPhotoRules,
  speakerTextRules,
  type MyInvitation,
  type MyInvitations,
  type SpeakerProfile,
} from '@reihe/shared-contracts';
import { speakersRoutes } from './speakers.routes';

const token = 'a-token-that-is-long-enough';
const address = '/api/v1/invitations/mine';

const profile: SpeakerProfile = {
  version: 3,
  title: '',
  name: 'Sample Speaker',
  city: 'Lima',
  country: 'PE',
  translations: { en: { position: 'Engineer', organisation: 'City of Lima', bio: '' } },
};

const part: MyInvitation = {
  contributionId: 'c1',
  role: 'speaker',
  topic: 'Leaks',
  part: '',
  position: '',
  organisation: '',
  state: 'invited',
  words: '',
  canAnswer: true,
  session: {
    slug: 'pipes',
    title: 'Leaking pipes',
    language: 'en',
    startsAt: '2126-10-06T12:00:00.000Z',
    endsAt: '2126-10-06T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
    isPublic: true,
    isCancelled: false,
  },
};

const mine = (change: Partial<MyInvitations> = {}): MyInvitations => ({
  profile,
  email: 'sample.speaker@example.org',
  timeZone: 'America/Lima',
  photo: null,
  invitations: [part],
  ...change,
});

const aProblem = (code: string, status: number, fields: object[] = []) => ({
  type: '',
  title: '',
  code,
  status,
  correlationId: 'c1',
  fields,
});

describe('a speaker’s own page', () => {
  let page: PortalPage;
  const open = async (answer: object = mine(), status = 200) => {
    await page.open(`/speakers/${token}`);
    await page.answer(address, answer, status);
  };
  const type = (label: string, value: string) => {
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  };
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save my profile' }));
  /** What the profile form sends, answered. */
  const saved = async (answer: object = {}, status = 200) => {
    const sent = page.backend.expectOne(`${address}/profile`);
    sent.flush(answer, { status, statusText: String(status) });
    await page.settle();
    return sent.request.body as SpeakerProfile;
  };

  beforeEach(() => {
    page = PortalPage.set([{ path: 'speakers', children: speakersRoutes }]);
  });
  afterEach(() => {
    page.backend.verify();
  });

  it.each([
    ['invitation.link-expired', 410, 'This link has expired', /can send you a new one/],
    ['invitation.link-unknown', 404, 'This link is not known', /write to the organisers/],
    ['request.invalid', 400, 'This link is not known', /write to the organisers/],
  ])(
    'says of %s what happened, and does not send speakers to register',
    async (code, status, heading, words) => {
      await open(aProblem(code, status), status);
      expect(screen.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      expect(screen.getByRole('alert')).toHaveTextContent(words);
      expect(screen.queryByRole('link', { name: 'Register again' })).not.toBeInTheDocument();
    },
  );

  describe('answering', () => {
    const agree = () => fireEvent.click(screen.getByRole('button', { name: /^Yes, I will be there/ }));

    it('sends the answer and shows what is stored', async () => {
      await open();
      agree();
      await page.answer(`${address}/answer`, {});
      await page.answer(address, mine({ invitations: [{ ...part, state: 'confirmed' }] }));
      expect(screen.getByText(/Your answer is with the organisers/)).toBeVisible();
      expect(screen.getByText('You have confirmed')).toBeVisible();
    });

    it('says why an answer was refused', async () => {
      await open();
      agree();
      await page.answer(`${address}/answer`, aProblem('invitation.wrong-state', 409), 409);
      const alert = screen.getByRole('alert', { name: 'Your answer was not stored' });
      expect(alert).toHaveTextContent(/has changed in the meantime, or the session is over/);
      expect(alert).toHaveFocus();
    });

    it('does not tell a stored answer as lost where it cannot be read anew', async () => {
      await open();
      agree();
      await page.answer(`${address}/answer`, {});
      page.backend.expectOne(address).error(new ProgressEvent('offline'));
      await page.settle();
      expect(screen.getByText(/Your answer is with the organisers/)).toBeVisible();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      expect(screen.getByRole('heading', { name: 'Your profile' })).toBeVisible();
    });
  });

  describe('the profile', () => {
    it('holds what is stored once that is saved, also where it was tidied up', async () => {
      await open();
      type('City (optional)', '  Cusco ');
      save();
      expect(await saved()).toMatchObject({ version: 3, city: '  Cusco ' });
      await page.answer(address, mine({ profile: { ...profile, version: 4, city: 'Cusco' } }));
      expect(screen.getByText('Your profile is saved.')).toBeVisible();
      expect(screen.getByLabelText('City (optional)')).toHaveValue('Cusco');
    });

    it('names what somebody else stored meanwhile, before the next try replaces it', async () => {
      await open();
      type('City (optional)', 'Cusco');
      save();
      await saved(aProblem('version.outdated', 409), 409);
      const newer = { ...profile, version: 4, title: 'Dr.', city: 'Callao' };
      await page.answer(address, mine({ profile: newer }));

      const alert = within(screen.getByRole('alert', { name: 'Your profile is not saved yet' }));
      expect(alert.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
        'City: stored is now “Callao”',
      ]);
      // What nobody typed into follows by itself, and what was typed is still there.
      expect(screen.getByLabelText('Title (optional)')).toHaveValue('Dr.');
      expect(screen.getByLabelText('City (optional)')).toHaveValue('Cusco');

      save();
      expect(await saved()).toMatchObject({ version: 4, title: 'Dr.', city: 'Cusco' });
      await page.answer(address, mine({ profile: { ...newer, version: 5, city: 'Cusco' } }));
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });

    it('is not replaced where the newer one cannot be read', async () => {
      await open();
      type('City (optional)', 'Cusco');
      save();
      await saved(aProblem('version.outdated', 409), 409);
      page.backend.expectOne(address).error(new ProgressEvent('offline'));
      await page.settle();
      save();
      expect(await saved(aProblem('version.outdated', 409), 409)).toMatchObject({ version: 3 });
      await page.answer(address, mine());
    });

    it('names it without scripts too, where every field comes back as it was typed', async () => {
      const values = {
        form: 'profile',
        name: 'Sample Speaker',
        city: 'Lima',
        country: 'PE',
        'translations.en.position': 'Engineer',
        'translations.en.organisation': 'City of Lima',
        'translations.en.bio': 'First line\r\nSecond line',
      };
      page.comesBackWith({ values, problem: aProblem('version.outdated', 409) as never });
      const translations = {
        en: { position: '', organisation: 'City of Lima', bio: 'First line\nSecond line' },
      };
      await open(mine({ profile: { ...profile, country: 'CL', translations } }));
      const alert = within(screen.getByRole('alert', { name: 'Your profile is not saved yet' }));
      expect(alert.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
        'Country: stored is now “Chile”',
        'Position (English): nothing is stored now',
      ]);
      expect(screen.getByLabelText('Country (optional)')).toHaveValue('PE');
    });
  });

  describe('the photo', () => {
    const send = () => {
      fireEvent.input(screen.getByLabelText('Photographer'), { target: { value: 'A. Sample' } });
      fireEvent.click(screen.getByRole('button', { name: 'Send the photo' }));
    };

    it.each([
      ['media.unsupported', 415, /choose a JPEG, PNG, WebP or AVIF image/],
      ['media.broken', 422, /cannot be read/],
      ['request.too-large', 413, /too large/],
    ])('says beside the file what is wrong with it: %s', async (code, status, words) => {
      await open();
      send();
      await page.answer(`${address}/photo`, aProblem(code, status), status);
      const alert = within(screen.getByRole('alert', { name: 'Your photo is not stored yet' }));
      expect(alert.getByRole('link')).toHaveTextContent(words);
      expect(screen.getByLabelText('Photographer')).toHaveValue('A. Sample');
    });

    it('says what is missing, each beside its own', async () => {
      await open();
      send();
      const missing = [{ path: 'hasConsented', code: 'must-be-accepted' }];
      await page.answer(`${address}/photo`, aProblem('request.invalid', 400, missing), 400);
      expect(screen.getByRole('checkbox')).toHaveAccessibleDescription();
    });
  });

  it('lets type as much as the rules take, and names the size of a file that is taken', async () => {
    await open();
    const limits = [...document.querySelectorAll('input, textarea')].flatMap((control) => {
      const limit = control.getAttribute('maxlength');
      return limit === null ? [] : [[control.getAttribute('name'), Number(limit)] as const];
    });
    const text = (field: keyof typeof speakerTextRules) =>
      LANGUAGES.map(
        (language) => [`translations.${language}.${field}`, speakerTextRules[field].maxLength] as const,
      );
    expect(Object.fromEntries(limits)).toEqual({
      words: answerInvitationRules.words.maxLength,
      title: saveSpeakerRules.title.maxLength,
      name: saveSpeakerRules.name.maxLength,
      city: saveSpeakerRules.city.maxLength,
      ...Object.fromEntries([...text('position'), ...text('organisation'), ...text('bio')]),
      credit: sendPhotoRules.credit.maxLength,
    });
    expect(screen.getByText(new RegExp(`at most ${MEDIA_LIMITS.bytes / 1024 ** 2} MB`))).toBeVisible();
  });
});
