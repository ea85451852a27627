import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { followUpPaths, type GiveFeedback } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { FeedbackEntry } from './feedback-entry';
import { AfterClient } from '../after-client';

/** What somebody said anonymously, at the address that alone leads to it. */
@Component({
  selector: 'reihe-change-feedback-page',
  imports: [FeedbackEntry, LinkFailure, PageHeading, PageLoading, RouterLink],
  template: `
    @if (read.failure(); as failure) {
      <reihe-link-failure [failure]="failure" unknown="feedback.link-unknown" (retry)="read.retry()" />
    } @else if (read.value(); as feedback) {
      <div class="page">
        <reihe-page-heading [heading]="title">
          <p class="lead">
            <a
              [routerLink]="['/sessions', feedback.session.slug]"
              [attr.lang]="feedback.session.language === language ? null : feedback.session.language"
              >{{ feedback.session.title }}</a
            >
          </p>
        </reihe-page-heading>
        <div role="status">
          @if (isDone()) {
            <p class="told" i18n="@@after.feedback.thanks-anonymous">
              Thank you. Your feedback is stored, and nothing stored says that it is yours.
            </p>
          }
        </div>
        @if (feedback.phase === 'open') {
          <p class="measure" i18n="@@after.feedback.keep-address">
            Only the address of this page leads to your answer. If you may want to change it, keep the address
            now: it is not sent to you, and nobody can find it again. It works until {{ until() }}.
          </p>
          <reihe-feedback-entry
            [action]="action()"
            [questions]="feedback.questions"
            [own]="feedback.own"
            [submitted]="submitted"
            [send]="change"
          />
        } @else {
          <p i18n="@@after.feedback.over">Feedback could be given until {{ until() }}. Thank you.</p>
        }
      </div>
    } @else {
      <reihe-page-loading />
    }
  `,
  styleUrl: '../after/after-page.css',
})
export class ChangeFeedbackPage {
  /** Bound from the address. */
  readonly changeKey = input.required<string>();
  /** From the query, once something was stored. */
  readonly done = input<string>();

  private readonly client = inject(AfterClient);
  private readonly formats = inject(Formats);
  protected readonly language = inject(LANGUAGE);
  protected readonly submitted = submittedForm();

  protected readonly read = readHandedOver('anonymous-feedback', () =>
    this.client.readAnonymous(this.changeKey()),
  );
  protected readonly action = computed(() => followUpPaths.feedback(this.language, this.changeKey()));
  /** null: nothing was sent from here. */
  private readonly wasStored = signal<boolean | null>(null);
  protected readonly isDone = computed(
    () => this.wasStored() ?? (this.done() === 'feedback' && !this.submitted),
  );
  protected readonly until = computed(() => {
    const until = this.read.value()?.until;
    return until ? this.formats.day(until, 'UTC') : '';
  });
  protected readonly title = $localize`:@@after.feedback.anonymous-title:Your anonymous feedback`;

  constructor() {
    describePrivately(this.title, (language) => followUpPaths.feedback(language, this.changeKey()));
  }

  protected readonly change = async ({ isAnonymous: _, ...feedback }: GiveFeedback): Promise<void> => {
    this.wasStored.set(false);
    await this.client.changeAnonymous(this.changeKey(), feedback);
    this.wasStored.set(true);
  };
}
