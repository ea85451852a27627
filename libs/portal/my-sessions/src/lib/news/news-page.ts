import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePrivately, LinkFailure } from '@reihe/portal-by-link';
import { publicPaths } from '@reihe/shared-contracts';
import type { NewsChoice } from '@reihe/shared-registration';
import { readHandedOver, submittedForm } from '@reihe/web-data-access';
import { failureOf, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, participantFailureWords } from '@reihe/web-forms';
import { PageHeading, PageLoading } from '@reihe/web-ui';
import { NewsClient } from '../news-client';

/** Behind "no more news" in a mail. Opening it changes nothing: a button does. What is about a place held goes on coming. */
@Component({
  selector: 'reihe-news-page',
  imports: [ErrorSummary, LinkFailure, PageHeading, PageLoading, RouterLink],
  templateUrl: './news-page.html',
  styleUrl: './news-page.css',
})
export class NewsPage {
  /** Bound from the address. */
  readonly token = input.required<string>();

  private readonly client = inject(NewsClient);
  private readonly language = inject(LANGUAGE);

  protected readonly read = readHandedOver('news-subscription', () => this.client.read(this.token()));
  protected readonly action = computed(() => publicPaths.unsubscribe(this.language, this.token()));
  protected readonly isSending = signal(false);
  /** Why it did not work; empty while nothing is wrong. */
  protected readonly notice = signal('');
  protected readonly title = $localize`:@@news.title:News by e-mail`;
  protected readonly unchanged = $localize`:@@news.unchanged:Nothing was changed`;

  constructor() {
    describePrivately(this.title, (language) => publicPaths.unsubscribe(language, this.token()));
    const submitted = submittedForm();
    if (submitted) this.notice.set(participantFailureWords({ kind: 'problem', problem: submitted.problem }));
  }

  protected async choose(event: Event, choice: NewsChoice): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.notice.set('');
    try {
      this.read.replace(await this.client.choose(this.token(), choice));
    } catch (error) {
      this.notice.set(participantFailureWords(failureOf(error)));
    } finally {
      this.isSending.set(false);
    }
  }
}
