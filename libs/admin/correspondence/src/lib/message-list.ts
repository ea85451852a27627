import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import { AnswerStates, inLanguage, lastAnswer, listAddress, Moments, StackedTable } from '@reihe/admin-ui';
import { SessionNav } from '@reihe/admin-session-form';
import { MessagesClient, SeriesClient, SessionsClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { messageStateTone, messageStateWords } from './message-words';

/** What was written to the participants of one session, or of a series as a whole; and the way to write anew. */
@Component({
  selector: 'reihe-message-list',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, SessionNav, StackedTable, StateBadge],
  templateUrl: './message-list.html',
})
export class MessageList {
  /** From the address: one of both. */
  readonly sessionId = input<string>();
  readonly seriesId = input<string>();

  private readonly messages = inject(MessagesClient);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly access = inject(StaffAccess);
  protected readonly moments = inject(Moments);
  protected readonly address = listAddress([]);

  private readonly session = lastAnswer(inject(SessionsClient).one(() => this.sessionId() ?? null));
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.seriesId() ?? null));
  protected readonly list = this.messages.list(
    () => {
      const seriesId = this.seriesId();
      return seriesId === undefined ? { sessionId: this.sessionId() ?? '' } : { seriesId };
    },
    () => ({ page: this.address.page() }),
  );
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });
  protected readonly title = computed(() => {
    const texts = this.session()?.translations ?? this.series()?.translations ?? {};
    return inLanguage<{ title: string }>(texts, this.language)?.title ?? '';
  });
  protected readonly owner = computed(() => {
    const seriesId = this.seriesId();
    return seriesId === undefined ? ['/sessions', this.sessionId() ?? ''] : ['/series', seriesId];
  });
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly isStarting = signal(false);
  protected readonly stateWords = messageStateWords;
  protected readonly stateTone = messageStateTone;

  protected number(value: number): string {
    return this.formats.number(value);
  }

  protected async write(): Promise<void> {
    this.isStarting.set(true);
    try {
      const message = await this.messages.create({
        sessionId: this.sessionId() ?? null,
        seriesId: this.seriesId() ?? null,
        selection: { registrationIds: [], states: [], countries: [], languages: [] },
      });
      await this.router.navigate(['/messages', message.id]);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isStarting.set(false);
    }
  }
}
