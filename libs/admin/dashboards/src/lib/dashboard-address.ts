import { computed, Injectable, signal } from '@angular/core';
import { listAddress } from '@reihe/admin-ui';
import { DASHBOARD_BASES, type DashboardBasis, type DashboardFilter } from '@reihe/shared-figures';

export const DASHBOARD_FILTERS = [
  'from',
  'to',
  'region',
  'category',
  'session',
  'country',
  'language',
  'basis',
] as const;
type FilterName = (typeof DASHBOARD_FILTERS)[number];

/** What a dashboard is asked for, as the address says it; to be provided by its page. */
@Injectable()
export class DashboardAddress {
  private readonly address = listAddress(DASHBOARD_FILTERS);
  /** Of the path, not of the query; null: of all series. */
  readonly seriesId = signal<string | null>(null);

  readonly page = this.address.page;
  readonly basis = computed<DashboardBasis>(
    () => DASHBOARD_BASES.find((one) => one === this.address.filter('basis')) ?? 'places',
  );
  /** The basis is no filter: it only says who counts. */
  readonly hasFilter = computed(() =>
    DASHBOARD_FILTERS.some((name) => name !== 'basis' && this.address.filter(name) !== ''),
  );
  readonly filter = computed<DashboardFilter>(() => ({
    ...Object.fromEntries(DASHBOARD_FILTERS.map((name) => [name, this.address.filter(name) || undefined])),
    seriesId: this.seriesId() ?? undefined,
    basis: this.basis(),
  }));
  /** The filters for another page that is asked the same. */
  readonly params = computed<Record<string, string>>(() =>
    Object.fromEntries(
      DASHBOARD_FILTERS.map((name) => [name, this.address.filter(name)] as const).filter(
        ([, value]) => value !== '',
      ),
    ),
  );

  value(name: FilterName): string {
    return this.address.filter(name);
  }

  narrow(changes: Partial<Record<FilterName, string>>): void {
    this.address.narrow(changes);
  }

  /** Everybody again, counted as before. */
  clear(): void {
    this.address.narrow({
      ...{ from: '', to: '', region: '', category: '', session: '', country: '', language: '' },
    });
  }
}
