import { Component, effect, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { matchAttendeesRules, type Attendee, type KnownAttendee } from '@reihe/shared-figures';
import { AttendanceClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf } from '@reihe/web-platform';

export interface WhoIsIt {
  sessionId: string;
  attendee: Attendee;
}

const PAUSE = 250;
const LEAST = 2;

/** Looks for the participant that somebody in a report is. */
@Component({
  selector: 'reihe-who-is-it-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title i18n="@@attendance.who.heading">Who is {{ question.attendee.name }}?</h2>
    <mat-dialog-content>
      <label for="who-q" i18n="@@attendance.who.search">Name, e-mail address or organisation</label>
      <input #q id="who-q" class="control" type="search" [value]="words()" (input)="words.set(q.value)" />
      <label for="who-reason" i18n="@@attendance.who.reason">Why you know it (optional)</label>
      <input
        #why
        id="who-reason"
        class="control"
        [maxLength]="reasonLength"
        [value]="reason()"
        (input)="reason.set(why.value)"
      />
      <p role="status">
        @if (problem()) {
          {{ problem() }}
        } @else if (found(); as people) {
          @if (people.length === 0) {
            <ng-container i18n="@@attendance.who.nobody">Nobody of this name is known.</ng-container>
          }
        }
      </p>
      <ul role="list">
        @for (one of found() ?? []; track one.id) {
          <li>
            <button type="button" class="button quiet" (click)="choose(one)">
              <bdi>{{ one.name || one.email }}</bdi>
            </button>
            <small>
              <bdi>{{ one.email }}</bdi> <bdi>{{ one.organisation }}</bdi>
              @if (one.isRegistered) {
                <ng-container i18n="@@attendance.who.registered">registered for this session</ng-container>
              }
            </small>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button quiet" mat-dialog-close i18n="@@attendance.who.cancel">
        Cancel
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    label {
      display: block;
      margin-block-start: var(--space-2xs);
      font-weight: 600;
    }
    input {
      inline-size: 100%;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
      padding-block: var(--space-3xs);
      overflow-wrap: anywhere;
    }
  `,
})
export class WhoIsItDialog {
  protected readonly question = inject<WhoIsIt>(MAT_DIALOG_DATA);
  private readonly dialog = inject(MatDialogRef<WhoIsItDialog>);
  private readonly client = inject(AttendanceClient);

  protected readonly reasonLength = matchAttendeesRules.reason.maxLength;
  protected readonly words = signal(this.question.attendee.name);
  protected readonly reason = signal('');
  protected readonly found = signal<KnownAttendee[] | null>(null);
  protected readonly problem = signal('');

  constructor() {
    effect((onCleanup) => {
      const words = this.words().trim();
      if (words.length < LEAST) return;
      const timer = setTimeout(() => void this.search(words), PAUSE);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected choose({ id, name, email }: KnownAttendee): void {
    this.dialog.close({ id, name: name || email, reason: this.reason().trim() });
  }

  private async search(words: string): Promise<void> {
    try {
      const people = await this.client.known(this.question.sessionId, words);
      if (words === this.words().trim()) this.found.set(people);
      this.problem.set('');
    } catch (error) {
      this.problem.set(staffFailureWords(failureOf(error)));
    }
  }
}
