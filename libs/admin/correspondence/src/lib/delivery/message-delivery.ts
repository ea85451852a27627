import { Component, computed, DestroyRef, DOCUMENT, inject, input, output } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  FilterSelect,
  lastAnswer,
  listAddress,
  Moments,
  SearchBox,
  StackedTable,
} from '@reihe/admin-ui';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import {
  DELIVERY_STATES,
  type DeliveryState,
  type Message,
  type MessageRecipient,
} from '@reihe/shared-registration';
import { MessagesClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { EmptyState, Pagination, StateBadge } from '@reihe/web-ui';
import { deliveryTone, deliveryWords, kindWords, leftOutWords } from '../message-words';

/** While mails go, and the page is seen, it follows them. */
const ASK_AGAIN_AFTER = 2_000;

/** What becomes of a message: how many got it, who did not and why; to be paused, gone on with, and sent again where it failed. */
@Component({
  selector: 'reihe-message-delivery',
  imports: [
    AnswerStates,
    EmptyState,
    FilterSelect,
    Pagination,
    RouterLink,
    SearchBox,
    StackedTable,
    StateBadge,
  ],
  templateUrl: './message-delivery.html',
  styleUrl: './message-delivery.css',
})
export class MessageDelivery {
  readonly message = input.required<Message>();
  readonly changed = output<Message>();

  private readonly messages = inject(MessagesClient);
  private readonly access = inject(StaffAccess);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly document = inject(DOCUMENT);
  protected readonly moments = inject(Moments);
  protected readonly address = listAddress(['state']);

  /** Asked for anew while mails go. */
  private readonly newer = this.messages.one(() => this.message().id);
  private readonly answered = lastAnswer(this.newer);
  protected readonly current = computed(() => this.answered() ?? this.message());
  protected readonly list = this.messages.recipients(
    () => this.message().id,
    () => ({ page: this.address.page(), q: this.address.q(), state: stateOf(this.address.filter('state')) }),
  );
  protected readonly answer = lastAnswer(this.list);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });

  protected readonly progress = computed(() => this.current().progress);
  /** Whose mail was written, or who was left out. */
  protected readonly done = computed(() => this.progress().total - this.progress().waiting);
  protected readonly mayWrite = computed(() => this.access.may('registrations.write'));
  protected readonly mayReadOutbox = computed(() => this.access.may('outbox.read'));
  protected readonly canPause = computed(
    () => this.current().state !== 'paused' && this.progress().waiting + this.progress().queued > 0,
  );
  protected readonly texts = computed(() =>
    LANGUAGES.flatMap((language) => {
      const text = this.current().texts[language];
      return text ? [{ language, ...text }] : [];
    }),
  );
  protected readonly states = DELIVERY_STATES.map((value) => ({ value, words: deliveryWords(value) }));
  protected readonly deliveryWords = deliveryWords;
  protected readonly deliveryTone = deliveryTone;
  protected readonly leftOutWords = leftOutWords;
  protected readonly kindWords = kindWords;

  constructor() {
    const timer = setInterval(() => {
      const { waiting, queued } = this.progress();
      const isGoing = this.current().state !== 'paused' && waiting + queued > 0;
      if (isGoing && this.document.visibilityState === 'visible') this.askAgain();
    }, ASK_AGAIN_AFTER);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  protected number(value: number): string {
    return this.formats.number(value);
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected pause(): Promise<void> {
    return this.act(() => this.messages.pause(this.message().id));
  }

  protected resume(): Promise<void> {
    return this.act(() => this.messages.resume(this.message().id));
  }

  protected resend(): Promise<void> {
    return this.act(() => this.messages.resend(this.message().id));
  }

  protected async mark({ participantId, name }: MessageRecipient, isBounced: boolean): Promise<void> {
    try {
      await this.messages.markBounced(this.message().id, participantId, isBounced);
      this.snackBar.open(
        isBounced
          ? $localize`:@@correspondence.bounced.marked:Noted: the mail to ${name}:name: came back.`
          : $localize`:@@correspondence.bounced.unmarked:Noted: the mail to ${name}:name: did not come back.`,
      );
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.askAgain();
  }

  private async act(work: () => Promise<Message>): Promise<void> {
    try {
      this.changed.emit(await work());
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.askAgain();
  }

  private askAgain(): void {
    this.newer.reload();
    this.list.reload();
  }
}

function stateOf(value: string): DeliveryState | undefined {
  return DELIVERY_STATES.find((state) => state === value);
}
