import { computed, Injectable } from '@angular/core';
import { listAddress, ownTimeZone } from '@reihe/admin-ui';
import { SESSION_KINDS, SESSION_NEEDS, SESSION_SORTS, SESSION_STATES } from '@reihe/shared-contracts';
import { isDay, dayStart, isTimeZone, today } from '@reihe/shared-policies';
import type { SessionsQuery } from '@reihe/web-data-access';

export const PROGRAMME_VIEWS = ['table', 'calendar', 'timeline'] as const;
export type ProgrammeView = (typeof PROGRAMME_VIEWS)[number];
export const CALENDAR_MODES = ['month', 'week', 'day'] as const;
export type CalendarMode = (typeof CALENDAR_MODES)[number];
export const TIMELINE_ZOOMS = ['month', 'quarter', 'year'] as const;
export type TimelineZoom = (typeof TIMELINE_ZOOMS)[number];

const FILTERS = ['series', 'state', 'kind', 'region', 'category', 'language', 'from', 'to', 'needs'] as const;
export type ProgrammeFilterName = (typeof FILTERS)[number];

/**
 * What of the programme is shown and how, all of it in the URL: what one sees can be linked and gone back to, and the three
 * views share it. To be provided by the page, whose route it reads.
 */
@Injectable()
export class ProgrammeAddress {
  private readonly list = listAddress(FILTERS);
  private readonly look = listAddress(['view', 'mode', 'zoom', 'day', 'zone', 'sort']);

  readonly q = this.list.q;
  readonly page = this.list.page;
  readonly hasFilter = this.list.hasFilter;
  readonly view = computed(() => oneOf(PROGRAMME_VIEWS, this.look.filter('view')) ?? 'table');
  readonly mode = computed(() => oneOf(CALENDAR_MODES, this.look.filter('mode')) ?? 'month');
  readonly zoom = computed(() => oneOf(TIMELINE_ZOOMS, this.look.filter('zoom')) ?? 'quarter');
  readonly sort = computed(() => oneOf(SESSION_SORTS, this.look.filter('sort')) ?? 'start');
  /** Zone in which the calendar and the timeline tell times; the reader's where none is chosen. */
  readonly zone = computed(() => {
    const chosen = this.look.filter('zone');
    return isTimeZone(chosen) ? chosen : ownTimeZone();
  });
  /** Day around which calendar and timeline look, `YYYY-MM-DD`. */
  readonly day = computed(() => {
    const chosen = this.look.filter('day');
    return isDay(chosen) ? chosen : today(this.zone());
  });
  /** How many filters beside search, series and state are set. */
  readonly furtherFilters = computed(
    () => FILTERS.slice(2).filter((name) => this.list.filter(name) !== '').length,
  );

  /** The filters as the API takes them, without page and order. */
  readonly query = computed<SessionsQuery>(() => {
    const [from, to] = [this.filter('from'), this.filter('to')];
    return {
      q: this.q(),
      series: this.filter('series') || undefined,
      state: oneOf(SESSION_STATES, this.filter('state')),
      kind: oneOf(SESSION_KINDS, this.filter('kind')),
      region: this.filter('region') || undefined,
      category: this.filter('category') || undefined,
      language: this.filter('language') || undefined,
      needs: oneOf(SESSION_NEEDS, this.filter('needs')),
      from: isDay(from) ? dayStart(from, this.zone()) : undefined,
      to: isDay(to) ? dayStart(to, this.zone(), 1) : undefined,
    };
  });

  /** What is within the filters and between two instants. */
  within(from: string, to: string): SessionsQuery {
    const query = this.query();
    return {
      ...query,
      from: query.from !== undefined && query.from > from ? query.from : from,
      to: query.to !== undefined && query.to < to ? query.to : to,
    };
  }

  filter(name: ProgrammeFilterName): string {
    return this.list.filter(name);
  }

  narrow(changes: Partial<Record<ProgrammeFilterName | 'q', string>>): void {
    this.list.narrow(changes);
  }

  clear(): void {
    this.list.clear();
  }

  show(changes: Partial<Record<'view' | 'mode' | 'zoom' | 'day' | 'zone' | 'sort', string>>): void {
    this.look.narrow(changes);
  }
}

function oneOf<const T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}
