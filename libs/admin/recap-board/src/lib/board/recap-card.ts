import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Moments } from '@reihe/admin-ui';
import { recapStateWords } from '@reihe/admin-recap-steps';
import type { BoardCard } from '@reihe/shared-editorial';
import { StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { dueWords, lackSentence, ownerWords } from './board-words';
import { CardLanguages } from './card-languages';
import { CardMoves, moveWords, nearestMove, type MoveKind } from './card-moves';

/** One recap on the board. Its menu, or Alt with an arrow key, moves it to another column. */
@Component({
  selector: 'reihe-recap-card',
  imports: [CardLanguages, MatMenuModule, RouterLink],
  template: `
    @let one = card();
    <article (keydown)="moveByKey($event)">
      <h3>
        <a [id]="'card-' + one.id" [routerLink]="['/recaps', one.id]">{{ one.title }}</a>
      </h3>
      <p class="soft">{{ one.seriesTitle }}</p>
      @if (sessions(); as words) {
        <p class="soft">{{ words }}</p>
      }
      @if (isInTheMaking() || one.assignment.owner) {
        <p>
          @if (mayWrite()) {
            <button type="button" class="link" (click)="assign.emit()">
              {{ owner() }}
              <span class="visually-hidden" i18n="@@recap-desk.card.assign">assign {{ one.title }}</span>
            </button>
          } @else {
            {{ owner() }}
          }
          @if (due(); as words) {
            · <span [class.late]="one.isOverdue">{{ words }}</span>
          }
        </p>
      }
      @if (one.reviewer && one.state === 'in-review') {
        <p i18n="@@recap-desk.card.reviewer">Reviewed by {{ one.reviewer.name }}</p>
      }
      @if (one.publishAt; as at) {
        <p [class.late]="one.hasNotAppeared">
          @if (one.hasNotAppeared) {
            <ng-container i18n="@@recap-desk.card.not-appeared"
              >Did not appear {{ moments.when(at) }}: something is missing</ng-container
            >
          } @else {
            <ng-container i18n="@@recap-desk.card.appears">Appears {{ moments.when(at) }}</ng-container>
          }
        </p>
      }
      @if (one.state === 'published') {
        <p>
          {{ one.publishedOn ? formats.plainDay(one.publishedOn) : '' }}
          @if (one.isUpdated) {
            · <ng-container i18n="@@recap-desk.card.updated">updated</ng-container>
          }
          @if (one.hasUnpublishedChanges) {
            · <ng-container i18n="@@recap-desk.card.changes">has changes readers do not see</ng-container>
          }
        </p>
      }
      <p class="soft"><reihe-card-languages [card]="one" /></p>
      @if (lacks().length > 0) {
        <p class="soft" i18n="@@recap-desk.card.lacks">Lacks</p>
        <ul role="list" class="lacks">
          @for (lack of lacks(); track lack) {
            <li>{{ lack }}</li>
          }
        </ul>
      }
      @if (one.openComments > 0) {
        <p>
          <ng-container i18n="@@recap-desk.card.comments">{one.openComments, plural,
            =1 {One open comment}
            other {{{ one.openComments }} open comments}
          }</ng-container>
        </p>
      }
      @if (moves().length > 0) {
        <button
          type="button"
          class="button quiet"
          aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft"
          [id]="'move-' + one.id"
          [matMenuTriggerFor]="menu"
        >
          <ng-container i18n="@@recap-desk.card.move">Move</ng-container>
          <span class="visually-hidden">{{ one.title }}</span>
        </button>
        <mat-menu #menu="matMenu">
          @for (step of moves(); track step.kind) {
            <button mat-menu-item (click)="move.emit(step.kind)">
              {{ moveWords(step.kind) }}
              <small>→ {{ stateWords(step.to) }}</small>
            </button>
          }
        </mat-menu>
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3xs);
      padding: var(--space-xs);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      font-size: var(--step--1);
      hyphens: auto;
      overflow-wrap: break-word;
    }
    h3 {
      margin: 0;
      font: 600 var(--step-0) / 1.3 var(--sans);
    }
    p {
      margin: 0;
    }
    .soft,
    small {
      color: var(--ink-soft);
    }
    .late {
      color: var(--coral);
      font-weight: 600;
    }
    .lacks {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs);
      margin: 0;
    }
    .lacks li {
      padding: 0.1em 0.5em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
    }
    .button {
      justify-self: start;
      margin-block-start: var(--space-3xs);
    }
  `,
})
export class RecapCard {
  readonly card = input.required<BoardCard>();
  readonly move = output<MoveKind>();
  readonly assign = output();

  private readonly access = inject(StaffAccess);
  private readonly cardMoves = inject(CardMoves);
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);
  protected readonly moveWords = moveWords;
  protected readonly stateWords = recapStateWords;
  protected readonly mayWrite = computed(() => this.access.may('recaps.write'));
  protected readonly moves = computed(() => this.cardMoves.of(this.card()));
  protected readonly isInTheMaking = computed(() => {
    const { state } = this.card();
    return state !== 'published' && state !== 'archived';
  });
  protected readonly owner = computed(() => ownerWords(this.card()));
  protected readonly due = computed(() => {
    const { assignment, isOverdue } = this.card();
    if (!this.isInTheMaking()) return '';
    return dueWords({ dueOn: assignment.dueOn, isOverdue }, this.formats);
  });
  /** The column says already that a review of the recap itself is missing. */
  protected readonly lacks = computed(() =>
    this.card()
      .lacks.filter(({ what, languages }) => what !== 'review' || languages.length > 0)
      .map((lack) => lackSentence(lack, this.formats)),
  );
  protected readonly sessions = computed(() => sessionsWords(this.card(), this.formats));

  protected moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    const direction = event.key === 'ArrowRight' ? 'right' : 'left';
    const step = nearestMove(this.card().state, this.moves(), direction);
    if (step) this.move.emit(step.kind);
  }
}

/** "6 Oct 2026 · 20 Oct 2026 (one of 2 recaps)" */
export function sessionsWords({ sessions }: BoardCard, formats: Formats): string {
  return sessions
    .map(({ startsAt, timeZone, recaps }) => {
      const day = formats.shortDate(startsAt, timeZone);
      return recaps > 1
        ? $localize`:@@recap-desk.card.several:${day}:day: (one of ${recaps}:recaps: recaps)`
        : day;
    })
    .join(' · ');
}
