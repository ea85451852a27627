import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { form, FormField, submit } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { DEFAULT_LANGUAGE, SESSION_KINDS, type Language } from '@reihe/shared-contracts';
import {
  RECURRENCES,
  type BatchDateChange,
  type FairSlot,
  type FairSlots,
  type Recurrence,
  type SessionBatch,
} from '@reihe/shared-planning';
import { mondayOf } from '@reihe/shared-policies';
import {
  categoryOptions,
  FairnessTable,
  FieldRow,
  HolidaySource,
  isBlank,
  LanguageChoice,
  LanguageColumn,
  languageOptions,
  lastAnswer,
  ownTimeZone,
  regionOptions,
  TermChoice,
  WritingLanguages,
  type UnsavedWork,
  warnBeforeUnload,
  WeekSearch,
  WORKDAYS,
} from '@reihe/admin-ui';
import {
  BatchesClient,
  FairTimeClient,
  SeriesClient,
  SessionsClient,
  StaffAccess,
  TaxonomyClient,
} from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, problemCodeOf, sessionKindWords } from '@reihe/web-platform';
import { ErrorSummary, serverErrors, staffFailureWords, type SummaryError } from '@reihe/web-forms';
import { debounceTime } from 'rxjs';
import { formErrors } from '../form-errors';
import { BatchDates } from './batch-dates';
import {
  after,
  batchSchema,
  createOf,
  datesOf,
  emptyBatch,
  patternOf,
  previewOf,
  type BatchForm,
} from './batch-form';
import { batchRows, openQuestions } from './batch-rows';
import { BatchResult } from './batch-result';
import { ZoneChoice } from './zone-choice';

const TYPING_PAUSE_MS = 250;
const PLACES_SHOWN = 6;

/** Many sessions at once, by a pattern: what each date means for whom is shown while one types. */
@Component({
  selector: 'reihe-batch-page',
  providers: [WritingLanguages],
  imports: [
    BatchDates,
    BatchResult,
    ErrorSummary,
    FairnessTable,
    FieldRow,
    FormField,
    HolidaySource,
    LanguageChoice,
    LanguageColumn,
    RouterLink,
    TermChoice,
    WeekSearch,
    ZoneChoice,
  ],
  templateUrl: './batch-page.html',
  styleUrl: './batch-page.css',
})
export class BatchPage implements UnsavedWork {
  /** From the query: the series it is for. */
  readonly series = input<string>();
  /** From the query: the session it is made after. */
  readonly model = input<string>();

  private readonly batches = inject(BatchesClient);
  private readonly fairTime = inject(FairTimeClient);
  private readonly sessions = inject(SessionsClient);
  private readonly access = inject(StaffAccess);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly kinds = SESSION_KINDS.map((value) => ({ value, words: sessionKindWords(value) }));
  protected readonly recurrences = RECURRENCES.map((value) => ({ value, words: everyWords(value) }));
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly isBlank = isBlank;
  protected readonly titleHint = $localize`:@@planning.batch.title-hint:{number}, {total} and {date} are filled in for each session.`;

  private readonly data = signal<BatchForm>(emptyBatch(ownTimeZone()));
  private readonly untouched = signal(JSON.stringify(untracked(this.data)));
  protected readonly form = form(this.data, (path) => {
    batchSchema(
      path,
      () => this.defaultLanguage(),
      () => this.mayWrite() && this.created() === null,
    );
  });

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  private readonly oneSeries = inject(SeriesClient).one(() => this.data().seriesId || null);
  /** With which they began. */
  private placesOfSeries: number | null = null;
  private readonly regions = lastAnswer(inject(TaxonomyClient).regions());
  private readonly categories = lastAnswer(inject(TaxonomyClient).categories());
  private readonly models = lastAnswer(
    this.sessions.list(() => ({ series: this.data().seriesId || undefined, pageSize: 100 })),
  );

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly seriesOptions = computed(() => this.allSeries()?.items ?? []);
  protected readonly modelOptions = computed(() =>
    (this.models()?.items ?? []).map(({ id, title, startsAt, timeZone }) => ({
      id,
      words: `${title}, ${this.formats.day(startsAt, timeZone)}`,
    })),
  );
  protected readonly regionOptions = computed(() => regionOptions(this.regions() ?? [], this.language));
  protected readonly categoryOptions = computed(() =>
    categoryOptions(this.categories() ?? [], this.language),
  );
  protected readonly languageOptions = computed(() =>
    languageOptions(this.formats, [...this.data().languages, ...this.data().interpretation]),
  );
  protected readonly defaultLanguage = computed<Language>(() =>
    this.oneSeries.hasValue() ? this.oneSeries.value().defaultLanguage : DEFAULT_LANGUAGE,
  );
  /** The title of the page's language where there is one. */
  protected readonly title = computed(() => {
    const { translations } = this.data();
    return translations[this.language].title || translations[this.defaultLanguage()].title;
  });

  private readonly pattern = computed(() => patternOf(this.data()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  /** Decisions about single dates are about these dates: with other ones they fall away. More or fewer dates keep them. */
  protected readonly changes = linkedSignal<string, BatchDateChange[]>({
    source: () => JSON.stringify({ ...this.pattern(), count: 0 }),
    computation: (key, before) => (before?.source === key ? before.value : []),
  });
  protected readonly dates = computed(() => datesOf(this.pattern(), this.changes()));
  private readonly question = computed(() => {
    const { durationMinutes } = this.data();
    const isWhole = this.dates().length > 0 && Number.isInteger(durationMinutes) && durationMinutes >= 5;
    return isWhole ? previewOf(this.pattern(), this.data(), this.changes()) : null;
  });
  private readonly asked = toSignal(toObservable(this.question).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: null,
  });
  protected readonly preview = this.batches.preview(() => this.asked());
  protected readonly known = lastAnswer(this.preview);
  protected readonly previewFailure = computed(() => {
    const error = this.preview.error();
    return error ? staffFailureWords(failureOf(error)) : '';
  });

  protected readonly rows = computed(() => {
    const { timeZone, durationMinutes } = this.data();
    const dates = this.dates();
    return batchRows({
      dates,
      changes: this.changes(),
      plain: datesOf(this.pattern(), []),
      timeZone,
      durationMinutes,
      places: this.shownPlaces(),
      preview: this.known(),
    });
  });
  protected readonly kept = computed(() => this.rows().filter(({ number }) => number !== null).length);
  protected readonly open = computed(() => openQuestions(this.rows()).length);
  protected readonly firstSlot = computed(() => {
    const first = this.rows().find(({ startsAt, date }) => startsAt !== null && !date.isLeftOut);
    return first?.startsAt && first.endsAt ? { startsAt: first.startsAt, endsAt: first.endsAt } : null;
  });
  private readonly shownPlaces = computed(() => {
    const { zones } = this.data();
    const places = this.known()?.audience.places ?? [];
    const chosen = places.filter(({ id }) => zones.includes(id));
    const others = places.filter(({ id }) => !zones.includes(id));
    return [...chosen, ...others.slice(0, PLACES_SHOWN)];
  });

  protected readonly isCreating = signal(false);
  protected readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly notice = signal('');
  protected readonly created = signal<SessionBatch | null>(null);
  private readonly key = signal(crypto.randomUUID());
  private readonly dateTable = viewChild(BatchDates);

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      const chosen = this.seriesOptions().find(({ id }) => id === this.series());
      if (chosen) untracked(() => this.start({ seriesId: chosen.id, timeZone: chosen.timeZone }));
    });
    effect(() => {
      if (!this.oneSeries.hasValue()) return;
      const { defaultCapacity = null } = this.oneSeries.value();
      untracked(() => {
        this.startWithPlaces(defaultCapacity);
      });
    });
    effect(() => {
      const id = this.model();
      if (id) untracked(() => void this.takeModel(id));
    });
  }

  hasUnsavedWork(): boolean {
    return this.mayWrite() && this.created() === null && JSON.stringify(this.data()) !== this.untouched();
  }

  protected change(change: BatchDateChange): void {
    this.changes.update((changes) => [...changes.filter(({ index }) => index !== change.index), change]);
  }

  protected readonly askForSlots = (): Promise<FairSlots> => {
    const { regionIds, zones, firstLocal, timeZone, durationMinutes, seriesId } = this.data();
    return this.fairTime.slots({
      regionIds,
      zones,
      from: mondayOf(firstLocal),
      timeZone,
      durationMinutes,
      weekdays: [...WORKDAYS],
      seriesId: seriesId || null,
    });
  };

  protected takeSlot({ startsLocal }: FairSlot): void {
    this.form.firstLocal().value.set(startsLocal);
  }

  protected async takeModel(id: string): Promise<void> {
    if (id === '') return;
    try {
      const model = await this.sessions.fetch(id);
      this.data.update((data) => after(model, { ...data, seriesId: data.seriesId || model.seriesId }));
    } catch (error) {
      this.notice.set(staffFailureWords(failureOf(error)));
    }
  }

  protected async create(): Promise<void> {
    if (this.isCreating()) return;
    this.errors.set([]);
    this.notice.set('');
    this.isCreating.set(true);
    try {
      await submit(this.form, { action: () => this.send() });
      if (this.created()) return;
      this.errors.set(formErrors(this.form));
      if (this.errors().length > 0 && !this.notice())
        this.notice.set(
          $localize`:@@planning.batch.incomplete:Nothing was created yet. What you typed is still here.`,
        );
    } finally {
      this.isCreating.set(false);
    }
  }

  /** The batch is gone again; what was typed stays, for another try. */
  protected startAgain(): void {
    this.created.set(null);
    this.key.set(crypto.randomUUID());
  }

  /** New sessions begin with as many places as their series says, unless somebody typed another number. */
  private startWithPlaces(capacity: number | null): void {
    const isTyped = this.data().capacity !== this.placesOfSeries;
    this.placesOfSeries = capacity;
    if (isTyped || this.data().capacity === capacity) return;
    if (this.hasUnsavedWork()) this.data.update((data) => ({ ...data, capacity }));
    else this.start({ capacity });
  }

  private start(known: Partial<BatchForm>): void {
    this.data.update((data) => ({ ...data, ...known }));
    this.untouched.set(JSON.stringify(this.data()));
  }

  private async send() {
    const refused = this.refusal();
    if (refused) {
      this.notice.set(refused);
      if (this.open() > 0) setTimeout(() => this.dateTable()?.focusQuestion());
      return null;
    }
    try {
      this.created.set(await this.batches.create(createOf(this.data(), this.changes(), this.key())));
      return null;
    } catch (error) {
      const failure = failureOf(error);
      this.notice.set(staffFailureWords(failure));
      if (problemCodeOf(error) === 'batch.key-used') this.key.set(crypto.randomUUID());
      const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
      return fields.length > 0 ? serverErrors(this.form, fields) : null;
    }
  }

  private refusal(): string {
    if (this.kept() === 0)
      return $localize`:@@planning.batch.no-date:There is no date to create a session on.`;
    if (this.open() > 0)
      return $localize`:@@planning.batch.open-questions:Some dates ask which time is meant. Answer there, or leave them out.`;
    return '';
  }
}

function everyWords(every: Recurrence): string {
  switch (every) {
    case 'day':
      return $localize`:@@planning.every.day:days`;
    case 'week':
      return $localize`:@@planning.every.week:weeks`;
    case 'month-day':
      return $localize`:@@planning.every.month-day:months, on the same day`;
    case 'month-weekday':
      return $localize`:@@planning.every.month-weekday:months, on the same weekday`;
  }
}
