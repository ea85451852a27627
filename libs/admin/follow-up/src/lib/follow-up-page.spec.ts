import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@reihe/shared-contracts';
import type { AttendanceList, AttendancePerson, FeedbackResults, Material } from '@reihe/shared-registration';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import { feedbackRows } from './feedback/feedback-export';
import { followUpRoutes } from './follow-up.routes';

const MATERIALS = '/api/v1/sessions/s1/materials';
const ATTENDANCE = '/api/v1/sessions/s1/attendance';
const FEEDBACK = '/api/v1/sessions/s1/feedback?lang=en';

const material = (id: string, change: Partial<Material> = {}): Material => ({
  id,
  version: 1,
  kind: 'recording',
  audience: 'public',
  titles: { en: `Material ${id}` },
  url: `https://video.example/${id}`,
  file: null,
  ...change,
});

const person = (id: string, change: Partial<AttendancePerson> = {}): AttendancePerson => ({
  registrationId: id,
  name: `Person ${id}`,
  organisation: 'City administration',
  city: 'Lviv',
  country: 'UA',
  joinHint: null,
  evidence: [],
  certificate: null,
  ...change,
});

const joinHint = { firstAt: '2026-10-06T11:58:00Z', lastAt: '2026-10-06T12:10:00Z', presses: 2 };

const results = (change: Partial<FeedbackResults> = {}): FeedbackResults => ({
  phase: 'open',
  asked: 10,
  given: 6,
  anonymous: 5,
  heldBack: 0,
  rating: {
    bars: [1, 2, 3, 4, 5].map((key) => ({ key: String(key), label: '', count: key === 4 ? 6 : 0 })),
    average: 4,
    heldBack: 0,
  },
  comments: ['Well done'],
  commentsHeldBack: 0,
  questions: [],
  records: [{ name: null, rating: 4, comment: '=1+1', answers: { q: 'First' } }],
  ...change,
});

interface Setup {
  role?: Role;
  materials?: Material[];
  attendance?: Partial<AttendanceList>;
  feedback?: Partial<FeedbackResults>;
}

async function open({ role = 'organiser', materials = [], attendance = {}, feedback = {} }: Setup = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [{ path: 'sessions/:sessionId/after', children: followUpRoutes }],
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
  await RouterTestingHarness.create('/sessions/s1/after');
  const answer = (url: string, body: object) => waitFor(() => backend.expectOne(url).flush(body));
  await answer('/api/v1/sessions/s1', {
    slug: 'water',
    timeZone: 'UTC',
    translations: { en: { title: 'Water' } },
  });
  await answer(MATERIALS, materials);
  if (role !== 'editor') {
    await answer(ATTENDANCE, { canMark: true, offersCertificates: true, people: [], ...attendance });
    await answer(FEEDBACK, results(feedback));
  }
  await screen.findByText(/Water/);
  return { backend, answer };
}

const region = (name: string) => screen.findByRole('region', { name });
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

describe('the page after a session', () => {
  it('has the way to the other pages of the session that one may see', async () => {
    await open({ role: 'editor' });
    const nav = screen.getByRole('navigation', { name: 'Pages of this session' });
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveTextContent('After the session');
    expect(within(nav).getByRole('link', { name: 'Live numbers' })).toBeInTheDocument();
    expect(within(nav).queryByRole('link', { name: 'Registrations' })).not.toBeInTheDocument();
  });
});

describe('the materials of a session', () => {
  it('are listed in their order, each with what it is and for whom', async () => {
    await open({
      materials: [
        material('one'),
        material('two', {
          audience: 'registered',
          url: null,
          file: { name: 'S.pdf', type: 'pdf', byteSize: 2_400_000 },
        }),
      ],
    });
    const items = within(await region('Materials')).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(/Material one.*Recording · https:\/\/video.example\/one · Everybody/);
    expect(items[1]).toHaveTextContent(/Material two.*PDF, 2.4.MB · Registered people/);
    expect(screen.getByRole('link', { name: 'Material one' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Material two' })).not.toBeInTheDocument();
  });

  it('are moved by buttons and by keys, and go back where that is refused', async () => {
    const { backend } = await open({ materials: [material('one'), material('two')] });
    const titles = () =>
      screen.getAllByRole('link', { name: /^Material/ }).map(({ textContent }) => textContent);
    fireEvent.click(await screen.findByRole('button', { name: 'Move Material one down' }));
    const moved = backend.expectOne(`${MATERIALS}/order`);
    expect(moved.request.body).toEqual({ ids: ['two', 'one'] });
    moved.flush([material('two'), material('one')]);
    await waitFor(() => expect(titles()).toEqual(['Material two', 'Material one']));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Change Material one' }), {
      key: 'ArrowUp',
      altKey: true,
    });
    backend
      .expectOne(`${MATERIALS}/order`)
      .flush({ code: 'server.error', status: 500 }, { status: 500, statusText: 'No' });
    await waitFor(() => expect(titles()).toEqual(['Material two', 'Material one']));
  });

  it('are added as a link, with what is missing said first', async () => {
    const { backend } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Add a link or a file' }));
    const form = await screen.findByRole('form', { name: 'New material' });
    fireEvent.click(within(form).getByRole('button', { name: 'Store' }));
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      /a title in at least one language.*a whole address/,
    );
    fireEvent.input(within(form).getByLabelText('Address'), {
      target: { value: 'https://video.example/new' },
    });
    fireEvent.input(within(form).getByLabelText(/Title \(English\)/), { target: { value: 'New one' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Store' }));
    const sent = backend.expectOne(MATERIALS);
    expect(sent.request.body).toEqual({
      kind: 'slides',
      audience: 'registered',
      titles: { en: 'New one' },
      url: 'https://video.example/new',
    });
    sent.flush([material('new', { titles: { en: 'New one' } })]);
    expect(await screen.findByRole('link', { name: 'New one' })).toBeInTheDocument();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });

  it('are added as a file, whose name is a title to begin with, and whose other titles follow', async () => {
    const { backend } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Add a link or a file' }));
    const form = await screen.findByRole('form', { name: 'New material' });
    fireEvent.click(within(form).getByRole('radio', { name: 'A file from this computer' }));
    const file = new File(['%PDF-1.7'], 'My_slides.pdf', { type: 'application/pdf' });
    fireEvent.change(await within(form).findByLabelText('File'), { target: { files: [file] } });
    await waitFor(() => expect(within(form).getByLabelText(/Title \(English\)/)).toHaveValue('My slides'));
    fireEvent.input(within(form).getByLabelText(/Title \(German\)/), { target: { value: 'Meine Folien' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Store' }));
    const sent = backend.expectOne(`${MATERIALS}/files`);
    const body = sent.request.body as FormData;
    expect([body.get('title'), body.get('language'), body.get('file')]).toEqual(['My slides', 'en', file]);
    const added = material('f', {
      kind: 'slides',
      audience: 'registered',
      url: null,
      file: { name: 'My_slides.pdf', type: 'pdf', byteSize: 8 },
    });
    sent.flush([added]);
    const saved = await waitFor(() => backend.expectOne('/api/v1/materials/f'));
    expect(saved.request.body).toMatchObject({
      version: 1,
      titles: { en: 'My slides', de: 'Meine Folien' },
      url: null,
    });
    saved.flush([{ ...added, version: 2, titles: { en: 'My slides', de: 'Meine Folien' } }]);
    expect(await screen.findByText('My slides', { selector: 'strong' })).toBeInTheDocument();
  });

  it('keep what was typed when the server refuses', async () => {
    const { backend } = await open({ materials: [material('one')] });
    fireEvent.click(await screen.findByRole('button', { name: 'Change Material one' }));
    const form = await screen.findByRole('form', { name: 'Change a material' });
    fireEvent.input(within(form).getByLabelText(/Title \(English\)/), { target: { value: 'Better' } });
    fireEvent.click(within(form).getByRole('button', { name: 'Store' }));
    backend
      .expectOne('/api/v1/materials/one')
      .flush({ code: 'version.outdated', status: 409 }, { status: 409, statusText: 'No' });
    expect(await within(form).findByRole('alert')).toHaveTextContent(/Somebody else changed this/);
    expect(within(form).getByLabelText(/Title \(English\)/)).toHaveValue('Better');
  });

  it('are read by editors, who change none and see nobody’s attendance', async () => {
    await open({ role: 'editor', materials: [material('one')] });
    expect(await screen.findByRole('link', { name: 'Material one' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Add a link|Change|Remove|Move/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Who came' })).not.toBeInTheDocument();
  });
});

describe('the attendance of a session', () => {
  it('is marked for those who are ticked, and undone for exactly those it changed', async () => {
    const { backend, answer } = await open({ attendance: { people: [person('one'), person('two')] } });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select everybody found' }));
    fireEvent.click(await screen.findByRole('button', { name: 'They came (2)' }));
    const sent = backend.expectOne(ATTENDANCE);
    expect(sent.request.body).toEqual({ registrationIds: ['one', 'two'], isPresent: true });
    sent.flush({ changed: ['two'], withdrawn: 0 });
    await answer(ATTENDANCE, {
      canMark: true,
      offersCertificates: true,
      people: [person('one', { evidence: ['manual'] }), person('two', { evidence: ['manual'] })],
    });
    await waitFor(() => expect(row('Person two')).toHaveTextContent('Came'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const undone = await waitFor(() => backend.expectOne(ATTENDANCE));
    expect(undone.request.body).toEqual({ registrationIds: ['two'], isPresent: false });
  });

  it('is not what pressing “Join” says, until somebody says so', async () => {
    const people = [
      person('one', { joinHint }),
      person('two', { joinHint, evidence: ['manual'] }),
      person('three'),
    ];
    const { backend } = await open({ attendance: { people } });
    await region('Who came');
    await waitFor(() => expect(row('Person one')).toHaveTextContent('Not marked'));
    expect(row('Person one')).toHaveTextContent(/11:58.*2 times, last 12:10/);
    expect(screen.getByText('Marked as having come').nextElementSibling).toHaveTextContent('1');
    fireEvent.click(screen.getByRole('button', { name: 'Mark all who pressed “Join” (1) …' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('That is a hint only');
    backend.expectNone(ATTENDANCE);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Mark them' }));
    const sent = await waitFor(() => backend.expectOne(ATTENDANCE));
    expect(sent.request.body).toEqual({ registrationIds: ['one'], isPresent: true });
  });

  it('asks before it takes certificates along', async () => {
    const certificate = {
      id: 'c',
      code: 'ABCD-EFGH-2345',
      issuedAt: '2026-10-07T12:00:00Z',
      withdrawnAt: null,
      withdrawalReason: '',
    };
    const { backend } = await open({
      attendance: { people: [person('one', { evidence: ['manual'], certificate })] },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Person one' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take the mark back (1)' }));
    expect(await screen.findByRole('alertdialog')).toHaveTextContent('withdrawn with it: 1');
    backend.expectNone(ATTENDANCE);
  });

  it('withdraws a certificate with a reason', async () => {
    const certificate = {
      id: 'c',
      code: 'ABCD-EFGH-2345',
      issuedAt: '2026-10-07T12:00:00Z',
      withdrawnAt: null,
      withdrawalReason: '',
    };
    const { backend } = await open({
      attendance: { people: [person('one', { evidence: ['manual'], certificate })] },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw Person one' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: 'Somebody else' } });
    const withdraw = within(dialog).getByRole('button', { name: 'Withdraw it' });
    await waitFor(() => expect(withdraw).toBeEnabled());
    fireEvent.click(withdraw);
    const sent = await waitFor(() => backend.expectOne('/api/v1/certificates/c/withdraw'));
    expect(sent.request.body).toEqual({ reason: 'Somebody else' });
  });

  it('issues again what was withdrawn for a reason, and nothing that went with the mark', async () => {
    const withdrawn = (id: string, withdrawalReason: string) => ({
      id,
      code: 'ABCD-EFGH-2345',
      issuedAt: '2026-10-07T12:00:00Z',
      withdrawnAt: '2026-10-08T12:00:00Z',
      withdrawalReason,
    });
    const came = { evidence: ['manual' as const] };
    const { backend } = await open({
      attendance: {
        people: [
          person('one', { ...came, certificate: withdrawn('c', 'Somebody else') }),
          person('two', { ...came, certificate: withdrawn('d', '') }),
          person('three', { certificate: withdrawn('e', 'Somebody else') }),
        ],
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Issue again Person one' }));
    expect(screen.getAllByRole('button', { name: /^Issue again/ })).toHaveLength(1);
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Issue it again' }));
    await waitFor(() => backend.expectOne('/api/v1/certificates/c/reissue'));
  });

  it('cannot be marked before the session begins', async () => {
    await open({ attendance: { canMark: false, people: [person('one')] } });
    expect(await screen.findByText(/can be marked once the session has begun/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /They came/ })).not.toBeInTheDocument();
  });

  it('is searched', async () => {
    await open({ attendance: { people: [person('one'), person('two', { city: 'Bonn' })] } });
    fireEvent.input(await screen.findByLabelText('Search people'), { target: { value: 'bonn' } });
    await waitFor(() => expect(screen.queryByText('Person one')).not.toBeInTheDocument());
    expect(screen.getByText('Person two')).toBeInTheDocument();
  });
});

describe('the feedback on a session', () => {
  it('is told in numbers, as charts that are tables, and in words', async () => {
    const questions: FeedbackResults['questions'] = [
      {
        questionId: 'q',
        label: 'Which part?',
        kind: 'choice',
        answers: 6,
        heldBack: 0,
        bars: [
          { key: 'a', label: 'First', count: 4 },
          { key: 'b', label: 'Second', count: 2 },
        ],
        average: null,
        texts: [],
      },
    ];
    await open({ feedback: { questions } });
    const panel = await region('Feedback');
    expect(panel).toHaveTextContent('6 of 10 people gave feedback (60 %), 5 of them anonymously.');
    const rating = within(panel).getByRole('table', { name: 'How the session was rated' });
    expect(within(rating).getByRole('row', { name: /4 · Very good 6 100/ })).toBeInTheDocument();
    const chart = within(panel).getByRole('table', { name: 'Which part?' });
    expect(within(chart).getByRole('row', { name: /First 4 67/ })).toBeInTheDocument();
    expect(panel).toHaveTextContent('Well done');
  });

  it('says how many are held back', async () => {
    await open({ feedback: { given: 3, anonymous: 3, heldBack: 3, records: [], comments: [] } });
    expect(await region('Feedback')).toHaveTextContent(/shown once there are 5 of them.*Not shown now: 3/);
    expect(screen.queryByRole('button', { name: 'Export as CSV' })).not.toBeInTheDocument();
  });

  it('says how many ratings and comments are held back', async () => {
    const rating = { ...results().rating, heldBack: 2 };
    await open({ feedback: { rating, comments: [], commentsHeldBack: 1 } });
    const panel = await region('Feedback');
    const told = within(panel)
      .getAllByText(/Anonymous answers not shown/)
      .map(({ textContent }) => /5: (\d)/.exec(textContent)?.[1]);
    expect(told).toEqual(['2', '1']);
    expect(within(panel).getByRole('heading', { name: 'Comments' })).toBeInTheDocument();
  });

  it('is exported as it is shown, a column for each question', () => {
    const question = {
      questionId: 'q',
      label: 'Which?',
      kind: 'choice' as const,
      answers: 1,
      heldBack: 0,
      bars: [],
      average: null,
      texts: [],
    };
    expect(feedbackRows(results({ questions: [question] }))).toEqual([
      ['Name', 'Rating (1 to 5)', 'Which?', 'Comment'],
      ['Anonymous', '4', 'First', '=1+1'],
    ]);
  });
});
