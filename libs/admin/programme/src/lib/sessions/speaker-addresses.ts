import { Component, inject, input, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { SpeakerJoinAddress } from '@reihe/shared-contracts';
import { SessionsClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords, CopyButton } from '@reihe/web-forms';
import { roleWords } from '@reihe/admin-session-form';

/** The address of each speaker's own, for staff to pass on by hand; read when asked for. */
@Component({
  selector: 'reihe-speaker-addresses',
  imports: [CopyButton],
  template: `
    <h3 i18n="@@programme.meeting.speakers">Join addresses of speakers and moderators</h3>
    @if (found(); as speakers) {
      <ul role="list" tabindex="-1">
        @for (speaker of speakers; track speaker.speakerId) {
          <li>
            <span
              >{{ speaker.name }} <small>{{ roles(speaker) }}</small></span
            >
            <code>{{ speaker.address }}</code>
            <reihe-copy-button [text]="speaker.address" [what]="addressOf(speaker.name)" />
          </li>
        } @empty {
          <li i18n="@@programme.meeting.no-speakers">
            Nobody who is named has a part in this session yet, as it is saved.
          </li>
        }
      </ul>
    } @else {
      <p i18n="@@programme.meeting.speakers-hint">
        Each leads one person into this session from the time the door opens, and follows a changed link.
      </p>
      <button
        type="button"
        class="button quiet"
        [disabled]="isReading()"
        (click)="show()"
        i18n="@@programme.meeting.show-speakers"
      >
        Show the addresses
      </button>
    }
  `,
  styles: `
    h3 {
      margin-block: var(--space-m) var(--space-2xs);
    }
    ul {
      margin: 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      padding-block: var(--space-2xs);
      border-block-start: 1px solid var(--line);
    }
    code {
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class SpeakerAddresses {
  readonly sessionId = input.required<string>();

  private readonly sessions = inject(SessionsClient);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  /** null until asked for. */
  protected readonly found = signal<SpeakerJoinAddress[] | null>(null);
  protected readonly isReading = signal(false);

  protected async show(): Promise<void> {
    this.isReading.set(true);
    try {
      this.found.set(await this.sessions.speakerJoinAddresses(this.sessionId()));
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isReading.set(false);
    }
  }

  protected roles({ roles }: SpeakerJoinAddress): string {
    return this.formats.list(roles.map(roleWords));
  }

  protected addressOf(name: string): string {
    return $localize`:@@programme.meeting.address-of:address of ${name}:name:`;
  }
}
