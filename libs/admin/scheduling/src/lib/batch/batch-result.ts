import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { SessionBatch } from '@reihe/shared-planning';
import { BatchesClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/** What was created, and the way to take it back while nobody has touched it. */
@Component({
  selector: 'reihe-batch-result',
  imports: [RouterLink],
  template: `
    <section class="panel" aria-labelledby="batch-created">
      <h2 id="batch-created" tabindex="-1">
        <ng-container i18n="@@planning.result.heading">{batch().sessions.length, plural,
          =1 {One session was created as a draft}
          other {{{ batch().sessions.length }} sessions were created as drafts}
        }</ng-container>
      </h2>
      <p i18n="@@planning.result.text">Nobody outside sees them before you publish them.</p>
      <ol>
        @for (session of sessions(); track session.id) {
          <li>
            <a [routerLink]="['/sessions', session.id]">{{ session.when }}</a>
          </li>
        }
      </ol>
      @if (failure()) {
        <p class="notice" role="alert">{{ failure() }}</p>
      }
      <div class="page-actions">
        <a
          class="button"
          routerLink="/sessions"
          [queryParams]="{ series: batch().seriesId }"
          i18n="@@planning.result.list"
          >See them in the list</a
        >
        <button
          type="button"
          class="button quiet"
          [disabled]="isUndoing()"
          (click)="undo()"
          i18n="@@planning.result.undo"
        >
          Undo: remove these drafts
        </button>
        <button type="button" class="button quiet" (click)="again.emit()" i18n="@@planning.result.more">
          Plan more
        </button>
      </div>
    </section>
  `,
  styles: `
    h2:focus {
      outline-offset: 0.25rem;
    }
    ol {
      columns: 16rem;
    }
  `,
})
export class BatchResult {
  readonly batch = input.required<SessionBatch>();
  /** In which the dates are told. */
  readonly timeZone = input.required<string>();
  /** The way back to the form, whether the drafts were removed or not. */
  readonly again = output();

  private readonly client = inject(BatchesClient);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  protected readonly isUndoing = signal(false);
  protected readonly failure = signal('');
  protected readonly sessions = computed(() =>
    this.batch().sessions.map(({ id, startsAt, endsAt }) => ({
      id,
      when: `${this.formats.longDay(startsAt, this.timeZone())}, ${this.formats.timeRange(startsAt, endsAt, this.timeZone())}`,
    })),
  );

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => element.nativeElement.querySelector('h2')?.focus());
  }

  protected async undo(): Promise<void> {
    this.isUndoing.set(true);
    this.failure.set('');
    try {
      await this.client.undo(this.batch().id);
      this.snackBar.open(
        $localize`:@@planning.result.undone:The drafts are removed. What you typed is still here.`,
      );
      this.again.emit();
    } catch (error) {
      this.failure.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isUndoing.set(false);
    }
  }
}
