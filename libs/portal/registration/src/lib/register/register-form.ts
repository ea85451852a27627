import { computed, inject, Injectable, signal } from '@angular/core';
import { form, metadata, REQUIRED, submit, validate } from '@angular/forms/signals';
import {
  registerRules,
  type FieldProblem,
  type Problem,
  type Register,
  type SessionTeaser,
} from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import type { RegistrationForm } from '@reihe/shared-registration';
import { RegistrationClient } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE, type Failure, type SubmittedForm } from '@reihe/web-platform';
import {
  errorWords,
  fieldErrorWords,
  participantFailureWords,
  rulesFor,
  type SummaryError,
} from '@reihe/web-forms';
import { RegisterQuestions } from './register-questions';
import { labelWords, wrongCode } from './register-words';

const applyRules = rulesFor({ metadata, REQUIRED, validate });

export type RegisterField = Exclude<keyof Register, 'language' | 'answers'>;

/** The order in which the page asks, and in which errors are told. */
const FIELDS: readonly RegisterField[] = [
  'sessionSlugs',
  'invitationCode',
  'name',
  'email',
  'organisation',
  'position',
  'city',
  'country',
  'timeZone',
  'accessibilityNeeds',
  'allowsRecording',
  'hasAcceptedPrivacyNotice',
];

/** A refusal of the server and what it was about: once a field is changed, what was said of it no longer holds. */
interface Refusal {
  problem: Problem;
  of: Register;
}

/** What somebody writes into the form, what is wrong with it, and the way to the API. Belongs to one page. */
@Injectable()
export class RegisterForm {
  private readonly client = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly questions = inject(RegisterQuestions);

  private readonly model = signal<Register>({
    sessionSlugs: [],
    name: '',
    email: '',
    organisation: '',
    position: '',
    city: '',
    country: '',
    language: this.language,
    timeZone: '',
    hasAcceptedPrivacyNotice: false,
    accessibilityNeeds: '',
    allowsRecording: null,
    answers: [],
    invitationCode: '',
  });
  readonly fields = form(this.model, (path) => {
    applyRules(path, registerRules);
  });

  private readonly offered = signal<readonly SessionTeaser[]>([]);
  private readonly refusal = signal<Refusal | null>(null);
  /** What no field can mend; empty while there is nothing. */
  readonly notice = signal('');
  /** As of the last time it was sent, so that the summary does not take the focus while somebody is typing. */
  readonly summary = signal<readonly SummaryError[]>([]);
  readonly isSending = computed(() => this.fields().submitting());

  /** The words of each field's error; fields without one are absent. */
  readonly errors = computed<Partial<Record<RegisterField, string>>>(() => {
    const found: Partial<Record<RegisterField, string>> = {};
    for (const field of FIELDS) {
      const words = this.ownError(field) || this.refusalOf(field);
      if (words) found[field] = words;
    }
    return found;
  });

  /** Begins with what the link named, or with what came back from the server. */
  begin(chosen: readonly string[], code: string, submitted: SubmittedForm | null): void {
    const values = submitted?.values ?? {};
    const text = (field: RegisterField) => [values[field] ?? ''].flat()[0] ?? '';
    this.model.update((before) => ({
      ...before,
      sessionSlugs: submitted ? [values['sessionSlugs'] ?? []].flat() : [...chosen],
      name: text('name'),
      email: text('email'),
      organisation: text('organisation'),
      position: text('position'),
      city: text('city'),
      country: text('country'),
      timeZone: text('timeZone'),
      hasAcceptedPrivacyNotice: text('hasAcceptedPrivacyNotice') === 'on',
      accessibilityNeeds: text('accessibilityNeeds'),
      allowsRecording: { yes: true, no: false }[text('allowsRecording')] ?? null,
      invitationCode: submitted ? text('invitationCode') : code,
    }));
    this.questions.begin(values);
    if (submitted) this.refuse({ kind: 'problem', problem: submitted.problem });
  }

  chooseSession(slug: string, isChosen: boolean): void {
    const others = this.model().sessionSlugs.filter((other) => other !== slug);
    this.fields.sessionSlugs().value.set(isChosen ? [...others, slug] : others);
  }

  /** Tells what can be chosen. What closed meanwhile cannot be wished for, whatever the link said. */
  offer(sessions: readonly SessionTeaser[]): void {
    this.offered.set(sessions);
    const open = new Set(sessions.filter(({ seats }) => canRegister(seats.phase)).map(({ slug }) => slug));
    const kept = this.model().sessionSlugs.filter((slug) => open.has(slug));
    if (kept.length < this.model().sessionSlugs.length) this.fields.sessionSlugs().value.set(kept);
  }

  /** Tells what is asked. What was refused may be about a question that nobody had been asked before. */
  ask(form: RegistrationForm): void {
    this.questions.form.set(form);
    if (this.refusal()) this.tellErrors();
  }

  /** Fills in the zone unless somebody chose one. */
  guessTimeZone(timeZone: string | null): void {
    if (timeZone && this.model().timeZone === '') this.fields.timeZone().value.set(timeZone);
  }

  accept(isAccepted: boolean): void {
    this.fields.hasAcceptedPrivacyNotice().value.set(isAccepted);
  }

  allowRecording(isAllowed: boolean): void {
    this.fields.allowsRecording().value.set(isAllowed);
  }

  /** True when the API took it. Else everything typed stays and the summary says what is wrong. */
  async send(): Promise<boolean> {
    this.refusal.set(null);
    this.questions.judge();
    this.notice.set('');
    this.summary.set([]);
    const [first] = this.offered().filter(({ slug }) => this.model().sessionSlugs.includes(slug));
    this.guessTimeZone(first?.timeZone ?? null);
    let isTaken = false;
    await submit(this.fields, {
      action: async () => {
        if (Object.keys(this.questions.errors()).length > 0) {
          this.tellErrors();
          return;
        }
        try {
          await this.client.register({ ...this.model(), answers: this.questions.given() });
          isTaken = true;
        } catch (error) {
          this.refuse(failureOf(error));
        }
      },
      onInvalid: () => {
        this.tellErrors();
      },
    });
    return isTaken;
  }

  private refuse(failure: Failure): void {
    if (failure.kind === 'problem') {
      this.refusal.set({ problem: failure.problem, of: this.model() });
      this.questions.refuse(failure.problem.fields ?? []);
    }
    this.tellErrors();
    if (this.summary().length === 0) this.notice.set(participantFailureWords(failure));
  }

  private tellErrors(): void {
    const errors = this.errors();
    const wrong = FIELDS.flatMap((field) => {
      const words = errors[field];
      return words ? [{ controlId: field, words: `${labelWords(field)}: ${words}` }] : [];
    });
    // The privacy notice stands below the questions.
    const isLast = ({ controlId }: SummaryError) => controlId === 'hasAcceptedPrivacyNotice';
    this.summary.set([
      ...wrong.filter((error) => !isLast(error)),
      ...this.questions.summary(),
      ...wrong.filter(isLast),
    ]);
  }

  private ownError(field: RegisterField): string {
    const state = this.fields[field]();
    if (!state.touched() || state.valid()) return '';
    return field === 'sessionSlugs' ? noSession() : errorWords(state.errors());
  }

  private refusalOf(field: RegisterField): string {
    const refusal = this.refusal();
    if (refusal?.of[field] !== this.model()[field]) return '';
    const wrong = (refusal.problem.fields ?? []).filter(({ path }) => path.split('.')[0] === field);
    const [first] = wrong;
    if (!first) return '';
    if (field === 'sessionSlugs') return this.sessionWords(refusal.of, wrong);
    if (field === 'invitationCode' && first.code === 'not-allowed') return wrongCode();
    return fieldErrorWords(first.code, first.limit);
  }

  /** Names the sessions that were refused; without one, none was chosen. */
  private sessionWords(of: Register, wrong: readonly FieldProblem[]): string {
    const slugs = wrong.flatMap(({ path }) => of.sessionSlugs[Number(path.split('.')[1])] ?? []);
    const titles = this.offered()
      .filter(({ slug }) => slugs.includes(slug))
      .map(({ title }) => $localize`:@@register.error.quoted:“${title}:title:”`);
    if (slugs.length === 0) return noSession();
    return titles.length === 0
      ? $localize`:@@register.error.closed:One of them can no longer be registered for.`
      : $localize`:@@register.error.closed-named:Registration is no longer open for ${this.formats.list(titles)}:titles:.`;
  }
}

function noSession(): string {
  return $localize`:@@register.error.no-session:Please choose at least one session.`;
}
