import type { Problem } from '@reihe/shared-contracts';
import type {
  AfterPage,
  AnonymousFeedback,
  CertificateCheck,
  PublicQuestion,
} from '@reihe/shared-registration';
import { PortalPage } from '@reihe/portal-by-link';
import { fireEvent, screen, within } from '@testing-library/angular';
import { followUpRoutes } from './follow-up.routes';

const TOKEN = 't'.repeat(43);
const KEY = 'k'.repeat(43);
const PAGE = `/after/${TOKEN}/r1`;
const READ = '/api/v1/after/r1';
const GIVE = '/api/v1/after/r1/feedback';

const question = (change: Partial<PublicQuestion>): PublicQuestion => ({
  id: 'q1',
  kind: 'text',
  isRequired: false,
  label: 'What did you miss?',
  hint: '',
  language: 'en',
  options: [],
  condition: null,
  min: null,
  max: null,
  sessionSlugs: ['water'],
  ...change,
});

const anAfterPage = (change: Partial<AfterPage> = {}): AfterPage => ({
  registrationId: 'r1',
  name: 'Ada Sample',
  session: {
    slug: 'water',
    title: 'Water for all',
    language: 'en',
    startsAt: '2026-10-06T12:00:00Z',
    endsAt: '2026-10-06T13:30:00Z',
    timeZone: 'Europe/Berlin',
  },
  materials: [],
  feedback: { phase: 'open', until: '2026-12-05T13:30:00Z', questions: [], given: null, own: null },
  certificate: { state: 'none', code: null },
  ...change,
});

const feedback = (change: Partial<AfterPage['feedback']>): AfterPage['feedback'] => ({
  ...anAfterPage().feedback,
  ...change,
});

const problem = (change: Partial<Problem>): Problem => ({
  type: '',
  title: '',
  status: 400,
  code: 'request.invalid',
  correlationId: '',
  ...change,
});

describe('the page after a session', () => {
  let page: PortalPage;

  const open = async (answer: AfterPage) => {
    await page.open(PAGE);
    await page.answer(READ, answer);
  };
  const send = async (name = 'Send my feedback') => {
    fireEvent.click(screen.getByRole('button', { name }));
    await page.settle();
  };

  beforeEach(() => {
    page = PortalPage.set(followUpRoutes);
  });

  it('has what is handed out and the certificate, which a plain form asks for', async () => {
    const material = { id: 'm1', kind: 'slides', title: 'The slides', language: 'en' } as const;
    await open(
      anAfterPage({
        materials: [
          { ...material, href: '/api/v1/after/files/pass', file: { type: 'PDF', byteSize: 12_000 } },
        ],
        certificate: { state: 'ready', code: 'ABCD-EFGH-2345' },
      }),
    );
    const materials = screen.getByRole('region', { name: 'Materials and recording' });
    expect(within(materials).getByRole('link', { name: 'The slides' })).toHaveAttribute(
      'href',
      '/api/v1/after/files/pass',
    );
    const certificate = screen.getByRole('region', { name: 'Certificate of attendance' });
    const form = within(certificate).getByRole('button', { name: 'Download my certificate' }).closest('form');
    expect(form).toHaveAttribute('action', `/en/after/${TOKEN}/r1/certificate`);
    expect(form).toHaveAttribute('method', 'post');
    expect(within(certificate).getByRole('link')).toHaveAttribute('href', '/certificates/ABCD-EFGH-2345');
  });

  it('shows neither where there is none', async () => {
    await open(anAfterPage());
    expect(screen.queryByRole('region', { name: 'Materials and recording' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Certificate of attendance' })).not.toBeInTheDocument();
  });

  it('takes feedback and says that it is stored', async () => {
    await open(anAfterPage({ feedback: feedback({ questions: [question({})] }) }));
    fireEvent.click(screen.getByRole('radio', { name: 'Very good' }));
    fireEvent.input(screen.getByLabelText(/What did you miss/), { target: { value: 'More time' } });
    fireEvent.input(screen.getByLabelText(/like to tell/), { target: { value: 'Well done' } });
    await send();
    const sent = page.backend.expectOne(GIVE);
    expect(sent.request.headers.get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(sent.request.body).toEqual({
      rating: 4,
      comment: 'Well done',
      answers: [{ questionId: 'q1', value: 'More time' }],
      isAnonymous: false,
      language: 'en',
    });
    sent.flush({ changeKey: null });
    await page.settle();
    await page.answer(
      READ,
      anAfterPage({
        feedback: feedback({ given: 'named', own: { rating: 4, comment: 'Well done', answers: [] } }),
      }),
    );
    expect(screen.getByText('Thank you. Your feedback is stored.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Change my feedback' })).toBeInTheDocument();
  });

  it('leads whoever sends it anonymously to the address that changes it', async () => {
    await open(anAfterPage());
    fireEvent.click(screen.getByRole('radio', { name: 'Poor' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Send it anonymously' }));
    await send();
    const sent = page.backend.expectOne(GIVE);
    expect(sent.request.body).toMatchObject({ rating: 1, isAnonymous: true });
    sent.flush({ changeKey: KEY });
    await page.settle();
    const read = page.backend.expectOne('/api/v1/feedback/mine');
    expect(read.request.headers.get('authorization')).toBe(`Bearer ${KEY}`);
  });

  it('says what is wrong beside the field and above, and keeps what was typed', async () => {
    await open(anAfterPage({ feedback: feedback({ questions: [question({ isRequired: true })] }) }));
    fireEvent.input(screen.getByLabelText(/like to tell/), { target: { value: 'Keep this' } });
    await send();
    page.backend.expectOne(GIVE).flush(problem({ fields: [{ path: 'answers.q1', code: 'required' }] }), {
      status: 400,
      statusText: 'Bad',
    });
    await page.settle();
    const summary = screen.getByRole('alert');
    expect(within(summary).getByRole('link', { name: /What did you miss/ })).toBeInTheDocument();
    expect(screen.getByLabelText(/What did you miss/)).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByLabelText(/like to tell/)).toHaveValue('Keep this');
  });

  it('comes back from the server with everything that was typed', async () => {
    page.comesBackWith({
      values: { rating: '2', comment: 'Kept', isAnonymous: 'on', 'answers.q1': 'not a number' },
      problem: problem({ fields: [{ path: 'answers.q1', code: 'wrong-type' }] }),
    });
    await open(anAfterPage({ feedback: feedback({ questions: [question({ kind: 'number' })] }) }));
    expect(screen.getByRole('radio', { name: 'Fair' })).toBeChecked();
    expect(screen.getByLabelText(/like to tell/)).toHaveValue('Kept');
    expect(screen.getByRole('checkbox', { name: 'Send it anonymously' })).toBeChecked();
    expect(screen.getByLabelText(/What did you miss/)).toHaveValue('not a number');
    expect(screen.getByRole('alert')).toHaveTextContent('Please enter a whole number.');
  });

  it('tells why there is no certificate, without taking that for feedback', async () => {
    page.comesBackWith({ values: {}, problem: problem({ status: 409, code: 'certificate.not-ready' }) });
    await page.open(`${PAGE}/certificate`);
    await page.answer(READ, anAfterPage());
    expect(screen.getByRole('alert')).toHaveTextContent('There is no certificate for you here');
  });

  it.each([
    ['early', {}, /Once the session is over/],
    ['over', {}, /could be given until 5 December 2026/],
    ['open', { given: 'anonymous' as const }, /given your feedback anonymously/],
  ] as const)('asks for nothing when it is %s', async (phase, change, words) => {
    await open(anAfterPage({ feedback: feedback({ phase, ...change }) }));
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /my feedback/ })).not.toBeInTheDocument();
  });

  it('says that a link is not known', async () => {
    await page.open(PAGE);
    await page.answer(READ, problem({ status: 404, code: 'registration.link-unknown' }), 404);
    expect(screen.getByRole('heading', { name: 'This link is not known' })).toBeInTheDocument();
  });
});

describe('the page of anonymous feedback', () => {
  const READ_IT = '/api/v1/feedback/mine';
  const own: AnonymousFeedback = {
    session: { slug: 'water', title: 'Water for all', language: 'en' },
    phase: 'open',
    until: '2026-12-05T13:30:00Z',
    questions: [],
    own: { rating: 2, comment: 'Before', answers: [] },
  };

  it('tells that its address is all that leads to it, and changes it', async () => {
    const page = PortalPage.set(followUpRoutes);
    await page.open(`/feedback/${KEY}?done=feedback`);
    await page.answer(READ_IT, own);
    expect(screen.getByRole('status')).toHaveTextContent('nothing stored says that it is yours');
    expect(screen.getByText(/nobody can find it again/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: /anonymously/ })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: 'Good' }));
    fireEvent.click(screen.getByRole('button', { name: 'Change my feedback' }));
    await page.settle();
    const sent = page.backend.expectOne(READ_IT);
    expect(sent.request.body).toEqual({ rating: 3, comment: 'Before', answers: [], language: 'en' });
    sent.flush(null, { status: 204, statusText: 'Done' });
    await page.settle();
    expect(screen.getByRole('status')).toHaveTextContent('stored');
  });
});

describe('the check of a certificate', () => {
  const CHECK = '/api/v1/certificates/ABCD-EFGH-2345';
  const found: CertificateCheck = {
    code: 'ABCD-EFGH-2345',
    state: 'valid',
    name: 'Ada Sample',
    title: 'Water for all',
    host: 'Sample host',
    startsAt: '2026-10-06T12:00:00Z',
    endsAt: '2026-10-06T13:30:00Z',
    timeZone: 'Europe/Berlin',
    issuedAt: '2026-10-07T12:00:00Z',
  };
  const open = async (answer: object, status = 200) => {
    const page = PortalPage.set(followUpRoutes);
    await page.open('/certificates/ABCD-EFGH-2345');
    await page.answer(CHECK, answer, status);
  };

  it('says that one is valid, for whom and what', async () => {
    await open(found);
    const region = screen.getByRole('region', { name: 'This certificate is valid' });
    for (const words of ['Ada Sample', 'Water for all', '14:00 – 15:30', 'Sample host', '7 October 2026'])
      expect(region).toHaveTextContent(words);
  });

  it('says that one was withdrawn', async () => {
    await open({ ...found, state: 'withdrawn' });
    expect(screen.getByRole('region', { name: 'This certificate was withdrawn' })).toBeInTheDocument();
  });

  it('says that a name was erased', async () => {
    await open({ ...found, name: null });
    expect(screen.getByText('Issued; the name was erased since')).toBeInTheDocument();
  });

  it('says that one is not known, and takes another code', async () => {
    await open(problem({ status: 404, code: 'certificate.not-found' }), 404);
    expect(screen.getByRole('alert')).toHaveTextContent('No certificate has the code ABCD-EFGH-2345');
    expect(screen.getByLabelText('Code on the certificate').closest('form')).toHaveAttribute(
      'action',
      '/en/certificates',
    );
  });
});
