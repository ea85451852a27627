import { screen, within } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type { JoinAccess, JoinPage, JoinSituation } from '@reihe/shared-contracts';
import { joinRoutes } from './join.routes';

const token = 'a-token-that-is-long-enough';

const access: JoinAccess = {
  hasLink: true,
  provider: 'bigbluebutton',
  meetingId: '81 22',
  passcode: 'tide-42',
  dialIn: [{ label: 'Ukraine', number: '+380 (44) 555-01', pin: '77#' }],
};

const aPage = (situation: JoinSituation, change: Partial<JoinPage> = {}): JoinPage => ({
  situation,
  holder: 'participant',
  name: 'Sample Person',
  timeZone: 'America/Bogota',
  place: null,
  opensAt: '2126-10-06T11:45:00.000Z',
  closesAt: '2126-10-06T14:30:00.000Z',
  movedFrom: null,
  session: {
    slug: 'pipes',
    seriesSlug: 'water',
    title: 'Leaking pipes',
    language: 'en',
    startsAt: '2126-10-06T12:00:00.000Z',
    endsAt: '2126-10-06T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
  },
  cancelReason: null,
  access: situation === 'open' ? access : null,
  recap: null,
  ...change,
});

const aProblem = (code: string, status: number) => ({
  type: '',
  title: '',
  code,
  status,
  correlationId: 'c1',
});

describe('the page behind a join address', () => {
  let page: PortalPage;
  const address = '/api/v1/registrations/join';
  const open = async (answer: object, status = 200) => {
    await page.open(`/join/${token}`);
    await page.answer(address, answer, status);
  };
  const says = (heading: string) => screen.getByRole('heading', { level: 2, name: heading });
  const button = () => screen.queryByRole('button', { name: 'Join now' });

  beforeEach(() => {
    page = PortalPage.set([{ path: 'join', children: joinRoutes }]);
  });
  afterEach(() => {
    jest.useRealTimers();
    page.backend.verify();
  });

  it('reads with the token in a header, so that it stands in no log of addresses', async () => {
    await page.open(`/join/${token}`);
    const { request } = page.backend.expectOne(address);
    expect(request.headers.get('authorization')).toBe(`Bearer ${token}`);
  });

  it('before the door opens: when that is, in the person’s own time, and an entry for the calendar', async () => {
    await open(aPage('early'));
    expect(screen.getByRole('heading', { level: 1, name: 'Leaking pipes' })).toBeVisible();
    expect(says('The door is still closed')).toBeVisible();
    expect(screen.getByText(/The door opens in .*06:45/)).toBeVisible();
    expect(screen.getByText('07:00 – 09:00')).toBeVisible();
    expect(screen.getByText(/14:00 – 16:00/)).toHaveTextContent('in Berlin (GMT+2)');
    expect(screen.getByRole('link', { name: 'Add to my calendar' })).toHaveAttribute(
      'href',
      `/join/${token}/session.ics?lang=en`,
    );
    expect(button()).not.toBeInTheDocument();
  });

  it.each([
    ['early', null],
    ['open', { ...access, hasLink: false }],
  ] as const)('looks again by loading the page anew, for it leads to itself: %s', async (situation, door) => {
    await open(aPage(situation, { access: door }));
    const link = screen.getByRole('link', { name: 'Look again' });
    expect(link).toHaveAttribute('href', `/en/join/${token}`);
    expect(link).toHaveAttribute('target', '_self');
  });

  it('says when a session was moved, and what it was before', async () => {
    await open(aPage('early', { movedFrom: '2126-10-05T12:00:00.000Z' }));
    expect(screen.getByText(/The session was moved/)).toHaveTextContent('5 October 2126, 07:00');
  });

  it('lets in by a plain post, with what one types or rings beside it', async () => {
    await open(aPage('open'));
    const form = button()?.closest('form');
    expect(form).toHaveAttribute('method', 'post');
    expect(form).toHaveAttribute('action', `/en/join/${token}`);
    expect(screen.getByText('The button leads to BigBlueButton.')).toBeVisible();
    expect(screen.getByText('tide-42')).toBeVisible();
    expect(screen.getByText('81 22')).toBeVisible();
    const line = within(screen.getByText('Ukraine').closest('li') as HTMLElement);
    expect(line.getByRole('link', { name: '+380 (44) 555-01' })).toHaveAttribute('href', 'tel:+3804455501');
    expect(line.getByText('PIN: 77#')).toBeVisible();
  });

  it('says that the meeting is not there yet, and has no button that leads nowhere', async () => {
    await open(aPage('open', { access: { ...access, hasLink: false } }));
    expect(screen.getByText(/have not opened the meeting yet/)).toBeVisible();
    expect(button()).not.toBeInTheDocument();
  });

  it('afterwards: thanks, and the recap once there is one', async () => {
    await open(aPage('over', { recap: { slug: 'learnt', title: 'What we learnt', language: 'en' } }));
    expect(says('This session is over')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Read the recap' })).toHaveAttribute('href', '/recaps/learnt');
  });

  it('of a cancelled session: why, and the way to others', async () => {
    await open(aPage('cancelled', { cancelReason: 'The river rose.' }));
    expect(says('This session does not take place')).toBeVisible();
    expect(screen.getByText('The river rose.')).toBeVisible();
    expect(screen.getByRole('link', { name: /Other sessions/ })).toHaveAttribute('href', '/series/water');
  });

  it('to whoever waits: place and rule', async () => {
    await open(aPage('waiting-list', { place: 3 }));
    expect(screen.getByText('You are number 3.')).toBeVisible();
    expect(screen.getByText(/goes to whoever has waited longest/)).toBeVisible();
  });

  it('to whoever is no longer registered: the way back', async () => {
    await open(aPage('no-place'));
    expect(says('You are no longer registered')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Register again' })).toHaveAttribute(
      'href',
      '/register?session=pipes',
    );
  });

  it('to a speaker without a part: whom to ask', async () => {
    await open(aPage('no-place', { holder: 'speaker' }));
    expect(says('You have no part in this session')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Register again' })).not.toBeInTheDocument();
  });

  it('to those whose registration is not decided: that they are written to', async () => {
    await open(aPage('awaiting-approval'));
    expect(says('Your registration is not decided yet')).toBeVisible();
  });

  it('of an address that nobody was given: that, and the way out', async () => {
    await open(aProblem('registration.link-unknown', 404), 404);
    expect(screen.getByRole('heading', { level: 1, name: 'This link is not known' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the programme' })).toBeVisible();
  });

  it('after too many presses: to wait, on the same page', async () => {
    const problem = aProblem('request.too-many', 429);
    page.comesBackWith({ values: {}, problem: problem as never });
    await open(aPage('open'));
    expect(screen.getByRole('alert', { name: 'That did not work' })).toHaveTextContent(/wait a minute/);
    expect(button()).toBeVisible();
  });

  describe('to whoever waits at it', () => {
    const wait = async () => {
      const soon = new Date(Date.now() + 10_000).toISOString();
      jest.useFakeTimers({
        doNotFake: [
          'setTimeout',
          'clearTimeout',
          'setImmediate',
          'queueMicrotask',
          'nextTick',
          'performance',
        ],
      });
      await page.open(`/join/${token}`);
      await page.answer(address, aPage('early', { opensAt: soon }));
      page.backend.expectNone(address);
      jest.advanceTimersByTime(20_000);
    };

    it('opens by itself', async () => {
      await wait();
      await page.answer(address, aPage('open'));
      expect(button()).toBeVisible();
    });

    it('stays while the connection is lost, and opens once it is there again', async () => {
      await wait();
      page.backend.expectOne(address).error(new ProgressEvent('offline'));
      await page.settle();
      expect(says('The door is still closed')).toBeVisible();
      jest.advanceTimersByTime(20_000);
      await page.answer(address, aPage('open'));
      expect(button()).toBeVisible();
    });
  });
});
