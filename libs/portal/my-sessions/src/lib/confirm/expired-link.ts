import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mySessionsPaths } from '@reihe/shared-registration';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { PageHeading } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

/** A link to confirm with that ran out: one button asks for a new one. What it says then is the same whatever is still known. */
@Component({
  selector: 'reihe-expired-link',
  imports: [ErrorSummary, PageHeading, RouterLink],
  templateUrl: './expired-link.html',
  styleUrl: '../own-pages.css',
})
export class ExpiredLink {
  readonly token = input.required<string>();
  /** After a form without scripts. */
  readonly wasSent = input(false);

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);

  protected readonly action = computed(() => mySessionsPaths.again(this.language, this.token()));
  protected readonly isSent = signal(false);
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly title = $localize`:@@register.link.expired:This link has expired`;
  protected readonly sentTitle = $localize`:@@register.mail.title:Please look into your mail`;
  protected readonly notSent = $localize`:@@register.join.not-joined:That did not work`;

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    try {
      await this.client.askAgain(this.token());
      this.isSent.set(true);
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}
