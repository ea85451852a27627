import { Component, computed, inject, input, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, type UnsavedWork } from '@reihe/admin-ui';
import type { Message } from '@reihe/shared-registration';
import { MessagesClient } from '@reihe/web-data-access';
import { StateBadge } from '@reihe/web-ui';
import { MessageComposer } from './composer/message-composer';
import { MessageDelivery } from './delivery/message-delivery';
import { messageStateTone, messageStateWords } from './message-words';

/** One message: while it is a draft it is written here, afterwards it is followed. */
@Component({
  selector: 'reihe-message-page',
  imports: [AnswerStates, MessageComposer, MessageDelivery, RouterLink, StateBadge],
  template: `
    <reihe-answer-states [answer]="read" [hasAnswer]="message() !== undefined">
      @if (message(); as one) {
        <header class="page-head">
          <p class="kicker">
            <a [routerLink]="owner()">{{ one.title }}</a> ·
            <a [routerLink]="messages()" i18n="@@correspondence.list.heading">Messages</a>
          </p>
          <h1 tabindex="-1" i18n="@@correspondence.message.title">Message to participants</h1>
          <reihe-state-badge [tone]="stateTone(one.state)">{{ stateWords(one.state) }}</reihe-state-badge>
        </header>
        @if (one.state === 'draft') {
          <reihe-message-composer [message]="one" [listPath]="messages()" (sent)="message.set($event)" />
        } @else {
          <reihe-message-delivery [message]="one" (changed)="message.set($event)" />
        }
      }
    </reihe-answer-states>
  `,
})
export class MessagePage implements UnsavedWork {
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly read = inject(MessagesClient).one(() => this.id());
  private readonly answer = lastAnswer(this.read);
  protected readonly message = linkedSignal<Message | undefined>(() => this.answer());
  private readonly composer = viewChild(MessageComposer);

  protected readonly owner = computed(() => {
    const message = this.message();
    return message?.sessionId === null
      ? ['/series', message.seriesId ?? '']
      : ['/sessions', message?.sessionId ?? ''];
  });
  protected readonly messages = computed(() => [...this.owner(), 'messages']);
  protected readonly stateWords = messageStateWords;
  protected readonly stateTone = messageStateTone;

  hasUnsavedWork(): boolean {
    return this.composer()?.hasUnsavedWork() ?? false;
  }

  async keepUnsavedWork(): Promise<boolean> {
    return (await this.composer()?.save()) ?? true;
  }
}
