import { computed, Injectable, signal } from '@angular/core';
import type { AnswerValue, FieldProblem, GivenAnswer } from '@reihe/shared-contracts';
import { answerError, askedQuestions, type Answers } from '@reihe/shared-form-policies';
import type { RegistrationForm } from '@reihe/shared-registration';
import { answerErrorWords, type SummaryError } from '@reihe/web-forms';
import type { SubmittedForm } from '@reihe/web-platform';

/** Before a question's id: name of its control, path of its error. */
const ANSWERS = 'answers.';

interface Refused {
  problem: FieldProblem;
  value: AnswerValue | undefined;
}

/** The organiser's questions of one register form and what is answered so far. Belongs to one page. */
@Injectable()
export class RegisterQuestions {
  readonly form = signal<RegistrationForm>({ sessions: [], questions: [] });
  /** Slugs that somebody may want: what is ticked, or, without scripts, all that can be. */
  readonly wanted = signal<readonly string[]>([]);
  readonly answers = signal<Answers>(new Map());
  private readonly refused = signal<ReadonlyMap<string, Refused>>(new Map());
  /** Whether it was tried to send the form: before, nothing is wrong yet. */
  private readonly isJudged = signal(false);

  readonly sessions = computed(() => this.form().sessions.filter(({ slug }) => this.wanted().includes(slug)));
  /** Those of the sessions that somebody may want; which of them are asked depends on the answers. */
  readonly questions = computed(() =>
    this.form().questions.filter(({ sessionSlugs }) =>
      sessionSlugs.some((slug) => this.wanted().includes(slug)),
    ),
  );
  private readonly asked = computed(() => askedQuestions(this.questions(), this.answers()));

  /** Words by the question's id. */
  readonly errors = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      this.asked().flatMap((question) => {
        const value = this.answers().get(question.id);
        const refused = this.refused().get(question.id);
        const still = refused && isSame(refused.value, value) ? refused.problem : null;
        const wrong = still ?? (this.isJudged() ? answerError(question, value) : null);
        return wrong ? [[question.id, answerErrorWords(question.kind, wrong.code, wrong.limit)]] : [];
      }),
    ),
  );
  readonly summary = computed<SummaryError[]>(() =>
    this.asked().flatMap(({ id, label }) => {
      const words = this.errors()[id];
      return words ? [{ controlId: ANSWERS + id, words: `${label}: ${words}` }] : [];
    }),
  );
  /** To be sent. */
  readonly given = computed<GivenAnswer[]>(() =>
    this.asked().flatMap(({ id }) => {
      const value = this.answers().get(id);
      return value === undefined || value === '' || value === false ? [] : [{ questionId: id, value }];
    }),
  );

  /** Begins with what came back from the server; the names of its controls say whose answer is whose. */
  begin(values: SubmittedForm['values']): void {
    this.answers.set(
      new Map(
        Object.entries(values).flatMap(([name, value]) =>
          name.startsWith(ANSWERS) ? [[name.slice(ANSWERS.length), value] as const] : [],
        ),
      ),
    );
  }

  answer({ questionId, value }: GivenAnswer): void {
    this.answers.update((before) => new Map(before).set(questionId, value));
  }

  judge(): void {
    this.refused.set(new Map());
    this.isJudged.set(true);
  }

  /** What the server said of answers. It may name questions that were not asked when the page was opened: see `isOutdated`. */
  refuse(problems: readonly FieldProblem[]): void {
    this.refused.set(
      new Map(
        problems.flatMap((problem) => {
          const id = problem.path.startsWith(ANSWERS) ? problem.path.slice(ANSWERS.length) : '';
          return id ? [[id, { problem, value: this.answers().get(id) }] as const] : [];
        }),
      ),
    );
  }

  /** The server refused for want of an answer to what was not asked here. */
  readonly isOutdated = computed(() => {
    const known = new Set(this.form().questions.map(({ id }) => id));
    return [...this.refused().keys()].some((id) => !known.has(id));
  });
}

function isSame(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
