import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { mySessionsPaths } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { PageHeading, PageLoading, SessionTime } from '@reihe/web-ui';
import { MySessionsClient } from '../my-sessions-client';

/** Behind "I can't come any more" of a mail. Opening it changes nothing, since mail scanners open links too: one button does. */
@Component({
  selector: 'reihe-release-page',
  imports: [ErrorSummary, LinkFailure, PageHeading, PageLoading, RouterLink, SessionTime],
  templateUrl: './release-page.html',
  styleUrl: '../own-pages.css',
})
export class ReleasePage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(MySessionsClient);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readHandedOver('release', () => this.client.previewRelease(this.token()));
  protected readonly action = computed(() => mySessionsPaths.release(this.language, this.token()));
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  protected readonly title = $localize`:@@register.release.title:Give up this place?`;
  protected readonly doneTitle = $localize`:@@register.release.done:Your place is given up`;
  protected readonly overTitle = $localize`:@@register.release.over:There is nothing to give up`;
  protected readonly notDone = $localize`:@@register.join.not-joined:That did not work`;

  constructor() {
    describePrivately(this.title, (language) => mySessionsPaths.release(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.notice.set(participantFailureWords({ kind: 'problem', problem: submitted.problem }));
  }

  protected async release(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    try {
      this.read.replace(await this.client.release(this.token()));
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }

  /** The language of a title, where it is not the page's. */
  protected foreign(language: string): string | null {
    return language === this.language ? null : language;
  }
}
