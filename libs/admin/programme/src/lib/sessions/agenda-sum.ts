import { Component, computed, input, output } from '@angular/core';
import { agendaLength, isConsecutive, openingOf } from '@reihe/shared-policies';
import { minutesBetween, type SessionForm } from '@reihe/admin-session-form';

/** What the lengths of an agenda come to, beside the length of its session. */
@Component({
  selector: 'reihe-agenda-sum',
  template: `
    @if (session().agenda.length > 0) {
      <div class="sum">
        @if (!isReadOnly()) {
          <label>
            <span i18n="@@programme.agenda.opening">First part begins, minutes after the start</span>
            <input
              #minutes
              class="control"
              type="number"
              min="0"
              step="1"
              [value]="opening()"
              (change)="opened.emit(atLeastZero(minutes.value))"
            />
          </label>
        }
        <p role="status" [class.over]="isOver()">
          @if (sum(); as length) {
            @if (length.left < 0) {
              <ng-container i18n="@@programme.agenda.over"
                >The agenda takes {{ length.total }} minutes, {{ -length.left }} more than the
                session.</ng-container
              >
            } @else if (length.left === 0) {
              <ng-container i18n="@@programme.agenda.fits"
                >The agenda fills the session’s {{ length.total }} minutes.</ng-container
              >
            } @else {
              <ng-container i18n="@@programme.agenda.left"
                >The agenda takes {{ length.total }} minutes; {{ length.left }} are left.</ng-container
              >
            }
          }
        </p>
      </div>
      @if (!isClosed()) {
        <p class="notice">
          <ng-container i18n="@@programme.agenda.gaps"
            >The parts were stored with gaps or overlaps between them.</ng-container
          >
          @if (!isReadOnly()) {
            &ngsp;<button
              type="button"
              class="link"
              (click)="closedUp.emit()"
              i18n="@@programme.agenda.close-up"
            >
              Let them follow on each other
            </button>
          }
        </p>
      }
    }
  `,
  styles: `
    .sum {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      align-items: center;
      margin-block: var(--space-s) var(--space-2xs);
    }
    label {
      display: inline-flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    input {
      inline-size: 6rem;
    }
    p {
      margin: 0;
    }
    .over {
      font-weight: 600;
      color: var(--coral);
    }
  `,
})
export class AgendaSum {
  readonly session = input.required<SessionForm>();
  readonly isReadOnly = input(false);
  readonly opened = output<number>();
  readonly closedUp = output();

  protected readonly opening = computed(() => openingOf(this.session().agenda));
  protected readonly isClosed = computed(() => isConsecutive(this.session().agenda));
  /** Null while the session's own time is not whole yet. */
  protected readonly sum = computed(() => {
    const { startsLocal, endsLocal, agenda } = this.session();
    const minutes = minutesBetween(startsLocal, endsLocal);
    return minutes === null ? null : agendaLength(agenda, minutes);
  });
  protected readonly isOver = computed(() => (this.sum()?.left ?? 0) < 0);

  protected atLeastZero(typed: string): number {
    return Math.max(0, Math.trunc(Number(typed)) || 0);
  }
}
