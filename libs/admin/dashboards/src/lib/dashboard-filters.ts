import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import {
  categoryOptions,
  countryOptions,
  FilterSelect,
  lastAnswer,
  regionOptions,
  seriesOptions,
} from '@reihe/admin-ui';
import { LANGUAGES } from '@reihe/shared-contracts';
import { SeriesClient, TaxonomyClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { DashboardAddress } from './dashboard-address';

/** Whose figures are shown: filters that stand in the address, and who counts. */
@Component({
  selector: 'reihe-dashboard-filters',
  imports: [FilterSelect],
  template: `
    <div class="toolbar" role="search" i18n-aria-label="@@dashboards.filters" aria-label="Filters">
      <reihe-filter-select
        isLabelShown
        i18n-label="@@dashboards.filter.series"
        label="Series"
        i18n-every="@@dashboards.filter.every-series"
        every="All series"
        [options]="series()"
        [value]="address.seriesId() ?? ''"
        (valueChange)="goTo($event)"
      />
      <label class="labelled">
        <span i18n="@@dashboards.filter.from">Sessions from</span>
        <input
          #from
          type="date"
          class="control"
          [value]="address.value('from')"
          (change)="address.narrow({ from: from.value })"
        />
      </label>
      <label class="labelled">
        <span i18n="@@dashboards.filter.to">until</span>
        <input
          #to
          type="date"
          class="control"
          [value]="address.value('to')"
          (change)="address.narrow({ to: to.value })"
        />
      </label>
      <reihe-filter-select
        isLabelShown
        i18n-label="@@dashboards.filter.region"
        label="Sessions for"
        i18n-every="@@dashboards.filter.every-region"
        every="Every region"
        [options]="regions()"
        [value]="address.value('region')"
        (valueChange)="address.narrow({ region: $event })"
      />
      <reihe-filter-select
        isLabelShown
        i18n-label="@@dashboards.category"
        label="Category"
        i18n-every="@@dashboards.filter.every-category"
        every="Every category"
        [options]="categories()"
        [value]="address.value('category')"
        (valueChange)="address.narrow({ category: $event })"
      />
      <reihe-filter-select
        isLabelShown
        i18n-label="@@dashboards.filter.country"
        label="People from"
        i18n-every="@@dashboards.filter.every-country"
        every="Every country"
        [options]="countries"
        [value]="address.value('country')"
        (valueChange)="address.narrow({ country: $event })"
      />
      <reihe-filter-select
        isLabelShown
        i18n-label="@@dashboards.language"
        label="Language"
        i18n-every="@@dashboards.filter.every-language"
        every="Every language"
        [options]="languages"
        [value]="address.value('language')"
        (valueChange)="address.narrow({ language: $event })"
      />
      @if (address.hasFilter()) {
        <button type="button" class="button quiet" (click)="address.clear()" i18n="@@dashboards.filter.clear">
          Show all
        </button>
      }
    </div>
    <fieldset>
      <legend i18n="@@dashboards.basis">Who takes part</legend>
      @for (choice of bases; track choice.value) {
        <label>
          <input
            type="radio"
            name="basis"
            [checked]="address.basis() === choice.value"
            (change)="address.narrow({ basis: choice.param })"
          />
          {{ choice.words }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    .toolbar {
      align-items: end;
      gap: var(--space-2xs) var(--space-s);
      margin-block-end: var(--space-2xs);
    }
    /* Two beside each other, so that the figures are near. */
    @media (max-width: 40rem) {
      .toolbar {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      .toolbar > * {
        min-inline-size: 0;
      }
      .toolbar > :first-child,
      .toolbar > button {
        display: block;
        grid-column: 1 / -1;
      }
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-m);
      margin: 0 0 var(--space-s);
      padding: 0;
      border: 0;
    }
    legend {
      float: inline-start;
      margin-inline-end: var(--space-m);
      padding: 0;
      font-weight: 600;
    }
  `,
})
export class DashboardFilters {
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly address = inject(DashboardAddress);

  private readonly knownSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  private readonly taxonomy = inject(TaxonomyClient);
  private readonly knownRegions = lastAnswer(this.taxonomy.regions());
  private readonly knownCategories = lastAnswer(this.taxonomy.categories());

  protected readonly series = computed(() => seriesOptions(this.knownSeries()));
  protected readonly regions = computed(() =>
    regionOptions(this.knownRegions() ?? [], this.language).map(({ id, name, level = 0 }) => ({
      value: id,
      words: `${'\u00a0\u00a0'.repeat(level)}${name}`,
    })),
  );
  protected readonly categories = computed(() =>
    categoryOptions(this.knownCategories() ?? [], this.language).map(({ id, name }) => ({
      value: id,
      words: name,
    })),
  );
  protected readonly countries = countryOptions().map(({ code, name }) => ({ value: code, words: name }));
  protected readonly languages = LANGUAGES.map((value) => ({
    value,
    words: this.formats.languageName(value),
  }));
  /** The first is what an address without a basis means. */
  protected readonly bases = [
    { value: 'places', param: '', words: $localize`:@@dashboards.basis.places:Whoever has a place` },
    {
      value: 'attendance',
      param: 'attendance',
      words: $localize`:@@dashboards.basis.attendance:Whoever came`,
    },
  ] as const;

  protected goTo(seriesId: string): void {
    void this.router.navigate(seriesId === '' ? ['/figures'] : ['/figures/series', seriesId], {
      queryParams: this.address.params(),
    });
  }
}
