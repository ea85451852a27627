import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { DEFAULT_LANGUAGE, SESSION_KINDS, type Language, type Session } from '@reihe/shared-contracts';
import { slugFrom } from '@reihe/shared-policies';
import {
  DraftOffer,
  DraftState,
  Editing,
  EditorPresence,
  KeptWork,
  PresenceHint,
} from '@reihe/admin-editing';
import {
  AnswerStates,
  categoryOptions,
  FieldRow,
  isBlank,
  LanguageChoice,
  LanguageColumn,
  languageOptions,
  lastAnswer,
  ownTimeZone,
  regionOptions,
  SaveBar,
  TermChoice,
  WritingLanguages,
  type UnsavedWork,
  warnBeforeUnload,
} from '@reihe/admin-ui';
import { ClockQuestion } from '@reihe/admin-session-form';
import {
  EditingClient,
  SeriesClient,
  SessionsClient,
  StaffAccess,
  TaxonomyClient,
} from '@reihe/web-data-access';
import { Formats, LANGUAGE, sessionKindWords, type Failure } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { SessionFields } from '../history/session-fields';
import {
  agendaParts,
  MeetingAccessEditor,
  SessionNav,
  WHEN_IS_ONE,
  emptySession,
  moveContribution,
  saveSession,
  type SessionForm,
  sessionForm,
  sessionSchema,
  sessionStateTone,
  sessionStateWords,
} from '@reihe/admin-session-form';
import { AgendaEditor } from './agenda-editor';
import { ChangeTelling } from './change-telling';
import { ConflictsPanel } from './conflicts-panel';
import { ContributionsEditor } from './contributions-editor';
import { RegistrationTerms } from './registration-terms';
import { SessionActions, type SessionChange } from './session-actions';
import { SessionFairTime } from './session-fair-time';
import { UndoChange } from './undo-change';
import { SessionWhen } from './session-when';
import { SpeakerAddresses } from './speaker-addresses';
import { SpeakerInvitations } from './speaker-invitations';

/** One session, whole: texts in both languages, time, audience, registration, agenda and people. */
@Component({
  selector: 'reihe-session-editor',
  providers: [WritingLanguages],
  imports: [
    AgendaEditor,
    AnswerStates,
    ConflictsPanel,
    ContributionsEditor,
    DraftOffer,
    DraftState,
    ErrorSummary,
    FieldRow,
    FormField,
    LanguageChoice,
    LanguageColumn,
    MeetingAccessEditor,
    PresenceHint,
    RegistrationTerms,
    RouterLink,
    SaveBar,
    SessionActions,
    SessionFairTime,
    SessionNav,
    SessionWhen,
    SpeakerAddresses,
    SpeakerInvitations,
    StateBadge,
    TermChoice,
    UndoChange,
  ],
  templateUrl: './session-editor.html',
})
export class SessionEditor implements UnsavedWork {
  /** From the address; absent for a new session. */
  readonly id = input<string>();
  /** From the query of a new session: the series it is for. */
  readonly series = input<string>();

  private readonly router = inject(Router);
  private readonly sessions = inject(SessionsClient);
  protected readonly access = inject(StaffAccess);
  private readonly desk = inject(EditingClient);
  private readonly fields = inject(SessionFields);
  private readonly clockQuestion = inject(ClockQuestion);
  private readonly telling = inject(ChangeTelling);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly kinds = SESSION_KINDS.map((value) => ({ value, words: sessionKindWords(value) }));
  protected readonly stateWords = sessionStateWords;
  protected readonly stateTone = sessionStateTone;
  protected readonly isBlank = isBlank;

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  private readonly oneSeries = inject(SeriesClient).one(() => this.model().seriesId || null);
  private readonly regions = lastAnswer(inject(TaxonomyClient).regions());
  private readonly categories = lastAnswer(inject(TaxonomyClient).categories());
  protected readonly loaded = this.sessions.one(() => this.id() ?? null);

  private readonly model = signal<SessionForm>(emptySession('', ownTimeZone()));
  protected readonly form = form(this.model, (path) => {
    sessionSchema(
      path,
      () => this.defaultLanguage(),
      () => this.mayWrite(),
    );
  });
  /** With which a new one began. */
  private placesOfSeries: number | null = null;
  /** Set by the answer to "this time exists twice", for one save. */
  private clockChoice: 'earlier' | 'later' | undefined;

  protected readonly editing: Editing<Session, SessionForm> = new Editing<Session, SessionForm>({
    model: this.model,
    form: this.form,
    toForm: sessionForm,
    send: (typed, version) => this.send(typed, version),
    fetch: () => this.sessions.fetch(this.editing.resource()?.id ?? ''),
    fieldOf: { 'session.slug-taken': 'slug' },
    answer: (failure) => this.answerClockQuestion(failure),
    describe: (forms) => this.fields.describe(forms),
    together: WHEN_IS_ONE,
    savedBy: async () => (await this.presence.beat())?.lastSave?.by ?? null,
  });

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly presence: EditorPresence = new EditorPresence({
    desk: this.desk,
    subject: 'session',
    subjectId: () => (this.mayWrite() ? (this.editing.resource()?.id ?? null) : null),
  });
  protected readonly kept = new KeptWork({
    desk: this.desk,
    subject: 'session',
    editing: this.editing,
    typed: this.model,
    id: () => this.id() ?? null,
    account: () => {
      const isOpen = this.id() === undefined || this.editing.resource() !== null;
      return isOpen && this.mayWrite() ? (this.access.me()?.id ?? null) : null;
    },
  });
  protected readonly seriesOptions = computed(() => this.allSeries()?.items ?? []);
  protected readonly defaultLanguage = computed<Language>(() =>
    this.oneSeries.hasValue() ? this.oneSeries.value().defaultLanguage : DEFAULT_LANGUAGE,
  );
  protected readonly heading = computed(() => {
    const { translations } = this.model();
    const titles = [translations[this.language], ...Object.values(translations)].map(({ title }) =>
      title.trim(),
    );
    return titles.find((title) => title !== '') ?? '';
  });
  protected readonly regionOptions = computed(() => regionOptions(this.regions() ?? [], this.language));
  protected readonly categoryOptions = computed(() =>
    categoryOptions(this.categories() ?? [], this.language),
  );
  protected readonly languageOptions = computed(() => {
    const { languages, interpretation } = this.model();
    return languageOptions(this.formats, [...languages, ...interpretation]);
  });
  protected readonly suggestedSlug = computed(() =>
    slugFrom(this.model().translations[this.defaultLanguage()].title),
  );
  protected readonly agendaParts = computed(() => agendaParts(this.model().agenda));
  protected readonly isSlugFixed = computed(() => (this.editing.resource()?.state ?? 'draft') !== 'draft');

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork() && !this.kept.keepHere());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const session = this.loaded.value();
      untracked(() => {
        this.editing.open(session);
      });
    });
    effect(() => {
      const series = this.series();
      const chosen = this.seriesOptions().find(({ id }) => id === series);
      if (chosen && this.editing.isNew())
        untracked(() => {
          const begun = { ...this.model(), seriesId: chosen.id, timeZone: chosen.timeZone };
          if (this.editing.isDirty()) this.model.set(begun);
          else this.editing.begin(begun);
        });
    });
    effect(() => {
      if (!this.oneSeries.hasValue() || !this.editing.isNew()) return;
      const { defaultCapacity = null } = this.oneSeries.value();
      untracked(() => {
        this.beginWithPlaces(defaultCapacity);
      });
    });
  }

  /** A new session begins with as many places as its series says, unless somebody typed another number. */
  private beginWithPlaces(capacity: number | null): void {
    const isTyped = this.model().capacity !== this.placesOfSeries;
    this.placesOfSeries = capacity;
    if (isTyped || this.model().capacity === capacity) return;
    const begun = { ...this.model(), capacity };
    if (this.editing.isDirty()) this.model.set(begun);
    else this.editing.begin(begun);
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  keepUnsavedWork(): Promise<boolean> {
    return this.kept.keepNow();
  }

  protected async save(): Promise<void> {
    const isNew = this.editing.isNew();
    const saved = await this.editing.save();
    if (saved && isNew) await this.router.navigate(['/sessions', saved.id], { replaceUrl: true });
  }

  protected async change(act: SessionChange): Promise<void> {
    await this.editing.change(act);
  }

  protected moveContribution(index: number, to: number | null): void {
    this.model.update((form) => moveContribution(form, { part: null, index }, to));
  }

  protected takeSuggestedSlug(): void {
    this.model.update((model) => ({ ...model, slug: this.suggestedSlug() }));
  }

  private async send(typed: SessionForm, version: number): Promise<Session> {
    const body = saveSession(typed, version, this.clockChoice);
    this.clockChoice = undefined;
    const session = this.editing.resource();
    if (!session) return this.sessions.create(body);
    return this.sessions.save(session.id, await this.telling.forSave(session, body));
  }

  private async answerClockQuestion(failure: Failure): Promise<boolean> {
    if (failure.kind !== 'problem') return false;
    if (failure.problem.code !== 'time.nonexistent' && failure.problem.code !== 'time.ambiguous')
      return false;
    const answer = await this.clockQuestion.put(this.model());
    if (answer === null) return false;
    if (answer.kind === 'chosen') this.clockChoice = answer.choice;
    else
      this.model.update((model) => ({
        ...model,
        startsLocal: answer.startsLocal,
        endsLocal: answer.endsLocal,
      }));
    return true;
  }
}
