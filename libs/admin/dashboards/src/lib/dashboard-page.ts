import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { AnswerStates, lastAnswer, StackedTable } from '@reihe/admin-ui';
import { DashboardClient, StaffAccess } from '@reihe/web-data-access';
import { Formats } from '@reihe/web-platform';
import { EmptyState } from '@reihe/web-ui';
import { DashboardAddress } from './dashboard-address';
import { DashboardFilters } from './dashboard-filters';
import { differenceWords, rangeWords, statedWords, totalWords } from './figure-words';
import { PeopleMap } from './map/people-map';
import { dashboardPanels } from './panels/dashboard-panels';
import { FigurePanel } from './panels/figure-panel';
import { TotalsTable } from './totals-table';

/** What is known of the people of a series, or of all of them: totals, charts, and whom they are made of. */
@Component({
  selector: 'reihe-dashboard-page',
  imports: [
    AnswerStates,
    DashboardFilters,
    EmptyState,
    FigurePanel,
    PeopleMap,
    RouterLink,
    StackedTable,
    TotalsTable,
  ],
  providers: [DashboardAddress],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
})
export class DashboardPage {
  /** From the address; none: all series. */
  readonly seriesId = input<string>();

  private readonly access = inject(StaffAccess);
  protected readonly address = inject(DashboardAddress);
  protected readonly formats = inject(Formats);
  protected readonly dashboard = inject(DashboardClient).of(() => ({
    ...this.address.filter(),
    seriesId: this.seriesId(),
  }));
  protected readonly answer = lastAnswer(this.dashboard);

  /** null: this account may not see who it is. */
  protected readonly peopleQuery = computed<Params | null>(() => {
    if (!this.access.may('registrations.read')) return null;
    const seriesId = this.seriesId();
    return { ...this.address.params(), ...(seriesId !== undefined && { series: seriesId }) };
  });
  protected readonly panels = computed(() => {
    const dashboard = this.answer();
    return dashboard ? dashboardPanels(dashboard, this.formats) : [];
  });
  /** Begins the names of files. */
  protected readonly of = computed(() => this.answer()?.series?.slug ?? 'all-series');
  protected readonly hasSession = computed(() => (this.answer()?.sessions.length ?? 0) > 0);
  /** By its id: until the answer is there, that of before stands. */
  protected readonly onlySession = computed(() => {
    const id = this.address.value('session');
    const known = this.answer();
    if (!known || id === '') return null;
    const found = known.sessions.find(({ sessionId }) => sessionId === id);
    return found?.title ?? $localize`:@@dashboards.only.unknown:a session that is not among these`;
  });
  protected readonly hasPlaces = computed(() => {
    const { cities = [], countries = [] } = this.answer() ?? {};
    return cities.length + countries.length > 0;
  });
  protected readonly allSeries = computed(() => {
    const { allSeries = [], isNarrowed = false } = this.answer() ?? {};
    return allSeries.map((one) => ({
      ...one,
      period: this.formats.period(one.startsOn, one.endsOn),
      came: rangeWords({ min: one.attendees, max: one.attendees + one.guests }, this.formats),
      told: one.stated.map((stated) => ({
        id: stated.id,
        words: `${totalWords(stated.measure)}: ${statedWords(stated, this.formats)}`,
        difference: differenceWords(stated, isNarrowed),
      })),
    }));
  });

  constructor() {
    effect(() => {
      this.address.seriesId.set(this.seriesId() ?? null);
    });
  }
}
