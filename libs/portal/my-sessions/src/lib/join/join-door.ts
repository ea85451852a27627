import { Component, computed, input } from '@angular/core';
import type { JoinAccess } from '@reihe/shared-contracts';
import { meetingProviderWords } from '@reihe/web-platform';
import { CopyButton } from '@reihe/web-forms';

/** The open door: the button that leads into the meeting, and what one types there or rings instead. */
@Component({
  selector: 'reihe-join-door',
  imports: [CopyButton],
  template: `
    @if (access().hasLink) {
      <form method="post" [action]="action()">
        <button class="button" i18n="@@register.join.now">Join now</button>
      </form>
      <p class="small">
        @if (provider(); as name) {
          <ng-container i18n="@@register.join.leads-to">The button leads to {{ name }}.</ng-container>
        } @else {
          <ng-container i18n="@@register.join.leads-away">The button leads to another site.</ng-container>
        }
      </p>
    } @else {
      <p i18n="@@register.join.no-link">
        The hosts have not opened the meeting yet. Please look again in a moment; this page does it by itself
        if your browser runs scripts.
      </p>
      <p><a [href]="action()" target="_self" i18n="@@register.join.look-again">Look again</a></p>
    }
    @if (access().meetingId || access().passcode) {
      <dl>
        @if (access().meetingId) {
          <div>
            <dt i18n="@@register.join.meeting-id">Meeting number</dt>
            <dd>
              <code>{{ access().meetingId }}</code>
              <reihe-copy-button [text]="access().meetingId" [what]="meetingIdWords" />
            </dd>
          </div>
        }
        @if (access().passcode) {
          <div>
            <dt i18n="@@register.join.code">Passcode</dt>
            <dd>
              <code>{{ access().passcode }}</code>
              <reihe-copy-button [text]="access().passcode" [what]="passcodeWords" />
            </dd>
          </div>
        }
      </dl>
    }
    @if (access().dialIn.length > 0) {
      <h3 i18n="@@register.join.dial-in">By telephone</h3>
      <ul role="list">
        @for (line of access().dialIn; track $index) {
          <li>
            <span>{{ line.label }}</span>
            <span class="number">
              <a [href]="'tel:' + digits(line.number)">{{ line.number }}</a>
              <reihe-copy-button [text]="line.number" [what]="line.label" />
            </span>
            @if (line.pin) {
              <span class="small" i18n="@@register.join.pin">PIN: {{ line.pin }}</span>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    form {
      margin-block-end: var(--space-2xs);
    }
    form .button {
      padding-inline: var(--space-l);
      font-size: var(--step-1);
    }
    dl,
    ul {
      margin: var(--space-m) 0 0;
    }
    dl > div + div {
      margin-block-start: var(--space-s);
    }
    dt {
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      align-items: center;
      margin: 0;
    }
    code {
      font-size: var(--step-1);
      font-weight: 600;
      overflow-wrap: anywhere;
      user-select: all;
    }
    h3 {
      margin-block: var(--space-m) 0;
    }
    h3 + ul {
      margin-block-start: var(--space-2xs);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
      align-items: center;
      justify-content: space-between;
      padding-block: var(--space-2xs);
      border-block-start: 1px solid var(--line);
    }
    .number {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75em;
      align-items: center;
    }
    li .small {
      flex-basis: 100%;
    }
  `,
})
export class JoinDoor {
  readonly access = input.required<JoinAccess>();
  /** Where the button posts to: the page itself. */
  readonly action = input.required<string>();

  protected readonly provider = computed(() => meetingProviderWords(this.access().provider));
  protected readonly passcodeWords = $localize`:@@register.join.the-passcode:passcode`;
  protected readonly meetingIdWords = $localize`:@@register.join.the-meeting-id:meeting number`;

  protected digits(number: string): string {
    return number.replace(/[^\d+]/g, '');
  }
}
