import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RegistrationOwner, Role } from '@reihe/shared-contracts';
import type { Question, QuestionForm, SaveQuestionForm } from '@reihe/shared-registration';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { QuestionsEditor } from './questions-editor';

function aQuestion(id: string, change: Partial<Question> = {}): Question {
  return {
    id,
    kind: 'text',
    isRequired: false,
    texts: { en: { label: `The ${id}`, hint: '' }, de: { label: `Das ${id}`, hint: '' } },
    options: [],
    condition: null,
    min: null,
    max: null,
    answers: 0,
    ...change,
  };
}

const there = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('It is not there.');
  return value;
};

const choice = aQuestion('choice', {
  kind: 'choice',
  options: [
    { id: 'a', labels: { en: 'Apples', de: 'Äpfel' } },
    { id: 'b', labels: { en: 'Bread' } },
  ],
});

const SERIES: RegistrationOwner = { kind: 'series', id: 's1' };
const URL = '/api/v1/registration-setup/series/s1/questions/registration';

async function open(form: Partial<QuestionForm>, role: Role = 'organiser'): Promise<HttpTestingController> {
  Object.defineProperty(globalThis.crypto, 'randomUUID', { value: newId, configurable: true });
  await render(QuestionsEditor, {
    inputs: { owner: SERIES, purpose: 'registration' },
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
    backend.expectOne(URL).flush({ version: 3, questions: [], archived: [], ...form });
  });
  await screen.findByRole('heading', { name: 'As participants see it' });
  await waitFor(() => {
    expect(screen.queryByText('Loading …')).not.toBeInTheDocument();
  });
  return backend;
}

let ids = 0;
const newId = () => `new-${(ids += 1)}`;
const cards = () => [...document.querySelectorAll<HTMLElement>('ol > li')];
const titles = () =>
  cards().map(
    (card) =>
      card
        .querySelector('.title')
        ?.textContent.trim()
        .replace(/^\d+\. /, '') ?? '',
  );
const preview = () => within(there(document.querySelector<HTMLElement>('reihe-question-preview')));
const save = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
};
const sent = async (backend: HttpTestingController) => {
  await save();
  return backend.expectOne({ method: 'PUT', url: URL }).request.body as SaveQuestionForm;
};

describe('the editor of questions', () => {
  beforeEach(() => {
    ids = 0;
  });

  it('sends the whole list with the version it began from', async () => {
    const backend = await open({ questions: [aQuestion('one'), choice] });
    fireEvent.click(screen.getByRole('button', { name: '1. The one' }));
    const [english] = screen.getAllByRole('textbox', { name: 'Question' });
    fireEvent.input(there(english), { target: { value: 'Changed' } });
    const body = await sent(backend);
    expect(body.version).toBe(3);
    expect(body.questions).toMatchObject([
      { id: 'one', texts: { en: { label: 'Changed' }, de: { label: 'Das one' } }, condition: null },
      { id: 'choice', options: choice.options },
    ]);
  });

  it('moves a question by its arrows, and the focus with it, saying where it is now', async () => {
    const backend = await open({ questions: [aQuestion('one'), aQuestion('two'), aQuestion('three')] });
    fireEvent.click(screen.getByRole('button', { name: 'Move “The one” down' }));
    await waitFor(() => {
      expect(titles()).toEqual(['The two', 'The one', 'The three']);
    });
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Move “The one” down' })).toHaveFocus();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Move “The one” down' }));
    // At the end: the other arrow is what one can press next.
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Move “The one” up' })).toHaveFocus();
    });
    await waitFor(() => {
      expect(document.querySelector('.cdk-live-announcer-element')).toHaveTextContent(
        '“The one” is now question 3 of 3',
      );
    });
    expect((await sent(backend)).questions.map(({ id }) => id)).toEqual(['two', 'three', 'one']);
  });

  it('moves one by Alt and the arrow keys from inside it', async () => {
    await open({ questions: [aQuestion('one'), aQuestion('two')] });
    fireEvent.keyDown(screen.getByRole('button', { name: '2. The two' }), { key: 'ArrowUp', altKey: true });
    await waitFor(() => {
      expect(titles()).toEqual(['The two', 'The one']);
    });
  });

  it('adds one that is open for writing, and says at its fields what is missing', async () => {
    const backend = await open({});
    expect(screen.getByText('No questions of your own yet')).toBeVisible();
    fireEvent.change(screen.getByLabelText('Kind of the new question'), { target: { value: 'choice' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add a question' }));
    const [question] = await screen.findAllByRole('textbox', { name: 'Question' });
    await waitFor(() => {
      expect(question).toHaveFocus();
    });
    await save();
    const summary = await screen.findByRole('alert', { name: 'Not saved yet' });
    expect(within(summary).getByText('Question: Please fill this in.')).toBeVisible();
    expect(question).toHaveAccessibleDescription('Please fill this in.');
    backend.expectNone({ method: 'PUT', url: URL });
    fireEvent.input(there(question), { target: { value: 'Eat?' } });
    const options = screen.getAllByRole('textbox', { name: /^Option \d \(English\)/ });
    options.forEach((option, at) => fireEvent.input(option, { target: { value: `Option ${at}` } }));
    expect((await sent(backend)).questions).toMatchObject([
      {
        kind: 'choice',
        texts: { en: { label: 'Eat?' } },
        options: [{ labels: { en: 'Option 0' } }, { labels: { en: 'Option 1' } }],
      },
    ]);
  });

  it('opens what the server found wrong', async () => {
    const backend = await open({ questions: [aQuestion('one')] });
    fireEvent.click(screen.getByRole('button', { name: '1. The one' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Must be answered' }));
    fireEvent.click(screen.getByRole('button', { name: '1. The one' }));
    await save();
    backend.expectOne({ method: 'PUT', url: URL }).flush(
      {
        type: 'about:blank',
        title: 'Invalid',
        status: 400,
        code: 'request.invalid',
        correlationId: 'c',
        fields: [{ path: 'questions.0.kind', code: 'not-allowed' }],
      },
      { status: 400, statusText: '400' },
    );
    const kind = await screen.findByRole('combobox', { name: 'Kind' });
    expect(kind).toHaveAccessibleDescription('Please choose one of the offered values.');
  });

  it('lets a question hang on an earlier one, and shows it so in the preview', async () => {
    const backend = await open({ questions: [choice, aQuestion('then')] });
    expect(preview().getByRole('textbox', { name: 'The then (optional)' })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '2. The then' }));
    const asked = screen.getByRole('combobox', { name: 'Asked' });
    expect(
      within(asked)
        .getAllByRole('option')
        .map(({ textContent }) => textContent.trim()),
    ).toEqual(['Always', 'Only after certain answers to: The choice']);
    fireEvent.input(asked, { target: { value: 'choice' } });
    fireEvent.change(asked);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Bread' }));
    await waitFor(() => {
      expect(preview().queryByRole('textbox')).not.toBeInTheDocument();
    });
    fireEvent.click(preview().getByRole('radio', { name: 'Bread' }));
    expect(await preview().findByRole('textbox', { name: 'The then (optional)' })).toBeVisible();
    expect((await sent(backend)).questions[1]?.condition).toEqual({ questionId: 'choice', isOneOf: ['b'] });
  });

  it('refuses a condition that was moved before what it hangs on', async () => {
    const hanging = aQuestion('then', { condition: { questionId: 'choice', isOneOf: ['a'] } });
    const backend = await open({ questions: [choice, hanging] });
    fireEvent.click(screen.getByRole('button', { name: 'Move “The then” up' }));
    await waitFor(() => {
      expect(titles()).toEqual(['The then', 'The choice']);
    });
    await save();
    expect(await screen.findByRole('alert', { name: 'Not saved yet' })).toHaveTextContent(
      /Asked: Please choose/,
    );
    backend.expectNone({ method: 'PUT', url: URL });
  });

  it('shows the form in each language, with what is written in another where one is missing', async () => {
    await open({ questions: [choice] });
    fireEvent.click(screen.getByRole('button', { name: 'German' }));
    const group = await preview().findByRole('radiogroup', { name: /Das choice/ });
    expect(within(group).getByRole('radio', { name: 'Äpfel' })).toBeVisible();
    expect(within(group).getByRole('radio', { name: 'Bread' })).toBeVisible();
  });

  it('asks before it drops an answered question, and can ask an archived one again', async () => {
    const backend = await open({
      questions: [aQuestion('one', { answers: 2 })],
      archived: [aQuestion('old', { answers: 5 })],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Remove The one' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/answered 2 times\. The answers are kept/);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ask it no longer' }));
    await waitFor(() => {
      expect(titles()).not.toContain('The one');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Ask again The old' }));
    await waitFor(() => {
      expect(titles()).toEqual(['The old']);
    });
    expect((await sent(backend)).questions.map(({ id }) => id)).toEqual(['old']);
  });

  it('can be read, not changed, by editors', async () => {
    await open({ questions: [aQuestion('one')] }, 'editor');
    expect(screen.queryByRole('button', { name: /Save|Add a question|Remove|Move/ })).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '1. The one' }));
    for (const box of screen.getAllByRole('textbox', { name: 'Question' })) expect(box).toBeDisabled();
  });
});
