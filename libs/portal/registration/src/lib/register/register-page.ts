import { Component, computed, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { countries, describePrivately, Entry, SessionChoice, Tick, zoneGroups } from '@reihe/portal-by-link';
import { publicPaths, type SessionTeaser } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { Formats, LANGUAGE, ReaderClock } from '@reihe/web-platform';
import { EmptyState, ErrorSummary, Field, PageFailure, PageHeading, PageLoading } from '@reihe/web-ui';
import { RegisterForm } from './register-form';
import { labelWords } from './register-words';

interface Choice {
  sessions: SessionTeaser[];
  /** True where the link named a session that is not there. */
  hasMissing: boolean;
}

/** Registering for one session or several at once. The form is a plain post; scripts only spare the way to the server and back. */
@Component({
  selector: 'reihe-register-page',
  imports: [
    EmptyState,
    Entry,
    ErrorSummary,
    Field,
    PageFailure,
    PageHeading,
    PageLoading,
    RouterLink,
    SessionChoice,
    Tick,
  ],
  providers: [RegisterForm],
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

  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** Slugs the link named; empty: everything that is open is offered. */
  private readonly asked = this.query().getAll('session');

  protected readonly read = readHandedOver<Choice>('sessions-to-choose', () => this.readChoice());
  protected readonly label = labelWords;
  protected readonly title = $localize`:@@register.page.title:Register`;
  protected readonly summaryHeading = $localize`:@@register.page.check:Please check your entries`;
  protected readonly nothingOpen = $localize`:@@register.page.nothing-open:There is nothing to register for right now`;
  protected readonly nothingOpenText = $localize`:@@register.page.nothing-open-text:The programme says when registration for the next sessions opens.`;
  protected readonly emailHint = $localize`:@@register.page.email-hint:We send you a link to confirm with, and later the way into the session.`;
  protected readonly zoneHint = $localize`:@@register.page.zone-hint:Our e-mails tell times in it.`;
  protected readonly privacy = publicPaths.privacy(this.language);

  /** With what was asked for, so that a form that comes back offers the same sessions. */
  protected readonly action = this.addressWith(publicPaths.register(this.language));
  protected readonly countries = countries(this.formats, this.language);
  protected readonly zones = computed(() =>
    zoneGroups([this.clock.timeZone(), this.form.fields.timeZone().value() || null]),
  );
  protected readonly isAnythingOpen = computed(
    () => this.read.value()?.sessions.some(({ seats }) => canRegister(seats.phase)) ?? false,
  );

  constructor() {
    const submitted = submittedForm();
    this.form.begin(this.asked, submitted);
    describePrivately(submitted ? `${this.summaryHeading}: ${this.title}` : this.title, (language) =>
      this.addressWith(publicPaths.register(language)),
    );
    effect(() => {
      const choice = this.read.value();
      if (choice) this.form.offer(choice.sessions);
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
    }
  }

  private async readChoice(): Promise<Choice> {
    if (this.asked.length > 0) {
      const slugs = [...new Set(this.asked)];
      const sessions = await this.client.sessions(slugs);
      return { sessions, hasMissing: sessions.length < slugs.length };
    }
    const upcoming = await this.client.upcoming();
    return { sessions: upcoming.filter(({ seats }) => canRegister(seats.phase)), hasMissing: false };
  }

  private addressWith(path: string): string {
    const query = new URLSearchParams(this.asked.map((slug) => ['session', slug]));
    return query.size > 0 ? `${path}?${query.toString()}` : path;
  }
}
