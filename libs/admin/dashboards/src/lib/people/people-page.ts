import { Component, computed, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { AnswerStates, inLanguage, lastAnswer, StackedTable } from '@reihe/admin-ui';
import { DashboardClient, SeriesClient, TaxonomyClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { EmptyState, Pagination } from '@reihe/web-ui';
import { PeopleAddress } from './people-address';
import { cameWords, peopleColumns, PeopleFiles, type PeopleFile } from './people-files';
import { partWords } from './part-words';
import { nameWords, stateWords, whyWords } from './person-words';

const PAGE_SIZE = 50;

/** Who stands behind a number of a dashboard: each person in each session, and why they count. */
@Component({
  selector: 'reihe-people-page',
  imports: [AnswerStates, EmptyState, Pagination, RouterLink, StackedTable],
  providers: [PeopleAddress],
  templateUrl: './people-page.html',
  styles: `
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      margin-block-end: var(--space-s);
    }
  `,
})
export class PeoplePage {
  private readonly language = inject(LANGUAGE);
  private readonly snackBar = inject(MatSnackBar);
  private readonly files = inject(PeopleFiles);
  private readonly taxonomy = inject(TaxonomyClient);
  protected readonly formats = inject(Formats);
  protected readonly address = inject(PeopleAddress);
  protected readonly columns = peopleColumns();
  protected readonly isSaving = signal(false);

  protected readonly people = inject(DashboardClient).people(() => {
    const query = this.address.query();
    return query && { ...query, page: this.address.page(), pageSize: PAGE_SIZE };
  });
  protected readonly answer = lastAnswer(this.people);
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.address.seriesId()));
  private readonly regions = lastAnswer(this.taxonomy.regions());
  private readonly categories = lastAnswer(this.taxonomy.categories());

  protected readonly seriesTitle = computed(() => {
    const series = this.series();
    return series ? (inLanguage(series.translations, this.language)?.title ?? '') : '';
  });
  /** Where the number stands. */
  protected readonly home = computed(() => {
    const seriesId = this.address.seriesId();
    return seriesId === null ? ['/figures'] : ['/figures/series', seriesId];
  });
  protected readonly heading = computed(() => {
    const figure = this.address.figure();
    if (figure === null) return $localize`:@@dashboards.people:People behind a figure`;
    const terms = new Map(
      [...(this.regions() ?? []), ...(this.categories() ?? [])].map((term) => [
        term.id,
        inLanguage(term.translations, this.language)?.name ?? term.slug,
      ]),
    );
    const [somebody] = this.answer()?.items ?? [];
    return partWords(figure, this.address.value(), { formats: this.formats, terms, somebody });
  });
  protected readonly pageCount = computed(() => Math.ceil((this.answer()?.total ?? 0) / PAGE_SIZE));
  protected readonly rows = computed(() =>
    (this.answer()?.items ?? []).map((one) => ({
      one,
      name: nameWords(one),
      country: one.country === null ? '' : this.formats.countryName(one.country),
      day: this.formats.day(one.startsAt, one.timeZone),
      state: stateWords(one.state),
      came: cameWords(one),
      why: whyWords(one, this.formats),
    })),
  );

  protected async save(format: PeopleFile): Promise<void> {
    const query = this.address.query();
    if (!query) return;
    this.isSaving.set(true);
    try {
      await this.files.save(format, query, {
        of: this.series()?.slug ?? 'all-series',
        title: [this.seriesTitle(), this.heading()].filter(Boolean).join(' · '),
      });
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isSaving.set(false);
    }
  }
}
