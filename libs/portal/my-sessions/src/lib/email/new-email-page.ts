import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE, type Failure } from '@reihe/web-platform';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

/** Behind the link that was sent to a new address. Opening it changes nothing, since mail scanners open links too: one button does. */
@Component({
  selector: 'reihe-new-email-page',
  imports: [LinkFailure, PageHeading, PageLoading, RouterLink],
  templateUrl: './new-email-page.html',
  styleUrl: '../own-pages.css',
})
export class NewEmailPage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);
  private readonly router = inject(Router);
  private readonly sendFailure = signal<Failure | null>(null);

  protected readonly read = readHandedOver('new-email', () => this.client.previewEmail(this.token()));
  protected readonly failure = computed(() => this.sendFailure() ?? this.read.failure());
  protected readonly action = computed(() => mySessionsPaths.email(this.language, this.token()));
  protected readonly isSending = signal(false);
  protected readonly title = $localize`:@@register.new-email.title:Use this address?`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.email(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.sendFailure.set({ kind: 'problem', problem: submitted.problem });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    try {
      const { manageToken } = await this.client.confirmEmail(this.token());
      await this.router.navigate(['/register/manage', manageToken], { queryParams: { done: 'email' } });
    } catch (error) {
      this.sendFailure.set(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Back to the button; the link may still be good. */
  protected retry(): void {
    this.sendFailure.set(null);
    this.read.retry();
  }
}
