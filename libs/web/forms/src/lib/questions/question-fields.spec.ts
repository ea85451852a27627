import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { AnswerValue } from '@reihe/shared-contracts';
import type { PublicQuestion, QuestionKind } from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { QuestionFields } from './question-fields';
import { answerErrorWords, conditionWords } from './question-words';

const options = [
  { id: 'a', label: 'Apples' },
  { id: 'b', label: 'Bread' },
];

function aQuestion(id: string, kind: QuestionKind, change: Partial<PublicQuestion> = {}): PublicQuestion {
  return {
    id,
    kind,
    isRequired: true,
    label: `The ${id}`,
    hint: '',
    language: 'en',
    options: kind === 'choice' || kind === 'many' ? options : [],
    condition: null,
    min: null,
    max: null,
    sessionSlugs: ['pipes'],
    ...change,
  };
}

const there = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('It is not there.');
  return value;
};

const TEMPLATE = `
  <form>
    <reihe-question-fields [questions]="questions" [answers]="answers" [errors]="errors" [notes]="notes" [countries]="countries"
      (answered)="tell($event)" />
  </form>`;

async function show(
  questions: PublicQuestion[],
  answers: Record<string, AnswerValue> = {},
  more: { errors?: Record<string, string>; notes?: Record<string, string> } = {},
) {
  const told: unknown[] = [];
  const page = await render(TEMPLATE, {
    imports: [QuestionFields],
    componentProperties: {
      questions,
      answers: new Map(Object.entries(answers)),
      errors: {},
      notes: {},
      countries: [{ code: 'UA', name: 'Ukraine' }],
      tell: (answer: unknown) => told.push(answer),
      ...more,
    },
  });
  await page.fixture.whenStable();
  return told;
}

const sent = () => {
  const form = document.querySelector('form');
  return form ? [...new FormData(form).entries()].map(([name, value]) => `${name}=${value as string}`) : [];
};

describe('questions', () => {
  it('are asked by the control of their kind, named so that a plain post carries the answers', async () => {
    await show(
      [
        aQuestion('text', 'text'),
        aQuestion('story', 'long-text'),
        aQuestion('choice', 'choice'),
        aQuestion('many', 'many'),
        aQuestion('number', 'number'),
        aQuestion('country', 'country'),
        aQuestion('consent', 'consent'),
      ],
      { text: 'x', story: 'y', choice: 'b', many: ['a', 'b'], number: 7, country: 'UA', consent: true },
    );
    expect(screen.getByRole('textbox', { name: 'The text' })).toHaveValue('x');
    expect(screen.getByRole('textbox', { name: 'The story' })).toHaveValue('y');
    expect(screen.getByRole('radiogroup', { name: 'The choice' })).toBeVisible();
    expect(screen.getByRole('group', { name: 'The many' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'The country' })).toHaveValue('UA');
    expect(sent()).toEqual([
      'answers.text=x',
      'answers.story=y',
      'answers.choice=b',
      'answers.many=a',
      'answers.many=b',
      'answers.number=7',
      'answers.country=UA',
      'answers.consent=on',
    ]);
  });

  it('write no text between the tags of a text area, where the mark of an empty one would be text', async () => {
    await show([aQuestion('story', 'long-text')]);
    expect(document.querySelector('textarea')?.childNodes).toHaveLength(0);
  });

  it('tell each answer', async () => {
    const told = await show([
      aQuestion('text', 'text'),
      aQuestion('choice', 'choice'),
      aQuestion('many', 'many'),
      aQuestion('consent', 'consent'),
    ]);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Lviv' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Bread' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Apples' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'The consent' }));
    expect(told).toEqual([
      { questionId: 'text', value: 'Lviv' },
      { questionId: 'choice', value: 'b' },
      { questionId: 'many', value: ['a'] },
      { questionId: 'consent', value: true },
    ]);
  });

  it('have nothing ticked or chosen beforehand, and one that is optional can be left without an answer', async () => {
    const told = await show([
      aQuestion('choice', 'choice'),
      aQuestion('consent', 'consent'),
      aQuestion('free', 'choice', { isRequired: false }),
    ]);
    expect(sent()).toEqual(['answers.free=']);
    expect(screen.getByRole('radiogroup', { name: 'The free (optional)' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'No answer' })).toBeChecked();
    fireEvent.click(there(screen.getAllByRole('radio', { name: 'Apples' })[1]));
    expect(told).toEqual([{ questionId: 'free', value: 'a' }]);
  });

  it('appear when their condition is met, and keep what was answered before', async () => {
    const questions = [
      aQuestion('choice', 'choice'),
      aQuestion('then', 'text', { condition: { questionId: 'choice', isOneOf: ['b'] } }),
    ];
    await show(questions, { then: 'kept', choice: 'a' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    TestBed.resetTestingModule();
    await show(questions, { then: 'kept', choice: 'b' });
    expect(screen.getByRole('textbox', { name: 'The then' })).toHaveValue('kept');
  });

  it('say what is wrong before hint and note, and what a number may be', async () => {
    await show(
      [aQuestion('number', 'number', { hint: 'As of today.', min: 1, max: 5 }), aQuestion('many', 'many')],
      { number: '7' },
      { errors: { number: 'Too many.', many: 'Please choose.' }, notes: { number: 'For Pipes.' } },
    );
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
      'Too many. For Pipes. As of today. A whole number from 1 to 5.',
    );
    expect(screen.getByRole('textbox')).toBeInvalid();
    expect(screen.getByRole('group', { name: 'The many' })).toHaveAccessibleDescription('Please choose.');
  });

  it('are marked where they are in another language than the page', async () => {
    await show([aQuestion('text', 'text', { language: 'de' })]);
    expect(document.querySelector('reihe-question-field')).toHaveAttribute('lang', 'de');
  });
});

describe('the words about questions', () => {
  it.each([
    ['choice', /“The asked” is: Apples \/ Bread\.$/],
    ['many', /“The asked” is: Apples \/ Bread\.$/],
    ['country', /“The asked” is: Ukraine\.$/],
    ['consent', /agreed to “The asked”\.$/],
  ] as const)('say when one applies that hangs on a %s', (kind, words) => {
    const isOneOf = { choice: ['a', 'b'], many: ['a', 'b'], country: ['UA'], consent: ['true'] }[kind];
    const question = aQuestion('then', 'text', { condition: { questionId: 'asked', isOneOf } });
    const formats = TestBed.inject(Formats);
    expect(conditionWords(question, aQuestion('asked', kind), formats)).toMatch(words);
    expect(conditionWords(question, undefined, formats)).toBe('');
  });

  it.each([
    ['number', 'wrong-type', 'Please enter a whole number.'],
    ['choice', 'required', 'Please choose one of these.'],
    ['country', 'required', 'Please choose one of these.'],
    ['many', 'required', 'Please choose at least one of these.'],
    ['text', 'required', 'Please fill this in.'],
    ['consent', 'must-be-accepted', 'Please agree before you go on.'],
  ] as const)('say of a %s what %s means', (kind, code, words) => {
    expect(answerErrorWords(kind, code)).toBe(words);
  });
});
