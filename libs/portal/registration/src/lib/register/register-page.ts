import { afterNextRender, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { countries, describePrivately, Entry, SessionChoice, Tick, zoneGroups } from '@reihe/portal-by-link';
import { publicPaths, type SessionTeaser } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import type { RegistrationForm } from '@reihe/shared-registration';
import { BrowserProof, readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { Formats, LANGUAGE, ReaderClock } from '@reihe/web-platform';
import {
  AnswerControl,
  AnswerMark,
  ErrorSummary,
  Field,
  FieldControl,
  QuestionFields,
} from '@reihe/web-forms';
import { EmptyState, PageFailure, PageHeading, PageLoading } from '@reihe/web-ui';
import { RegisterForm } from './register-form';
import { RegisterQuestions } from './register-questions';
import { labelWords } from './register-words';
import { SessionNotes } from './session-notes';

interface Choice {
  sessions: SessionTeaser[];
  /** True where the link named a session that is not there. */
  hasMissing: boolean;
  form: RegistrationForm;
}

/** Registering for one session or several at once. The form is a plain post; scripts only spare the way to the server and back. */
@Component({
  selector: 'reihe-register-page',
  imports: [
    AnswerControl,
    AnswerMark,
    EmptyState,
    Entry,
    ErrorSummary,
    Field,
    FieldControl,
    PageFailure,
    PageHeading,
    PageLoading,
    QuestionFields,
    RouterLink,
    SessionChoice,
    SessionNotes,
    Tick,
  ],
  providers: [RegisterForm, RegisterQuestions],
  templateUrl: './register-page.html',
  styleUrl: './register-page.css',
})
export class RegisterPage {
  private readonly router = inject(Router);
  private readonly clock = inject(ReaderClock);
  private readonly client = inject(RegistrationClient);
  private readonly language = inject(LANGUAGE);
  private readonly formats = inject(Formats);
  protected readonly form = inject(RegisterForm);
  protected readonly proof = inject(BrowserProof);
  protected readonly questions = inject(RegisterQuestions);

  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** Slugs the link named; empty: everything that is open is offered. */
  private readonly asked = this.query().getAll('session');
  /** Of an invitation, where the link brings one. */
  private readonly code = this.query().get('code') ?? '';
  /** Without scripts nothing can appear or disappear: then everything is there that may apply. */
  private readonly hasScripts = signal(false);

  protected readonly read = readHandedOver<Choice>('sessions-to-choose', () => this.readChoice());
  protected readonly label = labelWords;
  protected readonly title = $localize`:@@register.page.title:Register`;
  protected readonly summaryHeading = $localize`:@@register.page.check:Please check your entries`;
  protected readonly nothingOpen = $localize`:@@register.page.nothing-open:There is nothing to register for right now`;
  protected readonly nothingOpenText = $localize`:@@register.page.nothing-open-text:The programme says when registration for the next sessions opens.`;
  protected readonly emailHint = $localize`:@@register.page.email-hint:We send you a link to confirm with, and later the way into the session.`;
  protected readonly zoneHint = $localize`:@@register.page.zone-hint:Our e-mails tell times in it.`;
  protected readonly needsHint = $localize`:@@register.page.needs-hint:For example captions, sign language or materials in advance. Only the organisers read it.`;
  protected readonly codeHint = $localize`:@@register.page.code-hint:For those who were invited. Whoever is on the list of invited addresses needs none.`;
  protected readonly privacy = publicPaths.privacy(this.language);

  /** With what was asked for, so that a form that comes back offers the same sessions. */
  protected readonly action = this.addressWith(publicPaths.register(this.language));
  protected readonly countries = countries(this.formats, this.language);
  protected readonly zones = computed(() =>
    zoneGroups([this.clock.timeZone(), this.form.fields.timeZone().value() || null]),
  );
  private readonly open = computed(
    () => this.read.value()?.sessions.filter(({ seats }) => canRegister(seats.phase)) ?? [],
  );
  protected readonly isAnythingOpen = computed(() => this.open().length > 0);
  protected readonly titles = computed(() => new Map(this.open().map(({ slug, title }) => [slug, title])));
  protected readonly asks = computed(() => {
    const sessions = this.questions.sessions();
    return {
      code: sessions.some(({ mode }) => mode === 'invitation'),
      needs: sessions.some(({ asksAccessibility }) => asksAccessibility),
      recording: this.titlesOf(sessions.filter(({ asksRecording }) => asksRecording).map(({ slug }) => slug)),
    };
  });
  /** Which sessions a question is for, where it is not for all of them. */
  protected readonly notes = computed(() => {
    const wanted = this.questions.wanted();
    return Object.fromEntries(
      this.questions.questions().flatMap(({ id, sessionSlugs }) => {
        const those = sessionSlugs.filter((slug) => wanted.includes(slug));
        if (those.length === wanted.length) return [];
        return [[id, $localize`:@@register.page.question-for:For ${this.titlesOf(those)}:titles:.`]];
      }),
    );
  });

  constructor() {
    const submitted = submittedForm();
    this.form.begin(this.asked, this.code, submitted);
    describePrivately(submitted ? `${this.summaryHeading}: ${this.title}` : this.title, (language) =>
      this.addressWith(publicPaths.register(language)),
    );
    effect(() => {
      const choice = this.read.value();
      if (!choice) return;
      this.form.offer(choice.sessions);
      this.questions.wanted.set(this.wantedSlugs());
      untracked(() => {
        this.form.ask(choice.form);
      });
    });
    afterNextRender(() => {
      this.hasScripts.set(true);
    });
    effect(() => {
      this.form.guessTimeZone(this.clock.timeZone());
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const website = new FormData(event.target as HTMLFormElement).get('website');
    // Nobody sees that field: who fills it in is a machine, and is told what it wants to hear.
    if (website || (await this.form.send())) {
      await this.router.navigate(['/register/check-your-mail']);
    } else if (this.questions.isOutdated()) await this.askAnew();
  }

  /** Somebody asks more since the page was opened. What is typed stays; the new questions come with what was said of them. */
  private async askAnew(): Promise<void> {
    const choice = this.read.value();
    if (!choice) return;
    const form = await this.readForm(choice.sessions).catch(() => choice.form);
    this.read.replace({ ...choice, form });
  }

  private wantedSlugs(): string[] {
    return this.hasScripts() ? this.form.fields.sessionSlugs().value() : this.open().map(({ slug }) => slug);
  }

  private titlesOf(slugs: readonly string[]): string {
    return this.formats.list(slugs.map((slug) => this.titles().get(slug) ?? slug));
  }

  private async readChoice(): Promise<Choice> {
    if (this.asked.length > 0) {
      const slugs = [...new Set(this.asked)];
      const sessions = await this.client.sessions(slugs);
      return { sessions, hasMissing: sessions.length < slugs.length, form: await this.readForm(sessions) };
    }
    const upcoming = await this.client.upcoming();
    const sessions = upcoming.filter(({ seats }) => canRegister(seats.phase));
    return { sessions, hasMissing: false, form: await this.readForm(sessions) };
  }

  private async readForm(sessions: readonly SessionTeaser[]): Promise<RegistrationForm> {
    const slugs = sessions.filter(({ seats }) => canRegister(seats.phase)).map(({ slug }) => slug);
    return slugs.length === 0 ? { sessions: [], questions: [] } : this.client.form(slugs);
  }

  private addressWith(path: string): string {
    const query = new URLSearchParams(this.asked.map((slug) => ['session', slug]));
    if (this.code) query.set('code', this.code);
    return query.size > 0 ? `${path}?${query.toString()}` : path;
  }
}
