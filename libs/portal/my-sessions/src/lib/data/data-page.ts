import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { countries, describePrivately, LinkFailure, zoneGroups } from '@reihe/portal-by-link';
import { LANGUAGES, type FieldProblem, type Language } from '@reihe/shared-contracts';
import { mySessionsPaths, type MyProfile, type OwnData, type ShownNeeds } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, type Failure } from '@reihe/web-platform';
import {
  ErrorSummary,
  Field,
  FieldControl,
  fieldErrorWords,
  participantFailureWords,
  type SummaryError,
} from '@reihe/web-forms';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

interface TextField {
  name: keyof OwnData;
  label: string;
  autocomplete: string;
  longest: number;
  isOptional?: boolean;
}

/** What somebody wrote about themselves, to be changed. What is typed stays in the controls, which nothing writes to. */
@Component({
  selector: 'reihe-data-page',
  imports: [ErrorSummary, Field, FieldControl, LinkFailure, PageHeading, PageLoading, RouterLink],
  templateUrl: './data-page.html',
  styleUrl: '../own-pages.css',
})
export class DataPage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  /** From the query, after a form without scripts. */
  readonly done = input<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);
  private readonly formats = inject(Formats);
  private readonly submitted = submittedForm();

  protected readonly read = readHandedOver('own-profile', () => this.client.profile(this.token()));
  protected readonly action = computed(() => mySessionsPaths.data(this.language, this.token()));
  protected readonly isSending = signal(false);
  protected readonly isSaved = signal(false);
  protected readonly notice = signal('');
  private readonly problems = signal<readonly FieldProblem[]>([]);

  protected readonly texts: readonly TextField[] = [
    { name: 'name', label: $localize`:@@register.label.name:Your name`, autocomplete: 'name', longest: 120 },
    {
      name: 'organisation',
      label: $localize`:@@register.label.organisation:Organisation`,
      autocomplete: 'organization',
      longest: 200,
    },
    {
      name: 'position',
      label: $localize`:@@register.label.position:Position`,
      autocomplete: 'organization-title',
      longest: 200,
      isOptional: true,
    },
    {
      name: 'city',
      label: $localize`:@@register.label.city:City`,
      autocomplete: 'address-level2',
      longest: 120,
    },
  ];
  protected readonly countryLabel = $localize`:@@register.label.country:Country`;
  protected readonly zoneLabel = $localize`:@@register.label.time-zone:Time zone`;
  protected readonly languageLabel = $localize`:@@register.data.language:Language of our e-mails`;
  protected readonly needsLabel = $localize`:@@register.label.accessibility:What you need in order to take part`;
  protected readonly title = $localize`:@@register.data.title:My data`;
  protected readonly check = $localize`:@@register.page.check:Please check your entries`;
  protected readonly countries = countries(this.formats, this.language);
  protected readonly languages = LANGUAGES.map((code) => ({
    code,
    name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code,
  }));
  protected readonly zones = computed(() => zoneGroups([this.read.value()?.timeZone ?? null]));
  protected readonly summary = computed<SummaryError[]>(() =>
    this.problems().map(({ path }) => ({
      controlId: path,
      words: `${this.labelOf(path)}: ${this.errorOf(path)}`,
    })),
  );
  protected readonly isTold = computed(() => this.isSaved() || (this.done() === 'saved' && !this.submitted));

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.data(language, this.token()));
    if (this.submitted) this.refuse({ kind: 'problem', problem: this.submitted.problem });
  }

  /** What came back with a refused form, else what is stored. */
  protected valueOf(profile: MyProfile, field: keyof OwnData): string {
    const back = this.submitted?.values[field];
    return back === undefined ? profile[field] : ([back].flat()[0] ?? '');
  }

  protected needsOf(own: ShownNeeds): string {
    const back = this.submitted?.values[this.needsField(own)];
    return back === undefined ? own.accessibilityNeeds : ([back].flat()[0] ?? '');
  }

  protected needsField({ registrationId }: ShownNeeds): string {
    return `needs.${registrationId}`;
  }

  /** Where a refusal says that something is wrong with it. */
  protected needsPath(at: number): string {
    return `needs.${at}.accessibilityNeeds`;
  }

  protected needsLabelOf({ title, startsAt }: ShownNeeds, timeZone: string): string {
    return `${title}, ${this.formats.shortDate(startsAt, timeZone)}`;
  }

  /** Empty while nothing is wrong with it. */
  protected errorOf(field: string): string {
    const found = this.problems().find(({ path }) => path === field);
    return found ? fieldErrorWords(found.code, found.limit) : '';
  }

  protected async save(event: Event, { version, needs }: MyProfile): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    this.isSending.set(true);
    this.isSaved.set(false);
    this.problems.set([]);
    this.notice.set('');
    try {
      this.read.replace(
        await this.client.saveProfile({
          token: this.token(),
          version,
          name: text('name'),
          organisation: text('organisation'),
          position: text('position'),
          city: text('city'),
          country: text('country'),
          language: text('language') as Language,
          timeZone: text('timeZone'),
          needs: needs.map((own) => ({
            registrationId: own.registrationId,
            accessibilityNeeds: text(this.needsField(own)),
          })),
        }),
      );
      this.isSaved.set(true);
    } catch (error) {
      this.refuse(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private labelOf(path: string): string {
    const others: Record<string, string> = {
      country: this.countryLabel,
      timeZone: this.zoneLabel,
      language: this.languageLabel,
    };
    const needs = this.read.value()?.needs.find((_own, at) => this.needsPath(at) === path);
    if (needs) return `${this.needsLabel} (${needs.title})`;
    return this.texts.find(({ name }) => name === path)?.label ?? others[path] ?? path;
  }

  private refuse(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    this.problems.set(fields);
    if (fields.length === 0) this.notice.set(participantFailureWords(failure));
  }
}
