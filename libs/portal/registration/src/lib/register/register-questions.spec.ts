import { fireEvent, screen, within } from '@testing-library/dom';
import { PortalPage } from '@reihe/portal-by-link';
import type { Problem } from '@reihe/shared-contracts';
import type { PublicQuestion, RegistrationForm, SessionOfForm } from '@reihe/shared-registration';
import { aSessionTeaser } from '@reihe/shared-testing';
import { registrationRoutes } from '../registration.routes';

const pipes = aSessionTeaser({ slug: 'pipes', title: 'Leaking pipes' });
const wells = aSessionTeaser({ slug: 'wells', title: 'Deep wells' });

const asks = (slug: string, change: Partial<SessionOfForm> = {}): SessionOfForm => ({
  slug,
  mode: 'open',
  holdMinutes: 60,
  asksAccessibility: true,
  asksRecording: false,
  ...change,
});

function aQuestion(id: string, change: Partial<PublicQuestion> = {}): PublicQuestion {
  return {
    id,
    kind: 'text',
    isRequired: false,
    label: `The ${id}`,
    hint: '',
    language: 'en',
    options: [],
    condition: null,
    min: null,
    max: null,
    sessionSlugs: ['pipes', 'wells'],
    ...change,
  };
}

const there = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('It is not there.');
  return value;
};

const diet = aQuestion('diet', {
  kind: 'choice',
  options: [
    { id: 'a', label: 'Everything' },
    { id: 'b', label: 'Something else' },
  ],
});
const which = aQuestion('which', { isRequired: true, condition: { questionId: 'diet', isOneOf: ['b'] } });

describe('the questions of the register form', () => {
  let page: PortalPage;
  const FORM = '/api/v1/registrations/form?session=pipes&session=wells';

  beforeEach(() => {
    page = PortalPage.set([{ path: 'register', children: registrationRoutes }]);
  });
  afterEach(() => {
    page.backend.verify();
  });

  async function open(form: Partial<RegistrationForm>, more = ''): Promise<void> {
    await page.open(`/register?session=pipes&session=wells${more}`);
    for (const session of [pipes, wells])
      page.backend.expectOne(`/api/v1/pages/sessions/${session.slug}`).flush(session);
    await page.settle();
    await page.answer(FORM, { sessions: [asks('pipes'), asks('wells')], questions: [], ...form });
  }

  const untick = async (title: RegExp) => {
    fireEvent.click(screen.getByRole('checkbox', { name: title }));
    await page.settle();
  };
  const fillIn = () => {
    const type = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    type('Your name', 'Sample Person');
    type('E-mail address', 'sample.person@example.org');
    type('Organisation', 'City administration');
    type('City', 'Lviv');
    fireEvent.change(screen.getByLabelText('Country'), { target: { value: 'UA' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /privacy notice/ }));
  };
  const send = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Register' }));
    await page.settle();
  };
  const sent = () => page.backend.expectOne('/api/v1/registrations').request.body as object;

  it('are those of the sessions that are ticked, and say for which where it is not all', async () => {
    await open({ questions: [aQuestion('both'), aQuestion('own', { sessionSlugs: ['wells'] })] });
    expect(screen.getByRole('textbox', { name: 'The own (optional)' })).toHaveAccessibleDescription(
      'For Deep wells.',
    );
    expect(screen.getByRole('textbox', { name: 'The both (optional)' })).not.toHaveAccessibleDescription();
    await untick(/Deep wells/);
    expect(screen.queryByRole('textbox', { name: 'The own (optional)' })).not.toBeInTheDocument();
  });

  it('appear with the answer that they hang on, and are sent with the form', async () => {
    await open({ questions: [diet, which] });
    fillIn();
    expect(screen.queryByRole('textbox', { name: 'The which' })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: 'Something else' }));
    await page.settle();
    fireEvent.input(screen.getByRole('textbox', { name: 'The which' }), { target: { value: 'Soup' } });
    await page.settle();
    await send();
    expect(sent()).toMatchObject({
      answers: [
        { questionId: 'diet', value: 'b' },
        { questionId: 'which', value: 'Soup' },
      ],
    });
  });

  it('are not sent once they are not asked any more', async () => {
    await open({ questions: [diet, which] });
    fillIn();
    fireEvent.click(screen.getByRole('radio', { name: 'Something else' }));
    await page.settle();
    fireEvent.input(screen.getByRole('textbox', { name: 'The which' }), { target: { value: 'Soup' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    await page.settle();
    await send();
    expect(sent()).toMatchObject({ answers: [{ questionId: 'diet', value: 'a' }] });
  });

  it('are judged before anything is sent, and told in the summary in the order of the page', async () => {
    await open({ questions: [aQuestion('must', { isRequired: true })] });
    await send();
    const summary = screen.getByRole('alert');
    const links = within(summary).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent).slice(-2)).toEqual([
      'The must: Please fill this in.',
      'Privacy: Please agree before you go on.',
    ]);
    fireEvent.click(there(links.at(-2)));
    expect(screen.getByRole('textbox', { name: 'The must' })).toHaveFocus();
    page.backend.expectNone('/api/v1/registrations');
  });

  it('come anew where one was added meanwhile, and nothing typed is lost', async () => {
    await open({ questions: [aQuestion('old')] });
    fillIn();
    fireEvent.input(screen.getByRole('textbox', { name: 'The old (optional)' }), {
      target: { value: 'Kept' },
    });
    await page.settle();
    await send();
    const refusal: Problem = {
      type: 'about:blank',
      title: 'Invalid',
      status: 400,
      code: 'request.invalid',
      correlationId: 'c1',
      fields: [{ path: 'answers.new', code: 'required' }],
    };
    await page.answer('/api/v1/registrations', refusal, 400);
    await page.answer(FORM, {
      sessions: [asks('pipes'), asks('wells')],
      questions: [aQuestion('old'), aQuestion('new', { isRequired: true })],
    });
    expect(screen.getByRole('alert')).toHaveTextContent('The new: Please fill this in.');
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(screen.getByLabelText('Your name')).toHaveValue('Sample Person');
    expect(screen.getByRole('textbox', { name: 'The old (optional)' })).toHaveValue('Kept');
    fireEvent.input(screen.getByRole('textbox', { name: 'The new' }), { target: { value: 'Now' } });
    await page.settle();
    await send();
    expect(sent()).toMatchObject({
      answers: [
        { questionId: 'old', value: 'Kept' },
        { questionId: 'new', value: 'Now' },
      ],
    });
  });

  it('come back from the server with what was answered and what is wrong, also without scripts', async () => {
    page.comesBackWith({
      values: {
        sessionSlugs: ['pipes', 'wells'],
        'answers.diet': 'b',
        'answers.which': '',
        accessibilityNeeds: 'Captions',
        allowsRecording: 'no',
        invitationCode: 'SPRING',
      },
      problem: {
        type: 'about:blank',
        title: 'Invalid',
        status: 400,
        code: 'request.invalid',
        correlationId: 'c1',
        fields: [
          { path: 'answers.which', code: 'required' },
          { path: 'invitationCode', code: 'not-allowed' },
        ],
      },
    });
    await open({
      sessions: [asks('pipes', { mode: 'invitation' }), asks('wells', { asksRecording: true })],
      questions: [diet, which],
    });
    expect(screen.getByRole('radio', { name: 'Something else' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'The which' })).toBeInvalid();
    expect(screen.getByLabelText(/What you need/)).toHaveValue('Captions');
    expect(screen.getByRole('radio', { name: 'No, please not' })).toBeChecked();
    expect(screen.getByLabelText(/Invitation code/)).toHaveValue('SPRING');
    expect(screen.getByRole('alert')).toHaveTextContent(
      /This code is not valid.*The which: Please fill this in/,
    );
  });

  it('ask for a code where one of the sessions is by invitation, and take it from the link', async () => {
    await open({ sessions: [asks('pipes'), asks('wells', { mode: 'invitation' })] }, '&code=SPRING-26');
    expect(screen.getByLabelText(/Invitation code/)).toHaveValue('SPRING-26');
    expect(document.querySelector('form')).toHaveAttribute(
      'action',
      expect.stringContaining('code=SPRING-26'),
    );
    await untick(/Deep wells/);
    expect(screen.queryByLabelText(/Invitation code/)).not.toBeInTheDocument();
  });

  it('ask what somebody needs and about recording where a session wants to know, nothing ticked beforehand', async () => {
    await open({
      sessions: [asks('pipes', { asksAccessibility: false }), asks('wells', { asksRecording: true })],
    });
    fillIn();
    const group = screen.getByRole('radiogroup', { name: /Pictures and recording/ });
    for (const radio of within(group).getAllByRole('radio')) expect(radio).not.toBeChecked();
    fireEvent.click(within(group).getByRole('radio', { name: 'Yes, they may' }));
    fireEvent.input(screen.getByLabelText(/What you need/), { target: { value: 'Captions' } });
    await page.settle();
    await send();
    expect(sent()).toMatchObject({ allowsRecording: true, accessibilityNeeds: 'Captions' });
    await untick(/Deep wells/);
    expect(screen.queryByRole('radiogroup', { name: /Pictures/ })).not.toBeInTheDocument();
    expect(screen.queryByLabelText(/What you need/)).not.toBeInTheDocument();
  });

  it('say who decides, and how long a place is held', async () => {
    await open({ sessions: [asks('pipes', { mode: 'approval' }), asks('wells', { holdMinutes: 90 })] });
    expect(screen.getByText(/decide who takes part in Leaking pipes\./)).toBeVisible();
    expect(screen.getByText(/Deep wells: a free place is held for you for 90 minutes\./)).toBeVisible();
    await untick(/Leaking pipes/);
    expect(screen.queryByText(/decide who takes part/)).not.toBeInTheDocument();
  });
});
