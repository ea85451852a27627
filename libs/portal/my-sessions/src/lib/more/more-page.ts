import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { describePrivately, LinkFailure, SessionChoice } from '@reihe/portal-by-link';
import { publicPaths, type SessionTeaser } from '@reihe/shared-contracts';
import { canRegister } from '@reihe/shared-policies';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, RegistrationClient, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE, type Failure } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { EmptyState, PageHeading, PageLoading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

interface Offer {
  name: string;
  sessions: SessionTeaser[];
}

/** More sessions for somebody known: ticked, sent, done. Known through the link only, never by typing an address. */
@Component({
  selector: 'reihe-more-page',
  imports: [EmptyState, ErrorSummary, LinkFailure, PageHeading, PageLoading, RouterLink, SessionChoice],
  templateUrl: './more-page.html',
  styleUrl: '../own-pages.css',
})
export class MorePage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(MySessionsClient);
  private readonly registrations = inject(RegistrationClient);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  private readonly submitted = submittedForm();

  protected readonly read = readHandedOver<Offer>('sessions-to-add', () => this.offer());
  protected readonly action = computed(() => mySessionsPaths.more(this.language, this.token()));
  protected readonly chosen = signal<readonly string[]>(
    [this.submitted?.values['sessionSlugs'] ?? []].flat(),
  );
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  /** What these sessions ask has no place here: the form for everybody has it. */
  protected readonly asksMore = signal(false);
  protected readonly privacy = publicPaths.privacy(this.language);
  protected readonly title = $localize`:@@register.more.title:Register for more`;
  protected readonly label = $localize`:@@register.label.sessions:Sessions`;
  protected readonly none = $localize`:@@register.more.none:There is nothing else to register for right now`;
  protected readonly check = $localize`:@@register.page.check:Please check your entries`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.more(language, this.token()));
    if (this.submitted) this.refuse({ kind: 'problem', problem: this.submitted.problem });
  }

  protected choose(slug: string, isChosen: boolean): void {
    const others = this.chosen().filter((other) => other !== slug);
    this.chosen.set(isChosen ? [...others, slug] : others);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const form = new FormData(event.target as HTMLFormElement);
    this.isSending.set(true);
    this.notice.set('');
    this.asksMore.set(false);
    try {
      await this.client.more({
        token: this.token(),
        sessionSlugs: [...this.chosen()],
        hasAcceptedPrivacyNotice: form.has('hasAcceptedPrivacyNotice'),
        accessibilityNeeds: '',
        allowsRecording: null,
        answers: [],
        invitationCode: '',
      });
      await this.router.navigate(['/register/manage', this.token()], { queryParams: { done: 'more' } });
    } catch (error) {
      this.refuse(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private async offer(): Promise<Offer> {
    const [mine, upcoming] = await Promise.all([
      this.registrations.mine(this.token()),
      this.client.upcoming(),
    ]);
    const held = new Set(
      mine.registrations
        .filter(({ state }) => ['confirmed', 'waitlisted', 'awaiting-approval'].includes(state))
        .map(({ session }) => session.slug),
    );
    const sessions = upcoming.filter(({ slug, seats }) => !held.has(slug) && canRegister(seats.phase));
    return { name: mine.name, sessions };
  }

  private refuse(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    this.asksMore.set(fields.some(({ path }) => /^(answers|invitationCode)/.test(path)));
    if (fields.some(({ path }) => path === 'sessionSlugs'))
      this.notice.set($localize`:@@register.more.choose:Please choose at least one session.`);
    else if (fields.some(({ path }) => path === 'hasAcceptedPrivacyNotice'))
      this.notice.set($localize`:@@register.more.privacy:Please agree to the privacy notice.`);
    else this.notice.set(this.asksMore() ? '' : participantFailureWords(failure));
  }
}
