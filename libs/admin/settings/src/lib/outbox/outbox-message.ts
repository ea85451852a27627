import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { AnswerStates, lastAnswer, Moments, offerFile } from '@reihe/admin-ui';
import { OutboxClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { linksInText } from './links-in-text';
import { isHeldBack, messageWords, outboxStateTone } from './outbox-words';

/** One message as its receiver gets it: text with its links, HTML, calendar entry. */
@Component({
  selector: 'reihe-outbox-message',
  imports: [AnswerStates, RouterLink, StateBadge],
  template: `
    <p class="kicker"><a routerLink="/outbox" i18n="@@settings.outbox.heading">Outbox</a></p>
    <reihe-answer-states [answer]="read" [hasAnswer]="message() !== undefined">
      @if (message(); as mail) {
        <header class="page-head">
          <h1 tabindex="-1" [attr.lang]="mail.language">{{ mail.subject }}</h1>
          <div class="page-actions">
            <reihe-state-badge [tone]="stateTone(mail.state)">{{
              messageWords(mail, now())
            }}</reihe-state-badge>
            @if (mail.state === 'failed') {
              <button type="button" class="button" (click)="retry()" i18n="@@settings.outbox.retry">
                Try again
              </button>
            }
            @if (mail.calendar) {
              <button
                type="button"
                class="button quiet"
                (click)="downloadCalendar()"
                i18n="@@settings.outbox.calendar"
              >
                Calendar entry (.ics)
              </button>
            }
          </div>
        </header>
        <dl class="facts">
          <div>
            <dt i18n="@@settings.outbox.column.to">To</dt>
            <dd>{{ mail.to }}</dd>
          </div>
          <div>
            <dt i18n="@@settings.outbox.column.written">Written</dt>
            <dd>{{ moments.when(mail.createdAt) }}</dd>
          </div>
          @if (mail.sendAfter && isHeldBack(mail, now())) {
            <div>
              <dt i18n="@@settings.outbox.held-until">Goes at</dt>
              <dd>{{ moments.second(mail.sendAfter) }}</dd>
            </div>
          }
          @if (mail.sentAt) {
            <div>
              <dt i18n="@@settings.outbox.sent-at">Sent</dt>
              <dd>{{ moments.when(mail.sentAt) }}</dd>
            </div>
          }
          <div>
            <dt>Message-ID</dt>
            <dd class="id">{{ mail.messageId }}</dd>
          </div>
        </dl>
        @if (mail.lastError) {
          <p class="panel" role="note">
            <ng-container i18n="@@settings.outbox.last-error"
              >The last try failed: {{ mail.lastError }}</ng-container
            >
          </p>
        }
        <div class="parts">
          <section class="panel" aria-labelledby="text-part">
            <h2 id="text-part" i18n="@@settings.outbox.text-part">Text</h2>
            <div class="text" [attr.lang]="mail.language">
              @for (piece of pieces(); track $index) {
                @if (piece.href) {
                  <a [href]="piece.href" target="_blank" rel="noopener">{{ piece.text }}</a>
                } @else {
                  <span>{{ piece.text }}</span>
                }
              }
            </div>
          </section>
          <section class="panel" aria-labelledby="html-part">
            <h2 id="html-part">HTML</h2>
            <iframe
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              [srcdoc]="html()"
              i18n-title="@@settings.outbox.html-title"
              title="The message as a mail program shows it"
            ></iframe>
          </section>
        </div>
      }
    </reihe-answer-states>
  `,
  styles: `
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
    }
    dt {
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      gap: var(--space-s);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    iframe {
      inline-size: 100%;
      block-size: 38rem;
      border: 1px solid var(--line);
      background: #ffffff;
    }
  `,
})
export class OutboxMessagePage {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly outbox = inject(OutboxClient);
  private readonly snackBar = inject(MatSnackBar);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly document = inject(DOCUMENT);
  protected readonly moments = inject(Moments);
  protected readonly messageWords = messageWords;
  protected readonly isHeldBack = isHeldBack;
  protected readonly stateTone = outboxStateTone;

  protected readonly read = this.outbox.message(() => this.id());
  protected readonly message = lastAnswer(this.read);
  protected readonly now = computed(() => {
    this.message();
    return new Date();
  });
  protected readonly pieces = computed(() => linksInText(this.message()?.text ?? ''));
  /** The frame is sandboxed without scripts or our origin, so the mail may be shown exactly as it goes out. */
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(
      (this.message()?.html ?? '').replace(/<head>/i, '<head><base target="_blank">'),
    ),
  );

  protected async retry(): Promise<void> {
    try {
      await this.outbox.retry(this.id());
      this.snackBar.open($localize`:@@settings.outbox.retried:It waits to be sent again.`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    this.read.reload();
  }

  protected downloadCalendar(): void {
    const entry = new Blob([this.message()?.calendar ?? ''], { type: 'text/calendar' });
    offerFile(this.document, 'invite.ics', entry);
  }
}
