import { computed, Injectable } from '@angular/core';
import { listAddress } from '@reihe/admin-ui';
import { DASHBOARD_FIGURES } from '@reihe/shared-figures';
import type { DashboardPeopleQuery } from '@reihe/web-data-access';
import { DASHBOARD_FILTERS } from '../dashboard-address';

/** Behind which number one looks, as the address says it; to be provided by its page. */
@Injectable()
export class PeopleAddress {
  private readonly address = listAddress([...DASHBOARD_FILTERS, 'series', 'figure', 'value']);

  readonly page = this.address.page;
  readonly seriesId = computed(() => this.address.filter('series') || null);
  readonly figure = computed(
    () => DASHBOARD_FIGURES.find((one) => one === this.address.filter('figure')) ?? null,
  );
  readonly value = computed(() => this.address.filter('value'));
  /** The filters, for the dashboard they are of. */
  readonly params = computed<Record<string, string>>(() =>
    Object.fromEntries(
      DASHBOARD_FILTERS.map((name) => [name, this.address.filter(name)] as const).filter(
        ([, value]) => value !== '',
      ),
    ),
  );
  /** Without its page; null: no figure is named that there is. */
  readonly query = computed<DashboardPeopleQuery | null>(() => {
    const figure = this.figure();
    return (
      figure && {
        ...this.params(),
        seriesId: this.seriesId() ?? undefined,
        figure,
        value: this.value() || undefined,
      }
    );
  });
}
