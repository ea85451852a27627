import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { Session, SessionInvitation } from '@reihe/shared-contracts';
import { canInvite } from '@reihe/shared-policies';
import {
  AnswerStates,
  Ask,
  invitationTone,
  invitationWords,
  lastAnswer,
  Moments,
  StackedTable,
} from '@reihe/admin-ui';
import { roleWords } from '@reihe/admin-session-form';
import { InvitationsClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';

/** Whom the session's organisers asked, and what the speakers said; of the session as it is saved. */
@Component({
  selector: 'reihe-speaker-invitations',
  imports: [AnswerStates, RouterLink, StackedTable, StateBadge],
  template: `
    <reihe-answer-states [answer]="loaded" [hasAnswer]="invitations() !== undefined">
      @if (invitations(); as all) {
        @if (all.length > 0) {
          <div class="table-frame" tabindex="0" role="region" aria-labelledby="invitations-caption">
            <table class="dense" reiheStackedTable>
              <caption id="invitations-caption" aria-live="polite">
                {{
                  summary()
                }}
              </caption>
              <thead>
                <tr>
                  <th scope="col" i18n="@@invitations.column-speaker">Speaker</th>
                  <th scope="col" i18n="@@invitations.column-part">Part</th>
                  <th scope="col" i18n="@@invitations.column-state">Answer</th>
                  @if (mayWrite()) {
                    <th scope="col">
                      <span class="visually-hidden" i18n="@@invitations.column-action">Action</span>
                    </th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (one of all; track one.contributionId) {
                  <tr>
                    <th scope="row">
                      @if (one.speakerId) {
                        <a [routerLink]="['/speakers', one.speakerId]">{{ one.name }}</a>
                      } @else {
                        <ng-container i18n="@@invitations.nobody">Nobody named</ng-container>
                      }
                    </th>
                    <td>
                      {{ roleWords(one.role) }}
                      @if (one.topic || one.part) {
                        <small>{{ one.topic || one.part }}</small>
                      }
                    </td>
                    <td>
                      <reihe-state-badge [tone]="tone(one.state)">{{
                        stateWords(one.state)
                      }}</reihe-state-badge>
                      @if (when(one); as moment) {
                        <small>{{ moment }}</small>
                      }
                      @if (one.words) {
                        <q class="words">{{ one.words }}</q>
                      }
                    </td>
                    @if (mayWrite()) {
                      <td>
                        @if (canAsk(one)) {
                          <button
                            type="button"
                            class="button quiet"
                            [disabled]="isBlocked() || isSending()"
                            (click)="invite([one])"
                          >
                            @if (one.state === 'none') {
                              <ng-container i18n="@@invitations.invite">Invite</ng-container>
                            } @else {
                              <ng-container i18n="@@invitations.again">Invite again</ng-container>
                            }
                            <span class="visually-hidden">{{ one.name }}</span>
                          </button>
                        } @else if (one.speakerId && !one.hasEmail) {
                          <a [routerLink]="['/speakers', one.speakerId, 'edit']" i18n="@@invitations.no-email"
                            >Add an e-mail address</a
                          >
                        }
                      </td>
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
          @if (mayWrite() && unasked().length > 0) {
            <button
              type="button"
              class="button"
              [disabled]="isBlocked() || isSending()"
              [attr.aria-describedby]="isBlocked() ? 'invitations-blocked' : null"
              (click)="invite(unasked())"
            >
              <ng-container i18n="@@invitations.invite-all">{unasked().length, plural,
                =1 {Invite who is not invited yet (1)}
                other {Invite all who are not invited yet ({{ unasked().length }})}
              }</ng-container>
            </button>
          }
          @if (mayWrite() && isBlocked()) {
            <p class="small" id="invitations-blocked" i18n="@@invitations.save-first">
              Save the session first: invitations tell what is saved.
            </p>
          }
        } @else {
          <p i18n="@@invitations.none">
            Nobody takes part yet. Add people to the agenda or to the whole session, and save.
          </p>
        }
      }
    </reihe-answer-states>
  `,
  styles: `
    small {
      display: block;
      color: var(--ink-soft);
    }
    .words {
      display: block;
      max-inline-size: 40ch;
      white-space: pre-line;
    }
    .table-frame {
      margin-block-end: var(--space-s);
    }
  `,
})
export class SpeakerInvitations {
  readonly session = input.required<Session>();
  readonly mayWrite = input(false);
  /** While something is not saved. */
  readonly isBlocked = input(false);

  private readonly client = inject(InvitationsClient);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly moments = inject(Moments);

  protected readonly loaded = this.client.ofSession(() => this.session().id);
  protected readonly invitations = lastAnswer(this.loaded);
  protected readonly isSending = signal(false);
  protected readonly roleWords = roleWords;
  protected readonly stateWords = invitationWords;
  protected readonly tone = invitationTone;
  protected readonly unasked = computed(() =>
    (this.invitations() ?? []).filter((one) => one.state === 'none' && this.canAsk(one)),
  );
  protected readonly summary = computed(() => {
    const all = this.invitations() ?? [];
    const named = all.filter(({ speakerId }) => speakerId !== null);
    const confirmed = named.filter(({ state }) => state === 'confirmed');
    return $localize`:@@invitations.summary:${this.formats.number(confirmed.length)}:confirmed: of ${this.formats.number(named.length)}:all: confirmed`;
  });

  constructor() {
    let shown = 0;
    effect(() => {
      const { version } = this.session();
      untracked(() => {
        if (shown > 0 && version !== shown) this.loaded.reload();
        shown = version;
      });
    });
  }

  protected canAsk({ state, hasEmail }: SessionInvitation): boolean {
    const { state: sessionState, endsAt } = this.session();
    return hasEmail && canInvite(state, { state: sessionState, endsAt: new Date(endsAt) }, new Date());
  }

  protected when({ answeredAt, invitedAt }: SessionInvitation): string {
    const at = answeredAt ?? invitedAt;
    return at === null ? '' : this.moments.when(at);
  }

  protected async invite(asked: readonly SessionInvitation[]): Promise<void> {
    const names = [...new Set(asked.map(({ name }) => name))];
    const isSure = await this.ask.confirm({
      title: $localize`:@@invitations.ask.title:Invite by e-mail?`,
      text: $localize`:@@invitations.ask.text:${this.formats.list(names)}:names: will get a mail with the session, their time, their role, and a link of their own to confirm or decline.`,
      action: $localize`:@@invitations.ask.action:Send`,
    });
    if (!isSure) return;
    this.isSending.set(true);
    try {
      const ids = asked.map(({ contributionId }) => contributionId);
      this.loaded.set(await this.client.invite(this.session().id, ids));
      this.snackBar.open($localize`:@@invitations.sent:The invitations are on their way.`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
      this.loaded.reload();
    } finally {
      this.isSending.set(false);
    }
  }
}
