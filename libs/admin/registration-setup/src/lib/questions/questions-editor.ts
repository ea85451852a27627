import { type Language } from '@reihe/shared-contracts';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  CdkDrag,
  CdkDragHandle,
  CdkDropList,
  moveItemInArray,
  type CdkDragDrop,
} from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { form } from '@angular/forms/signals';
import { Editing } from '@reihe/admin-editing';
import {
  AnswerStates,
  Ask,
  LanguageChoice,
  lastAnswer,
  SaveBar,
  warnBeforeUnload,
  WritingLanguages,
} from '@reihe/admin-ui';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import {
  QUESTION_KINDS,
  type Question,
  type QuestionForm,
  type QuestionKind,
  type QuestionPurpose,
} from '@reihe/shared-registration';
import { RegistrationSetupClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { EmptyState } from '@reihe/web-ui';
import { type EarlierQuestion, QuestionCard, titleOf } from './question-card';
import { QuestionPreview } from './question-preview';
import { kindWords } from './question-words';
import {
  canBeHungOn,
  emptyQuestion,
  isQuestionIn,
  questionItem,
  type QuestionItem,
  questionsForm,
  type QuestionsForm,
  questionsSchema,
  saveQuestion,
} from './questions-form';

/**
 * The questions of a series or session for one purpose, as one list that is saved whole: written in all languages, put into order by
 * dragging, buttons or keys, seen beside as participants see them.
 */
@Component({
  selector: 'reihe-questions-editor',
  providers: [WritingLanguages],
  imports: [
    AnswerStates,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    EmptyState,
    ErrorSummary,
    QuestionCard,
    QuestionPreview,
    SaveBar,
    LanguageChoice,
  ],
  templateUrl: './questions-editor.html',
  styleUrl: './questions-editor.css',
})
export class QuestionsEditor {
  readonly owner = input.required<RegistrationOwner>();
  readonly purpose = input.required<QuestionPurpose>();

  private readonly client = inject(RegistrationSetupClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly language = inject(LANGUAGE);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly isWritten = (language: Language) =>
    this.model().questions.some((question) => isQuestionIn(question, language));
  protected readonly kinds = QUESTION_KINDS;
  protected readonly kindWords = kindWords;
  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly loaded = this.client.questions(
    () => this.owner(),
    () => this.purpose(),
  );
  private readonly session = lastAnswer(
    inject(SessionsClient).one(() => (this.owner().kind === 'sessions' ? this.owner().id : null)),
  );
  private readonly seriesForm = lastAnswer(
    this.client.questions(
      () => {
        const id = this.session()?.seriesId;
        return id === undefined ? null : { kind: 'series', id };
      },
      () => this.purpose(),
    ),
  );
  /** What participants are asked before: those of the series, where these are a session's. */
  protected readonly ofSeries = computed<QuestionItem[]>(() =>
    this.owner().kind === 'series' ? [] : (this.seriesForm()?.questions ?? []).map(questionItem),
  );

  protected readonly model = signal<QuestionsForm>({ questions: [] });
  protected readonly form = form(this.model, (path) => {
    questionsSchema(
      path,
      () => this.mayWrite(),
      () => this.ofSeries().map(saveQuestion),
    );
  });
  protected readonly editing: Editing<QuestionForm, QuestionsForm> = new Editing<QuestionForm, QuestionsForm>(
    {
      model: this.model,
      form: this.form,
      toForm: questionsForm,
      send: ({ questions }, version) =>
        this.client.saveQuestions(this.owner(), this.purpose(), {
          version,
          questions: questions.map(saveQuestion),
        }),
      fetch: () => this.client.fetchQuestions(this.owner(), this.purpose()),
    },
  );

  /** Ids of those that are open for editing. */
  private readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly previewed = computed(() => [...this.ofSeries(), ...this.model().questions]);
  protected readonly archived = computed(() => {
    const asked = new Set(this.model().questions.map(({ id }) => id));
    const { archived = [] } = this.editing.resource() ?? {};
    return archived.filter(({ id }) => !asked.has(id));
  });

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const questions = this.loaded.value();
      untracked(() => {
        this.editing.open(questions);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected titleOf({ texts }: Question): string {
    return titleOf(texts, this.language);
  }

  protected isOpen(id: string): boolean {
    return this.opened().has(id);
  }

  protected toggle(id: string): void {
    this.opened.update((ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]));
  }

  protected answersTo(id: string): number {
    const { questions = [], archived = [] } = this.editing.resource() ?? {};
    return [...questions, ...archived].find((question) => question.id === id)?.answers ?? 0;
  }

  protected earlierThan(index: number): EarlierQuestion[] {
    return [...this.ofSeries(), ...this.model().questions.slice(0, index)]
      .filter(canBeHungOn)
      .map(({ id, kind, texts, options }) => ({ id, kind, options, label: titleOf(texts, this.language) }));
  }

  protected add(kind: string): void {
    const question = emptyQuestion(kind as QuestionKind);
    this.set([...this.model().questions, question]);
    this.toggle(question.id);
    this.focusIn(this.model().questions.length - 1, 'input[lang]');
  }

  protected async remove(index: number): Promise<void> {
    const question = this.model().questions[index];
    if (!question) return;
    const answers = this.answersTo(question.id);
    const title = titleOf(question.texts, this.language);
    const isSure =
      answers === 0 ||
      (await this.ask.confirm({
        title: $localize`:@@registration-setup.questions.remove-title:No longer ask “${title}:question:”?`,
        text: $localize`:@@registration-setup.questions.remove-text:It was answered ${answers}:count: times. The answers are kept, and you can ask it again.`,
        action: $localize`:@@registration-setup.questions.remove-action:Ask it no longer`,
      }));
    if (isSure) this.set(this.model().questions.filter(({ id }) => id !== question.id));
  }

  protected askAgain(question: Question): void {
    this.set([...this.model().questions, questionItem(question)]);
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    this.reorder(event.previousIndex, event.currentIndex);
  }

  protected moveByKey(event: Event, index: number, by: -1 | 1): void {
    if (!this.mayWrite()) return;
    event.preventDefault();
    const to = index + by;
    if (to >= 0 && to < this.model().questions.length) this.move(index, to, by < 0 ? 'up' : 'down');
  }

  /** The focus goes along with the moved question, so that the same key moves it on. */
  protected move(from: number, to: number, direction: 'up' | 'down'): void {
    const title = titleOf(this.model().questions[from]?.texts ?? {}, this.language);
    this.reorder(from, to);
    const count = this.model().questions.length;
    void this.announcer.announce(
      $localize`:@@registration-setup.questions.moved:“${title}:question:” is now question ${to + 1}:position: of ${count}:count:`,
    );
    this.focusIn(to, `[data-move=${direction}]:not(:disabled)`, '[data-move]:not(:disabled)');
  }

  protected async save(): Promise<void> {
    const saved = await this.editing.save();
    // What is wrong must be seen, and be there to be focused.
    if (!saved) this.openWrong();
  }

  private openWrong(): void {
    const wrong = this.model().questions.filter((_, index) => this.form.questions[index]?.().invalid());
    this.opened.update((ids) => new Set([...ids, ...wrong.map(({ id }) => id)]));
  }

  private reorder(from: number, to: number): void {
    const questions = [...this.model().questions];
    moveItemInArray(questions, from, to);
    this.set(questions);
  }

  private set(questions: QuestionItem[]): void {
    this.model.set({ questions });
  }

  /** Focuses the first of the controls that is there, in the card at this place. */
  private focusIn(index: number, ...selectors: string[]): void {
    afterNextRender(
      () => {
        const card = this.host.nativeElement.querySelectorAll('ol > li')[index];
        const found = selectors.map((selector) => card?.querySelector<HTMLElement>(selector)).find(Boolean);
        found?.focus();
      },
      { injector: this.injector },
    );
  }
}
