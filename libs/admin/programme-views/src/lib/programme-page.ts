import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { StaffAccess } from '@reihe/web-data-access';
import { CalendarView } from './calendar/calendar-view';
import { PROGRAMME_VIEWS, ProgrammeAddress, type ProgrammeView } from './programme-address';
import { ProgrammeFilters } from './programme-filters';
import { ProgrammeNews } from './programme-news';
import { SelectedSessions } from './selected-sessions';
import { SessionRevisions } from './session-revisions';
import { SessionsTable } from './table/sessions-table';
import { TimelineView } from './timeline/timeline-view';
import { ToldChanges } from './told-changes';

/** Every session of every series: as a table, a calendar or a timeline of the same. */
@Component({
  selector: 'reihe-programme-page',
  imports: [CalendarView, ProgrammeFilters, RouterLink, SessionsTable, TimelineView],
  providers: [ProgrammeAddress, ProgrammeNews, SessionRevisions, ToldChanges],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@programme.sessions.heading">Sessions</h1>
      <nav class="views" i18n-aria-label="@@planning.views" aria-label="View of the programme">
        @for (view of views; track view.name) {
          <a
            [routerLink]="[]"
            [queryParams]="{ view: view.name === 'table' ? null : view.name, page: null }"
            queryParamsHandling="merge"
            [attr.aria-current]="view.name === address.view() ? 'page' : null"
            >{{ view.words }}</a
          >
        }
      </nav>
      @if (mayWrite()) {
        <div class="page-actions">
          <a
            class="button quiet"
            routerLink="/planning/import"
            [queryParams]="{ series: address.filter('series') || null }"
            i18n="@@programme.sessions.import"
            >Import</a
          >
          <a
            class="button quiet"
            routerLink="/scheduling/batch"
            [queryParams]="{ series: address.filter('series') || null }"
            i18n="@@planning.plan-several"
            >Plan several</a
          >
          <a
            class="button"
            routerLink="/sessions/new"
            [queryParams]="{ series: address.filter('series') || null }"
            i18n="@@programme.sessions.new"
            >New session</a
          >
        </div>
      }
    </header>
    <reihe-programme-filters />
    <p class="news" role="status" [class.empty]="news.hint() === ''">{{ news.hint() }}</p>
    @switch (address.view()) {
      @case ('table') {
        <reihe-sessions-table />
      }
      @case ('calendar') {
        <reihe-calendar-view />
      }
      @case ('timeline') {
        <reihe-timeline-view />
      }
    }
  `,
  styles: `
    .page-head h1 {
      flex: 0 1 auto;
    }
    .page-actions {
      margin-inline-start: auto;
    }
    .views {
      display: flex;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      overflow: clip;
    }
    .views a {
      padding: 0.35em 0.9em;
      color: var(--ink);
      text-decoration: none;
    }
    .views a + a {
      border-inline-start: 1px solid var(--line-strong);
    }
    .views a:hover {
      background: var(--sunken);
    }
    .views a[aria-current] {
      background: var(--harbour);
      color: var(--on-harbour);
    }
    .views a:focus-visible {
      outline-offset: -3px;
    }
    .views a[aria-current]:focus-visible {
      outline-color: var(--on-harbour);
    }
    .news {
      margin: 0 0 var(--space-2xs);
      color: var(--ink-soft);
    }
    /* Emptied, not removed: what is said into it is heard. */
    .news.empty {
      margin: 0;
    }
  `,
})
export class ProgrammePage {
  private readonly access = inject(StaffAccess);
  protected readonly address = inject(ProgrammeAddress);
  protected readonly news = inject(ProgrammeNews);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly views = PROGRAMME_VIEWS.map((name) => ({ name, words: viewWords(name) }));

  constructor() {
    // Whoever made several sessions at once sends their ids along, to go on with them.
    const selected: unknown = inject(Router).currentNavigation()?.extras.state?.['selected'];
    if (Array.isArray(selected)) inject(SelectedSessions).selectAll(selected.map(String));
  }
}

function viewWords(view: ProgrammeView): string {
  switch (view) {
    case 'table':
      return $localize`:@@planning.view.table:Table`;
    case 'calendar':
      return $localize`:@@planning.view.calendar:Calendar`;
    case 'timeline':
      return $localize`:@@planning.view.timeline:Timeline`;
  }
}
