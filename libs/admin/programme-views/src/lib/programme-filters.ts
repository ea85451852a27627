import { Component, computed, inject } from '@angular/core';
import {
  categoryOptions,
  FilterSelect,
  languageOptions,
  lastAnswer,
  regionOptions,
  SearchBox,
  seriesOptions,
} from '@reihe/admin-ui';
import { sessionStateWords } from '@reihe/admin-session-form';
import { SESSION_KINDS, SESSION_NEEDS, SESSION_STATES, type SessionNeed } from '@reihe/shared-contracts';
import { SeriesClient, TaxonomyClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE, sessionKindWords } from '@reihe/web-platform';
import { ProgrammeAddress } from './programme-address';

/** What the three views show: search and filters, kept in the URL. */
@Component({
  selector: 'reihe-programme-filters',
  imports: [FilterSelect, SearchBox],
  templateUrl: './programme-filters.html',
  styleUrl: './programme-filters.css',
})
export class ProgrammeFilters {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly address = inject(ProgrammeAddress);

  private readonly allRegions = lastAnswer(inject(TaxonomyClient).regions());
  private readonly allCategories = lastAnswer(inject(TaxonomyClient).categories());

  private readonly allSeries = lastAnswer(inject(SeriesClient).list(() => ({ pageSize: 100 })));
  protected readonly series = computed(() => seriesOptions(this.allSeries()));
  protected readonly regions = computed(() =>
    regionOptions(this.allRegions() ?? [], this.language).map(({ id, name, level = 0 }) => ({
      value: id,
      words: '\u00a0\u00a0'.repeat(level) + name,
    })),
  );
  protected readonly categories = computed(() =>
    categoryOptions(this.allCategories() ?? [], this.language).map(({ id, name }) => ({
      value: id,
      words: name,
    })),
  );
  protected readonly states = SESSION_STATES.map((value) => ({ value, words: sessionStateWords(value) }));
  protected readonly kinds = SESSION_KINDS.map((value) => ({ value, words: sessionKindWords(value) }));
  protected readonly needs = SESSION_NEEDS.map((value) => ({ value, words: needWords(value) }));
  protected readonly languages = computed(() => {
    const chosen = this.address.filter('language');
    return languageOptions(this.formats, chosen ? [chosen] : [])
      .map(({ id, name }) => ({ value: id, words: name }))
      .sort((a, b) => a.words.localeCompare(b.words));
  });
}

function needWords(need: SessionNeed): string {
  switch (need) {
    case 'anything':
      return $localize`:@@planning.needs.anything:Something to mend`;
    case 'link':
      return $localize`:@@planning.needs.link:Without a meeting link`;
    case 'moderator':
      return $localize`:@@planning.needs.moderator:Without a moderator`;
    case 'recap':
      return $localize`:@@planning.needs.recap:Held without a recap`;
  }
}
