import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { describePrivately, LinkFailure, MaterialList } from '@reihe/portal-by-link';
import { followUpPaths, type FeedbackGiven, type GiveFeedback } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { EmptyState, PageHeading, PageLoading, SessionTime } from '@reihe/web-ui';
import { FeedbackEntry } from '../feedback/feedback-entry';
import { AfterClient } from '../after-client';

/** What one person finds after a session, by the link in their e-mail. Reading it changes nothing. */
@Component({
  selector: 'reihe-after-session-page',
  imports: [
    EmptyState,
    ErrorSummary,
    FeedbackEntry,
    LinkFailure,
    MaterialList,
    PageHeading,
    PageLoading,
    RouterLink,
    SessionTime,
  ],
  templateUrl: './after-page.html',
  styleUrl: './after-page.css',
})
export class AfterSessionPage {
  /** Bound from the address. */
  readonly token = input.required<string>();
  readonly registrationId = input.required<string>();
  /** From the query, after a form without scripts. */
  readonly done = input<string>();

  private readonly client = inject(AfterClient);
  protected readonly language = inject(LANGUAGE);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly came = submittedForm();

  protected readonly read = readHandedOver('after-session', () =>
    this.client.read(this.token(), this.registrationId()),
  );
  protected readonly action = computed(() =>
    followUpPaths.page(this.language, this.token(), this.registrationId()),
  );
  protected readonly certificateAction = computed(() =>
    followUpPaths.issueCertificate(this.language, this.token(), this.registrationId()),
  );
  /** The feedback that came back, where it is that form's. */
  protected readonly submitted =
    this.came && !this.came.problem.code.startsWith('certificate.') ? this.came : null;
  /** Why there is no certificate; empty while nothing is wrong. */
  protected readonly noCertificate =
    this.came && !this.submitted
      ? participantFailureWords({ kind: 'problem', problem: this.came.problem })
      : '';
  private readonly isDoneHere = signal(false);
  protected readonly isDone = computed(
    () => this.isDoneHere() || (this.done() === 'feedback' && !this.submitted),
  );

  protected readonly title = $localize`:@@after.page.title:After the session`;
  protected readonly notIssued = $localize`:@@after.certificate.not-issued:There is no certificate`;
  protected readonly nothing = $localize`:@@after.page.nothing:There is nothing here yet`;
  protected readonly checkLink = computed(() => {
    const code = this.read.value()?.certificate.code;
    return code ? ['/certificates', code] : null;
  });
  protected readonly until = computed(() => {
    const page = this.read.value();
    return page ? this.formats.day(page.feedback.until, page.session.timeZone) : '';
  });
  protected readonly isEmpty = computed(() => {
    const page = this.read.value();
    return (
      page?.materials.length === 0 && page.feedback.phase === 'early' && page.certificate.state === 'none'
    );
  });

  constructor() {
    describePrivately(this.title, (language) =>
      followUpPaths.page(language, this.token(), this.registrationId()),
    );
  }

  protected readonly give = async (feedback: GiveFeedback): Promise<void> => {
    this.isDoneHere.set(false);
    const given: FeedbackGiven = await this.client.giveFeedback(
      this.token(),
      this.registrationId(),
      feedback,
    );
    if (given.changeKey) {
      await this.router.navigate(['/feedback', given.changeKey], { queryParams: { done: 'feedback' } });
      return;
    }
    this.isDoneHere.set(true);
    try {
      this.read.replace(await this.client.read(this.token(), this.registrationId()));
    } catch {
      // It is stored; what is shown stays.
    }
  };
}
