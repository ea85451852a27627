import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Session } from '@reihe/shared-contracts';
import { duplicateSessionRules, type FairSlot, type FairSlots } from '@reihe/shared-planning';
import { addDays, candidatesOf, mondayOf, resolveLocalTime, type ClockChoice } from '@reihe/shared-policies';
import { OpenTimeChoice, type OpenTime } from '@reihe/admin-session-form';
import {
  AnswerStates,
  applyRules,
  FairnessTable,
  FieldRow,
  inLanguage,
  lastAnswer,
  WeekSearch,
  WORKDAYS,
} from '@reihe/admin-ui';
import { BatchesClient, FairTimeClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, staffFailureWords, type SummaryError } from '@reihe/web-forms';
import { formErrors } from '../form-errors';

interface DuplicateForm {
  startsLocal: string;
  withAgenda: boolean;
  withSpeakers: boolean;
}

/** One session once more on another day; what becomes of it is a draft, which then opens. */
@Component({
  selector: 'reihe-duplicate-page',
  imports: [
    AnswerStates,
    ErrorSummary,
    FairnessTable,
    FieldRow,
    FormField,
    OpenTimeChoice,
    RouterLink,
    WeekSearch,
  ],
  templateUrl: './duplicate-page.html',
  styles: `
    .tick {
      display: flex;
      gap: var(--space-2xs);
      align-items: baseline;
      min-block-size: 1.75rem;
    }
    details {
      margin-block-start: var(--space-s);
    }
    summary {
      font-weight: 600;
      cursor: pointer;
    }
  `,
})
export class DuplicatePage {
  /** From the query: which session. */
  readonly session = input<string>();

  private readonly router = inject(Router);
  private readonly batches = inject(BatchesClient);
  private readonly fairTime = inject(FairTimeClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly access = inject(StaffAccess);

  protected readonly loaded = inject(SessionsClient).one(() => this.session() ?? null);
  protected readonly original = lastAnswer(this.loaded);
  protected readonly audience = lastAnswer(
    this.fairTime.audience(() => {
      const regionIds = this.original()?.regionIds;
      return regionIds ? { regionIds, zones: [] } : null;
    }),
  );

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  private readonly data = signal<DuplicateForm>({ startsLocal: '', withAgenda: true, withSpeakers: true });
  protected readonly form = form(this.data, (path) => {
    applyRules<DuplicateForm>(path, { startsLocal: duplicateSessionRules.startsLocal });
  });
  protected readonly isCreating = signal(false);
  protected readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly notice = signal('');
  private readonly clockChoice = signal<ClockChoice | null>(null);

  protected readonly title = computed(() => {
    const original = this.original();
    return original ? (inLanguage(original.translations, this.language)?.title ?? '') : '';
  });
  protected readonly was = computed(() => {
    const original = this.original();
    if (!original) return '';
    const { startsAt, endsAt, timeZone } = original;
    return `${this.formats.longDay(startsAt, timeZone)}, ${this.formats.timeRange(startsAt, endsAt, timeZone)} (${this.formats.zoneCity(timeZone)})`;
  });
  private readonly meant = computed(() => {
    const original = this.original();
    if (!original) return null;
    try {
      return resolveLocalTime(this.data().startsLocal, original.timeZone);
    } catch {
      return null;
    }
  });
  protected readonly question = computed((): OpenTime | null => {
    const meant = this.meant();
    if (meant === null || meant.kind === 'exact') return null;
    const { startsLocal: local } = this.data();
    return { kind: meant.kind, local, candidates: candidatesOf(meant), answer: this.clockChoice() };
  });
  protected readonly slot = computed(() => {
    const [original, meant] = [this.original(), this.meant()];
    if (!original || !meant) return null;
    const choice = this.clockChoice();
    const startsAt =
      meant.kind === 'exact'
        ? meant.instant
        : meant.kind === 'ambiguous' && choice
          ? meant.instants[choice === 'earlier' ? 0 : 1]
          : null;
    return startsAt && { startsAt, endsAt: new Date(startsAt.getTime() + lengthOf(original)) };
  });

  constructor() {
    effect(() => {
      const original = this.original();
      if (original)
        untracked(() => {
          this.data.update((data) => ({ ...data, startsLocal: data.startsLocal || aWeekLater(original) }));
        });
    });
    effect(() => {
      this.form.startsLocal().value();
      this.clockChoice.set(null);
    });
  }

  protected answer(value: string): void {
    if (value === 'earlier' || value === 'later') this.clockChoice.set(value);
    else this.form.startsLocal().value.set(value);
  }

  protected take({ startsLocal }: FairSlot): void {
    this.form.startsLocal().value.set(startsLocal);
  }

  protected readonly ask = (): Promise<FairSlots> => {
    const original = this.original();
    if (!original) return Promise.reject(new Error('Nothing is loaded yet.'));
    return this.fairTime.slots({
      regionIds: original.regionIds,
      zones: [],
      from: mondayOf(this.data().startsLocal),
      timeZone: original.timeZone,
      durationMinutes: Math.round(lengthOf(original) / 60_000),
      weekdays: [...WORKDAYS],
      seriesId: original.seriesId,
    });
  };

  protected async create(): Promise<void> {
    const original = this.original();
    if (!original || this.isCreating()) return;
    this.isCreating.set(true);
    this.errors.set([]);
    this.notice.set('');
    try {
      await submit(this.form, { action: () => this.send(original.id) });
      this.errors.set(formErrors(this.form));
    } finally {
      this.isCreating.set(false);
    }
  }

  private async send(id: string) {
    if (this.slot() === null) {
      this.notice.set($localize`:@@planning.duplicate.open:Say first which time is meant.`);
      return null;
    }
    try {
      const made = await this.batches.duplicate(id, { ...this.data(), clockChoice: this.clockChoice() });
      await this.router.navigate(['/sessions', made.id]);
    } catch (error) {
      this.notice.set(staffFailureWords(failureOf(error)));
    }
    return null;
  }
}

function lengthOf({ startsAt, endsAt }: Session): number {
  return Date.parse(endsAt) - Date.parse(startsAt);
}

/** The same wall clock a week on, as a first guess that one sees before anything happens. */
function aWeekLater({ startsLocal }: Session): string {
  return addDays(startsLocal.slice(0, 10), 7) + startsLocal.slice(10);
}
